import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ShownTable } from '../../../../db/accounts/analysis/contract.ts'
import type { PolicyPreview } from '../../../../db/channel/policies/contract.ts'
import type { TermDifference } from '../../../../db/channel/policies/rules/differences.ts'
import { differenceText } from '../../../../db/terms/policies.ts'
import { exportShown } from '../../../client/exportShown.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Section } from '../../../ui/bits.tsx'
import { ExportOutlined } from '../../../ui/icons.tsx'
import { TierSign, TierTag } from '../../../ui/tier.tsx'
import styles from './policies.module.css'

/** So many accounts are listed beside the matrix; the export has all. */
const MOST = 60

/** Who gains and loses what by a draft, tier by tier, then account by account. */
export function Effects({ preview }: { readonly preview: PolicyPreview }) {
  const { t } = useTranslation()
  return (
    <>
      {preview.tiers.map(({ tier, accounts, differences, lossesFrom }) => (
        <section key={tier} aria-label={t(`app.tier.${tier}`)}>
          <div className={styles.effectHead}>
            <TierTag standing={tier} />
            <span className={styles.quiet}>
              {accounts === 0
                ? t('policies.effect.nobody')
                : t('policies.effect.accounts', { count: accounts })}
            </span>
          </div>
          <Differences
            title={t('policies.effect.gains', { day: preview.fromOn })}
            effect="gain"
            differences={differences}
          />
          <Differences
            title={t('policies.effect.losses', { day: lossesFrom ?? '' })}
            effect="loss"
            differences={differences}
          />
          <Differences title={t('policies.effect.others')} effect="other" differences={differences} />
        </section>
      ))}
    </>
  )
}

const SIGNS = { gain: '+', loss: '−', other: '·' } as const

/** The differences of one kind, each with its sign; nothing where there are none. */
export function Differences({
  title,
  effect,
  differences,
}: {
  readonly title: string
  readonly effect: TermDifference['effect']
  readonly differences: readonly TermDifference[]
}) {
  const found = differences.filter((each) => each.effect === effect)
  if (found.length === 0) return null
  return (
    <div className={styles.effect} data-effect={effect}>
      <h3>{title}</h3>
      <ul>
        {found.map((each) => (
          <li key={each.key}>
            <span aria-hidden="true">{SIGNS[effect]}</span> {differenceText(each, spokenLanguage())}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The accounts that a draft concerns, with how much each gains and loses, and what exceptions keep. */
export function Concerned({ preview: { accounts } }: { readonly preview: PolicyPreview }) {
  const { t } = useTranslation()
  const { ids, names, tiers, gains, losses, excepted } = accounts
  if (ids.length === 0) return null
  const table = (): ShownTable => ({
    title: t('policies.effect.exportName'),
    finding: '',
    columns: [
      { header: t('policies.effect.column.account'), kind: 'text', width: 30 },
      { header: t('policies.effect.column.tier'), kind: 'text', width: 12 },
      { header: t('policies.effect.column.gains'), kind: 'number', width: 10 },
      { header: t('policies.effect.column.losses'), kind: 'number', width: 14 },
      { header: t('policies.effect.column.kept'), kind: 'number', width: 14 },
    ],
    rows: names.map((name, at) => [
      name,
      tiers[at] ? t(`app.tier.${tiers[at]}`) : '',
      gains[at] ?? 0,
      losses[at] ?? 0,
      excepted[at]?.length ?? 0,
    ]),
  })
  return (
    <Section
      title={t('policies.effect.who')}
      remark={t('policies.effect.whoCount', { count: ids.length })}
      action={
        <Button
          type="text"
          size="small"
          icon={<ExportOutlined />}
          title={t('accounts.export')}
          aria-label={`${t('accounts.export')} ${t('policies.effect.exportName')}`}
          onClick={() => void exportShown(table(), 'xlsx', t)}
        />
      }
    >
      <ul className={styles.who}>
        {ids.slice(0, MOST).map((id, at) => {
          const tier = tiers[at]
          const kept = excepted[at]?.length ?? 0
          return (
            <li key={id}>
              {tier ? <TierSign tier={tier} /> : <span />}
              <Link to={`/accounts/${id}`}>{names[at]}</Link>
              <span className={styles.quiet}>
                {[
                  (gains[at] ?? 0) > 0 ? `+${gains[at]}` : '',
                  (losses[at] ?? 0) > 0 ? `−${losses[at]}` : '',
                  kept > 0 ? t('policies.effect.kept', { count: kept }) : '',
                ]
                  .filter((part) => part !== '')
                  .join(' ')}
              </span>
            </li>
          )
        })}
      </ul>
      {ids.length > MOST && (
        <p className={styles.remark}>{t('policies.effect.more', { count: ids.length - MOST })}</p>
      )}
    </Section>
  )
}
