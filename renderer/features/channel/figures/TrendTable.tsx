import { useTranslation } from 'react-i18next'
import type { ClockName } from '../../../../db/channel/requests/rules/clocks.ts'
import styles from '../chart/chart.module.css'
import { rateText, workText } from './figureText.ts'
import type { Report } from './report.ts'

/** The table behind the trend: one clock, month by month, without months in which nothing was asked. */
export function TrendTable({ report, clock }: { readonly report: Report; readonly clock: ClockName }) {
  const { t } = useTranslation()
  const months = report.months.filter(({ figures }) => figures.requests > 0)
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('figures.by.months')}</th>
            {(['rate', 'onTime', 'missed', 'pending'] as const).map((part) => (
              <th key={part} scope="col">
                {t(`figures.part.${part}`)}
              </th>
            ))}
            <th scope="col">{t('figures.halfNine')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ from, figures }) => {
            const { rate, onTime, missed, pending, p50, p90 } = figures.clocks[clock]
            return (
              <tr key={from}>
                <th scope="row">{from.slice(0, 7)}</th>
                <td>{rateText(rate)}</td>
                <td>{onTime}</td>
                <td>{missed}</td>
                <td>{pending}</td>
                <td className={styles.low}>
                  {p50 === null ? '–' : `${workText(p50, t)} / ${workText(p90, t)}`}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
