import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Level, Membership } from '../../../../db/channel/club/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { amountText } from '../../../i18n/amountText.ts'
import { SavedChoice, SavedDay, SavedText } from '../../../shared/ledger/fields.tsx'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import type { MEMBER_FIELDS } from './clubColumns.ts'

/** One membership: level, days, note, and what the account brought by word of mouth. */
export function MembershipPanel({
  membership,
  levels,
  today,
}: {
  readonly membership: Membership
  readonly levels: readonly Level[]
  readonly today: string
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const change = useCommand(engine.club.changeMemberships)
  const save = async (field: (typeof MEMBER_FIELDS)[number], after: string | null): Promise<boolean> => {
    const edits = [{ id: membership.id, field, before: membership[field], after }]
    return (await change.run({ edits })).ok
  }
  const benefits = levels.find(({ id }) => id === membership.levelId)?.benefits ?? []
  return (
    <>
      <header className={styles.head}>
        <h2>{membership.account}</h2>
        <Link to={`/accounts/${membership.accountId}/channel`}>{t('club.account')}</Link>
      </header>
      <Section title={t('club.membership')}>
        <div className={styles.fields}>
          <SavedChoice<string>
            label={t('club.field.levelId')}
            value={membership.levelId}
            options={levels.map(({ id, name }) => ({ value: id, label: name }))}
            save={(levelId) => void save('levelId', levelId)}
          />
          <SavedDay
            label={t('club.field.sinceOn')}
            value={membership.sinceOn}
            today={today}
            direction="past"
            save={(day) => save('sinceOn', day)}
          />
          <SavedDay
            label={t('club.field.untilOn')}
            value={membership.untilOn}
            today={today}
            direction="future"
            optional
            save={(day) => save('untilOn', day)}
          />
          <SavedText
            label={t('club.field.note')}
            value={membership.note}
            lines={1}
            save={(text) => save('note', text)}
          />
        </div>
        {benefits.length > 0 && (
          <ul className={styles.bullets}>
            {benefits.map((benefit) => (
              <li key={benefit}>{benefit}</li>
            ))}
          </ul>
        )}
        <p className={styles.remark}>
          {membership.referred === 0
            ? t('club.referredNone')
            : membership.brought === null
              ? t('club.referredUnknown', { count: membership.referred })
              : t('club.referredLine', {
                  count: membership.referred,
                  amount: amountText(membership.brought, money, t),
                })}{' '}
          <Link to={`/accounts/${membership.accountId}/analysis`}>{t('club.referrals')}</Link>
        </p>
      </Section>
    </>
  )
}
