import { useTranslation } from 'react-i18next'
import { type Entitlement, entitlementChange } from '../../../../db/evaluation/approval/rules/entitlements.ts'
import type { Standing } from '../../../../db/evaluation/rules/tiers.ts'
import styles from './approval.module.css'

/** What an account gains and loses with another tier (A9), in words. */
export function EntitlementLists({ from, to }: { readonly from: Standing | null; readonly to: Standing }) {
  const { t } = useTranslation()
  const { gained, lost } = entitlementChange(from, to)
  if (gained.length + lost.length === 0) return <p className={styles.quiet}>{t('approval.panel.noChange')}</p>
  return (
    <>
      <List sign="+" title={t('approval.panel.gained')} entitlements={gained} />
      <List sign="−" title={t('approval.panel.lost')} entitlements={lost} />
    </>
  )
}

function List({
  sign,
  title,
  entitlements,
}: {
  readonly sign: '+' | '−'
  readonly title: string
  readonly entitlements: readonly Entitlement[]
}) {
  const { t } = useTranslation()
  if (entitlements.length === 0) return null
  return (
    <div className={styles.entitlements} data-sign={sign}>
      <h3>
        {title} <span>{entitlements.length}</span>
      </h3>
      <ul>
        {entitlements.map((each) => (
          <li key={each}>
            <span aria-hidden="true">{sign}</span> {t(`approval.entitlement.${each}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}
