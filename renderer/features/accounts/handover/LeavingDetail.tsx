import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Leaving } from '../../../../db/accounts/handover/contract.ts'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { lookUp } from '../../../i18n/look.ts'
import { Section } from '../../../ui/bits.tsx'
import { ClockCircleFilled, WarningOutlined } from '../../../ui/icons.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import { dayText } from '../log/dayText.ts'
import styles from './handover.module.css'

/** What would be lost with a colleague. */
export function LeavingOfMember({ memberId }: { readonly memberId: string }) {
  const { data, error } = useQuery(
    api.handover.ifMemberLeaves.queryOptions({ input: { memberId }, retry: false }),
  )
  if (error) return <ErrorNote problem={toProblem(error)} />
  return data ? <Detail leaving={data} ours /> : null
}

/** What would be lost at an account with one of its people. */
export function LeavingOfPerson({
  personId,
  accountId,
}: {
  readonly personId: string
  readonly accountId: string
}) {
  const { data, error } = useQuery(
    api.handover.ifPersonLeaves.queryOptions({ input: { personId, accountId }, retry: false }),
  )
  if (error) return <ErrorNote problem={toProblem(error)} />
  return data ? <Detail leaving={data} ours={false} /> : null
}

/** More accounts and contacts than this are only counted. */
const MOST_LINES = 100

function Detail({
  leaving,
  ours,
}: {
  readonly leaving: Leaving
  /** whether one of our colleagues leaves, or somebody there */
  readonly ours: boolean
}) {
  const { t } = useTranslation()
  const { contacts, lost, accounts, promises, nextSteps, openPromises, openNextSteps, successor } = leaving
  return (
    <div className={styles.leaving}>
      <div className={styles.summary}>
        {contacts.length > 0 && (
          <p data-bad={lost > 0}>
            {lost > 0 && <WarningOutlined />}{' '}
            {lost > 0
              ? t(ours ? 'handover.leaving.lost' : 'handover.leaving.lostLines', { count: lost })
              : t(ours ? 'handover.leaving.lostNone' : 'handover.leaving.lostLinesNone')}
          </p>
        )}
        {successor && (
          <p>
            {t(ours ? 'handover.leaving.successor' : 'handover.leaving.successorPerson', {
              name: successor.name,
              shared: successor.shared,
            })}
          </p>
        )}
        <p>{t('handover.leaving.open', { promises: openPromises, steps: openNextSteps })}</p>
      </div>
      <Section
        title={t('handover.leaving.contacts')}
        remark={
          contacts.length > 0 &&
          t(ours ? 'handover.leaving.contactsRemarkAll' : 'handover.leaving.contactsRemark', {
            count: contacts.length,
          })
        }
      >
        {contacts.length === 0 && <p className={styles.quiet}>{t('handover.leaving.noContacts')}</p>}
        <ul className={styles.contacts}>
          {contacts.slice(0, MOST_LINES).map((contact) => (
            <ContactLine key={contact.id} contact={contact} ours={ours} />
          ))}
        </ul>
        <Rest count={contacts.length - MOST_LINES} />
      </Section>
      <Section
        title={t(ours ? 'handover.leaving.accounts' : 'handover.leaving.worksAt')}
        remark={accounts.length > 1 && t('handover.leaving.accountsRemark', { count: accounts.length })}
      >
        {accounts.length === 0 && <p className={styles.quiet}>{t('handover.leaving.noAccounts')}</p>}
        <ul className={styles.owned}>
          {accounts.slice(0, MOST_LINES).map(({ id, name, tier }) => (
            <li key={id}>
              <Link to={`/accounts/${id}`}>{name}</Link>
              <TierTag standing={tier} />
            </li>
          ))}
        </ul>
        <Rest count={accounts.length - MOST_LINES} />
      </Section>
      {openPromises > 0 && (
        <Section title={t('handover.leaving.promises')} remark={openPromises}>
          <OpenItems items={promises} placeOf={({ accountId }) => `/accounts/${accountId}/promises`} />
          <Rest count={openPromises - promises.length} />
        </Section>
      )}
      {openNextSteps > 0 && (
        <Section title={t('handover.leaving.nextSteps')} remark={openNextSteps}>
          <OpenItems items={nextSteps} placeOf={({ id }) => `/log/${id}`} />
          <Rest count={openNextSteps - nextSteps.length} />
        </Section>
      )}
    </div>
  )
}

function Rest({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  return count > 0 ? <p className={styles.quiet}>{t('handover.leaving.moreRows', { count })}</p> : null
}

/** A contact that breaks: how deep it is, and who else has it; nobody else with a sign. */
function ContactLine({
  contact: { id, name, remark, depth, others },
  ours,
}: {
  readonly contact: Leaving['contacts'][number]
  readonly ours: boolean
}) {
  const { t } = useTranslation()
  const word = (deep: number): string => lookUp(t, `people.depth.d${deep}`) ?? ''
  const names = others
    .map((one) => t('handover.leaving.nameDepth', { name: one.name, depth: word(one.depth) }))
    .join(t('handover.comma'))
  return (
    <li>
      <p>
        {ours ? <Link to={`/people/${id}`}>{name}</Link> : <strong>{name}</strong>}{' '}
        <span className={styles.quiet}>{remark}</span>
        <span className={styles.depth}>{word(depth)}</span>
      </p>
      {others.length === 0 ? (
        <p className={styles.late}>
          <WarningOutlined /> {t('handover.leaving.nobodyElse')}
        </p>
      ) : (
        <p className={styles.quiet}>
          {t(ours ? 'handover.leaving.others' : 'handover.leaving.othersThere', { names })}
        </p>
      )}
    </li>
  )
}

type Item = Leaving['promises'][number]

function OpenItems({
  items,
  placeOf,
}: {
  readonly items: readonly Item[]
  readonly placeOf: (item: Item) => string
}) {
  const { t } = useTranslation()
  const today = dayOf(Date.now())
  return (
    <ul className={styles.openLines}>
      {items.map((item) => {
        const late = item.on !== null && item.on < today
        return (
          <li key={item.id}>
            <Link to={placeOf(item)}>{item.what}</Link>
            <span className={styles.quiet}>{item.account}</span>
            <span className={late ? styles.late : styles.quiet}>
              {late && <ClockCircleFilled />}{' '}
              {item.on === null ? t('promises.noDay') : dayText(item.on, spokenLanguage(), today)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
