import type { TFunction } from 'i18next'
import { onTimeRate } from '../../../../db/channel/figures/rules/clockFigures.ts'
import type { ClockName } from '../../../../db/channel/requests/rules/clocks.ts'
import type { Span } from '../../../../db/channel/rules/periods.ts'
import type { Chart } from '../chart/ChartSection.tsx'
import { rateText } from './figureText.ts'
import type { Report } from './report.ts'

/** Points by which a rate must have moved to be called better or worse. */
const MOVED = 20

/** The on-time rate of a clock by month, with how it moved as its finding. */
export function trendChart(report: Report, clock: ClockName, { from, until }: Span, t: TFunction): Chart {
  const months = report.months.map(({ from: first, figures }) => ({
    month: first.slice(0, 7),
    ...figures.clocks[clock],
  }))
  const finding = findingOf(months, t(`requests.clock.${clock}`), t)
  return {
    finding,
    drawn: t('figures.drawn', { clock: t(`requests.clock.${clock}`), from, until }),
    meant: '',
    columns: months.map(({ month, rate, onTime, missed }) => ({
      key: month,
      label: month.slice(2),
      value: rate === null ? null : rate / 10,
      text: rate === null ? '' : rateText(rate),
      remark: onTime + missed === 0 ? '' : `${onTime}/${onTime + missed}`,
      target: null,
    })),
    table: {
      title: `${t('figures.title')} ${t(`requests.clock.${clock}`)} ${from} ${until}`,
      columns: [
        { header: t('figures.by.months'), kind: 'text', width: 12 },
        ...(['rate', 'onTime', 'missed', 'pending', 'p50', 'p90'] as const).map((part) => ({
          header: t(`figures.part.${part}`),
          kind: 'number' as const,
          width: 12,
        })),
      ],
      rows: months.map(({ month, rate, onTime, missed, pending, p50, p90 }) => [
        month,
        rate === null ? null : rate / 10,
        onTime,
        missed,
        pending,
        p50,
        p90,
      ]),
    },
  }
}

interface Month {
  readonly month: string
  readonly rate: number | null
  readonly onTime: number
  readonly missed: number
}

/** The last month that has a rate beside all months before it together: better, worse or about the same. */
function findingOf(months: readonly Month[], clock: string, t: TFunction): string {
  const rated = months.filter(({ rate }) => rate !== null)
  const last = rated.at(-1)
  if (!last || last.rate === null) return t('figures.findingNone', { clock })
  const sum = (part: 'onTime' | 'missed'): number =>
    rated.slice(0, -1).reduce((total, month) => total + month[part], 0)
  const before = onTimeRate(sum('onTime'), sum('missed'))
  const words = { clock, month: last.month, rate: rateText(last.rate), before: rateText(before) }
  if (before === null) return t('figures.findingOne', words)
  const points = last.rate - before
  if (Math.abs(points) < MOVED) return t('figures.findingSame', words)
  const by = rateText(Math.abs(points)).replace('%', '')
  return t(points > 0 ? 'figures.findingBetter' : 'figures.findingWorse', { ...words, points: by })
}
