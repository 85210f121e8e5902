import { useTranslation } from 'react-i18next'
import { minutesText } from '../../../../db/channel/effort/rules/minutes.ts'
import { TierTag } from '../../../ui/tier.tsx'
import styles from '../chart/chart.module.css'
import type { Report } from './report.ts'
import { shareText } from './shareChart.ts'

/** The table behind the chart of shares. */
export function ShareTable({ report }: { readonly report: Report }) {
  const { t } = useTranslation()
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['tier', 'minutes', 'share', 'target', 'off'] as const).map((field) => (
              <th key={field} scope="col">
                {t(`effort.field.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.tiers.map(({ tier, minutes, share, target }) => (
            <tr key={tier ?? ''}>
              <th scope="row">{tier === null ? t('effort.noTier') : <TierTag standing={tier} />}</th>
              <td>{minutesText(minutes)}</td>
              <td>{shareText(share)}</td>
              <td>{target === null ? '' : `${target}%`}</td>
              <td>{share === null || target === null ? '' : offText(share / 10 - target)}</td>
            </tr>
          ))}
          {report.withoutAccount > 0 && (
            <tr>
              <th scope="row">{t('effort.withoutAccount')}</th>
              <td>{minutesText(report.withoutAccount)}</td>
              <td />
              <td />
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

/** Points above or below what was meant. */
const offText = (points: number): string =>
  `${points > 0 ? '+' : points < 0 ? '−' : ''}${Math.abs(points).toFixed(1)}`
