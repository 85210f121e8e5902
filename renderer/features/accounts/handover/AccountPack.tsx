import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PackAccount } from '../../../../db/accounts/handover/contract.ts'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { lookUp } from '../../../i18n/look.ts'
import { formatMoney, formatScore } from '../../../ui/format.ts'
import { ClockCircleFilled } from '../../../ui/icons.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import { dayText } from '../log/dayText.ts'
import styles from './handover.module.css'
import { PackPeople } from './PackPeople.tsx'

/** Entries the engine gives at most; a longer history goes on in the account's log. */
const MOST_ENTRIES = 300

/** What the taker has to know of one account. */
export function AccountPack({ account, place }: { readonly account: PackAccount; readonly place: string }) {
  const { t } = useTranslation()
  const { id, name, tier, score, decision, people, promises, nextSteps, history } = account
  return (
    <article className={styles.account} id={place} tabIndex={-1} aria-label={name}>
      <header className={styles.accountHead}>
        <h3>
          <Link to={`/accounts/${id}`}>{name}</Link>
        </h3>
        <TierTag standing={tier} />
        {score !== null && <span>{t('handover.pack.score', { score: formatScore(score) })}</span>}
        {decision && (
          <span className={styles.quiet}>
            {t('handover.pack.decision')}{' '}
            <strong>{lookUp(t, `analysis.decision.${decision.decision}`) ?? decision.decision}</strong>{' '}
            {decision.on} {decision.reason}
          </span>
        )}
      </header>
      <Facts account={account} />
      <Part title={t('handover.pack.people')}>
        {people.length === 0 ? (
          <p className={styles.quiet}>{t('handover.pack.noPeople')}</p>
        ) : (
          <PackPeople people={people} />
        )}
      </Part>
      <Part title={t('handover.pack.promises')}>
        <OpenLines
          lines={promises.map(({ id: promiseId, what, side, member, person, dueOn }) => ({
            id: promiseId,
            what,
            who: [t(`promises.side.${side}`), side === 'ours' ? member : person].filter(Boolean).join(' '),
            on: dueOn,
          }))}
        />
      </Part>
      <Part title={t('handover.pack.nextSteps')}>
        <OpenLines
          lines={nextSteps.map(({ entryId, what, by, on }) => ({ id: entryId, what, who: by ?? '', on }))}
        />
      </Part>
      <Part
        title={t('handover.pack.history')}
        remark={t('handover.pack.historyCount', { count: history.length })}
      >
        <History history={history} />
      </Part>
    </article>
  )
}

/** A part of an account's pack under its small heading. */
function Part({
  title,
  remark,
  children,
}: {
  readonly title: string
  readonly remark?: string
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h4 id={id}>
        {title} {remark !== undefined && <span className={styles.quiet}>{remark}</span>}
      </h4>
      {children}
    </section>
  )
}

/** Facts whose amounts are fen. */
const MONEY: ReadonlySet<string> = new Set(['revenue', 'creditLimit'])

function Facts({ account: { owner, group, facts } }: { readonly account: PackAccount }) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const seats = group
    .map((seat) => [seat.name, seat.function].filter((part) => part !== '').join(' '))
    .join(t('handover.comma'))
  const rows = [
    { field: 'owner', label: t('handover.pack.owner'), text: owner ?? '' },
    { field: 'group', label: t('handover.pack.group'), text: seats },
    ...facts.map(({ field, value }) => ({
      field,
      label: lookUp(t, `accounts.field.${field}`) ?? field,
      text: MONEY.has(field)
        ? t('handover.pack.money', {
            amount: formatMoney(Number(value), money),
            unit: t(`app.status.${money}`),
          })
        : (lookUp(t, `accounts.${field}.${value}`) ?? String(value)),
    })),
  ]
  return (
    <dl className={styles.facts}>
      {rows
        .filter(({ text }) => text !== '')
        .map(({ field, label, text }) => (
          <div key={field} data-long={text.length > LONG_FACT}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}

/** A fact of more characters takes a whole line. */
const LONG_FACT = 24

interface OpenLine {
  readonly id: string
  readonly what: string
  readonly who: string
  readonly on: string | null
}

/** Something open on each line: what, who, and when; what is late with a sign in vermilion. */
function OpenLines({ lines }: { readonly lines: readonly OpenLine[] }) {
  const { t } = useTranslation()
  const today = dayOf(Date.now())
  if (lines.length === 0) return <p className={styles.quiet}>{t('handover.pack.none')}</p>
  return (
    <ul className={styles.openLines}>
      {lines.map(({ id, what, who, on }) => {
        const late = on !== null && on < today
        return (
          <li key={id}>
            <span>{what}</span>
            <span className={styles.quiet}>{who}</span>
            <span className={late ? styles.late : styles.quiet}>
              {late && <ClockCircleFilled />}{' '}
              {on === null ? t('promises.noDay') : dayText(on, spokenLanguage(), today)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function History({ history }: Pick<PackAccount, 'history'>) {
  const { t } = useTranslation()
  const today = dayOf(Date.now())
  if (history.length === 0) return <p className={styles.quiet}>{t('handover.pack.none')}</p>
  return (
    <>
      <ul className={styles.history}>
        {history.map(({ entryId, on, channel, by, people, text }) => (
          <li key={entryId}>
            <Link to={`/log/${entryId}`}>{dayText(on, spokenLanguage(), today)}</Link>
            <div>
              <p className={styles.quiet}>
                {[t(`log.channel.${channel}`), by, people].filter(Boolean).join(' · ')}
              </p>
              <p className={text === null ? styles.quiet : styles.said}>
                {text ?? t('handover.pack.confidential')}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {history.length >= MOST_ENTRIES && (
        <p className={styles.quiet}>{t('handover.pack.longHistory', { count: history.length })}</p>
      )}
    </>
  )
}
