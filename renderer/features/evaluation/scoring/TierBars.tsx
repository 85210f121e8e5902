import { useTranslation } from 'react-i18next'
import type { TierShare } from '../../../../db/evaluation/rules/tiers.ts'
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
  const full = fullPercent([...shares, ...(past ?? [])].map(({ percent }) => percent))
  const along = (percent: number): string => `${(percent / full) * 100}%`
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
            <strong>{percent.toFixed(1)}%</strong>
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
                style={{ width: along(past[at]?.percent ?? 0) }}
              />
            )}
            <span
              className={styles.bar}
              data-tier={tier}
              style={past ? { width: along(percent), top: 3, bottom: 1 } : { width: along(percent) }}
            />
            <span className={styles.mark} style={{ left: `calc(${along(expectedPercent)} - 1px)` }} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What a whole track stands for: half of all accounts, the expected shares being 40% at most, or more where needed. */
export const fullPercent = (percents: readonly number[]): number =>
  Math.max(50, Math.ceil(Math.max(...percents) / 10) * 10)
