import { Segmented } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ShownTable } from '../../../../db/accounts/analysis/contract.ts'
import { periodAround, type Span } from '../../../../db/channel/rules/periods.ts'
import type { Heat } from '../../../../db/recovery/patterns/contract.ts'
import { HEAT_DIMENSIONS, type HeatDimension } from '../../../../db/recovery/patterns/rules/dimensions.ts'
import { formatNumber } from '../../../ui/format.ts'
import { casesOf } from './caseLink.ts'
import { Finding } from './Finding.tsx'
import styles from './patterns.module.css'
import { groupName, type Report } from './report.ts'

/** Shades of a cell beside none. */
const SHADES = 4

/** When cases came: months by what they are about, each cell with its number of cases. */
export function HeatPart({
  report,
  by,
  choose,
}: {
  readonly report: Report
  readonly by: HeatDimension
  readonly choose: (name: 'heat', value: string) => void
}) {
  const { t } = useTranslation()
  const { months, span } = report
  const rows = report.heat[by]
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts))
  const title = findingOf(report, t)
  return (
    <Finding
      title={title}
      drawn={t('patterns.heat.drawn')}
      table={rows.length === 0 ? null : tableOf(report, rows, by, t)}
      controls={
        <Segmented<HeatDimension>
          size="small"
          aria-label={t('patterns.by.label')}
          value={by}
          options={HEAT_DIMENSIONS.map((value) => ({ value, label: t(`patterns.by.${value}`) }))}
          onChange={(value) => choose('heat', value)}
        />
      }
    >
      {rows.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.heat} aria-label={title}>
            <thead>
              <tr>
                <th scope="col">{t(`patterns.by.${by}`)}</th>
                {months.map((month) => (
                  <th key={month} scope="col">
                    {month.slice(2)}
                  </th>
                ))}
                <th scope="col">{t('patterns.heat.sum')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => {
                const name = groupName(by, row, t)
                return (
                  <tr key={row.key}>
                    <th scope="row" title={name}>
                      {name}
                    </th>
                    {months.map((month, at) => {
                      const count = row.counts[at] ?? 0
                      return (
                        <td key={month} data-shade={count === 0 ? 0 : Math.ceil((count / most) * SHADES)}>
                          {count > 0 && (
                            <Link
                              to={casesOf(by, row.key, daysOf(month, span))}
                              aria-label={t('patterns.heat.cell', { name, month, count })}
                            >
                              {formatNumber(count)}
                            </Link>
                          )}
                        </td>
                      )
                    })}
                    <td>{formatNumber(sumOf(row.counts))}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </Finding>
  )
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

/** The days of a month that lie in a span. */
function daysOf(month: string, { from, until }: Span): Span {
  const whole = periodAround('month', `${month}-01`)
  return { from: whole.from > from ? whole.from : from, until: whole.until < until ? whole.until : until }
}

/** The month in which most cases came, and what most of these were about. */
function findingOf({ months, heat: { category } }: Report, t: TFunction): string {
  const sums = months.map((month, at) => ({
    month,
    at,
    count: sumOf(category.map(({ counts }) => counts[at] ?? 0)),
  }))
  const [worst] = sums.toSorted((one, other) => other.count - one.count)
  if (worst === undefined || worst.count === 0) return t('patterns.heat.none')
  const [about] = category.toSorted(
    (one, other) => (other.counts[worst.at] ?? 0) - (one.counts[worst.at] ?? 0),
  )
  return t('patterns.heat.finding', {
    month: worst.month,
    count: worst.count,
    name: about ? groupName('category', about, t) : '',
    most: about?.counts[worst.at] ?? 0,
  })
}

function tableOf(
  { months, span: { from, until } }: Report,
  rows: Heat,
  by: HeatDimension,
  t: TFunction,
): Omit<ShownTable, 'finding'> {
  return {
    title: `${t('patterns.title')} ${t(`patterns.by.${by}`)} × ${from} ${until}`,
    columns: [
      { header: t(`patterns.by.${by}`), kind: 'text', width: 30 },
      ...months.map((month) => ({ header: month, kind: 'number' as const, width: 9 })),
      { header: t('patterns.heat.sum'), kind: 'number', width: 9 },
    ],
    rows: rows.map((row) => [groupName(by, row, t), ...row.counts, sumOf(row.counts)]),
  }
}
