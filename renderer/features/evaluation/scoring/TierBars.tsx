import { useTranslation } from 'react-i18next'
import type { TierShare } from '../../../../db/evaluation/rules/tiers.ts'
import { formatNumber } from '../../../ui/format.ts'
import { TierSign } from '../../../ui/tier.tsx'
import styles from './panel.module.css'

/**
 * Each tier's share of the graded accounts as a bar, zero-based, with a line where A8 expects it. `past` shows how it
 * was before, paler, under bars that are only tried out.
 */
export function TierBars({
  shares,
  past,
}: {
  readonly shares: readonly TierShare[]
  readonly past?: readonly TierShare[]
}) {
  const { t } = useTranslation()
  return (
    <ul className={styles.bars}>
      {shares.map(({ tier, count, percent, expectedPercent }, at) => (
        <li key={tier}>
          <div className={styles.barHead}>
            <TierSign tier={tier} />
            <span className={styles.tierWord} data-tier={tier}>
              {t(`app.tier.${tier}`)}
            </span>
            <span className={styles.count}>
              {t('scoring.shape.accounts', { count })}
              {past && past[at]?.count !== count && (
                <> · {t('scoring.outcome.changed', { before: past[at]?.count ?? 0 })}</>
              )}
            </span>
            <strong>{formatNumber(percent, 1)}%</strong>
            <span className={styles.expected}>
              {t('scoring.shape.expected', { percent: expectedPercent })}
            </span>
          </div>
          <div className={styles.track} aria-hidden="true">
            {past && (
              <span
                className={styles.bar}
                data-tier={tier}
                data-past=""
                style={{ width: `${past[at]?.percent ?? 0}%` }}
              />
            )}
            <span
              className={styles.bar}
              data-tier={tier}
              style={past ? { width: `${percent}%`, top: 3, bottom: 1 } : { width: `${percent}%` }}
            />
            <span className={styles.mark} style={{ left: `calc(${expectedPercent}% - 1px)` }} />
          </div>
        </li>
      ))}
    </ul>
  )
}
