import { useTranslation } from 'react-i18next'
import type { TermDifference, TierChange } from '../../../../db/channel/policies/rules/differences.ts'
import { differenceText } from '../../../../db/terms/policies.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import styles from './approval.module.css'

/** What an account gains at once and loses after the days of grace with another tier (A9), in words. */
export function EntitlementLists({ change }: { readonly change: TierChange }) {
  const { t } = useTranslation()
  const { differences, lossesFrom } = change
  if (differences.length === 0) return <p className={styles.quiet}>{t('approval.panel.noChange')}</p>
  const by = (effect: TermDifference['effect']) => differences.filter((each) => each.effect === effect)
  return (
    <>
      <List sign="+" title={t('approval.panel.gained')} differences={by('gain')} />
      <List sign="−" title={t('approval.panel.lost', { day: lossesFrom ?? '' })} differences={by('loss')} />
      <List sign="·" title={t('approval.panel.otherwise')} differences={by('other')} />
    </>
  )
}

function List({
  sign,
  title,
  differences,
}: {
  readonly sign: '+' | '−' | '·'
  readonly title: string
  readonly differences: readonly TermDifference[]
}) {
  if (differences.length === 0) return null
  return (
    <div className={styles.entitlements} data-sign={sign}>
      <h3>
        {title} <span>{differences.length}</span>
      </h3>
      <ul>
        {differences.map((each) => (
          <li key={each.key}>
            <span aria-hidden="true">{sign}</span> {differenceText(each, spokenLanguage())}
          </li>
        ))}
      </ul>
    </div>
  )
}
