import type { TFunction } from 'i18next'
import { storedScale } from '../../../../db/accounts/rules/figures.ts'
import type { Cycle, CycleFigure } from '../../../../db/evaluation/cycle/contract.ts'
import { VERDICTS } from '../../../../db/evaluation/cycle/rules/cycle.ts'
import { TIERS } from '../../../../db/evaluation/rules/tiers.ts'
import type { GridColumn } from '../../../grid/types.ts'
import type { MoneyUnit } from '../../../ui/format.ts'
import { spanElement } from '../../../ui/spanElement.ts'
import { standingElement } from '../../../ui/tierElement.ts'
import styles from './cycle.module.css'
import type { CycleLine } from './cycleRows.ts'
import { seasonText, valueText } from './cycleWords.ts'

/** How many stored steps make one shown unit of a measure. */
export function scaleOf(figure: CycleFigure | null, money: MoneyUnit): number {
  if (figure === null) return 10
  return figure.unit === 'money' && money === 'tenThousand' ? 1_000_000 : storedScale(figure.unit)
}

/** The columns of the cycle: verdict, value and tier over it, this year's tier, a bar and a figure for each year. */
export function cycleColumns(
  { years, half }: Cycle,
  figure: CycleFigure | null,
  money: MoneyUnit,
  t: TFunction,
): GridColumn<CycleLine>[] {
  const scale = scaleOf(figure, money)
  const number = (
    id: string,
    title: string,
    read: (line: CycleLine) => number | null,
  ): GridColumn<CycleLine> => ({
    id,
    title,
    kind: 'number',
    width: 84,
    mostWidth: 110,
    scale,
    read,
    format: (value) => valueText(typeof value === 'number' ? value : null, figure, money),
  })
  return [
    {
      id: 'account',
      title: t('cycle.column.account'),
      kind: 'text',
      width: 150,
      pinned: 'left',
      read: ({ name }) => name,
      sortKey: ({ pinyin }) => pinyin,
      search: ({ pinyin }) => pinyin,
    },
    { id: 'code', title: t('cycle.column.code'), kind: 'text', width: 76, read: ({ code }) => code },
    verdictColumn(t),
    tierColumn('tier', t),
    tierColumn('thisYear', t),
    number('value', t('cycle.column.value'), ({ value }) => value),
    trendColumn(years, figure, money, t),
    {
      id: 'season',
      title: t('cycle.column.season'),
      kind: 'text',
      width: 240,
      mostWidth: 320,
      read: (line) => seasonText(line, half, figure, money, t) || null,
    },
    ...years.map(({ year }, at) => number(`year:${at}`, String(year), ({ values }) => values[at] ?? null)),
    { id: 'owner', title: t('cycle.column.owner'), kind: 'text', width: 80, read: ({ owner }) => owner },
  ]
}

const SIGNS = { strong: '▼', rising: '▲', even: '', noYear: '', tooLittle: '' } as const

const verdictColumn = (t: TFunction): GridColumn<CycleLine> => ({
  id: 'verdict',
  title: t('cycle.column.verdict'),
  kind: 'text',
  width: 158,
  read: ({ verdict }) => t(`cycle.verdict.${verdict}`),
  sortKey: ({ verdict }) => VERDICTS.indexOf(verdict),
  cellClass: ({ verdict }) => styles[verdict] ?? '',
  draw({ row: { verdict }, text }, into) {
    const sign = SIGNS[verdict]
    into.textContent = sign === '' ? text : `${sign} ${text}`
  },
})

const tierColumn = (id: 'tier' | 'thisYear', t: TFunction): GridColumn<CycleLine> => ({
  id,
  title: t(`cycle.column.${id}`),
  kind: 'text',
  width: 96,
  read: (line) => {
    const tier = line[id]
    return tier === null ? null : t(`app.tier.${tier}`)
  },
  sortKey: (line) => {
    const tier = line[id]
    return tier === null ? null : TIERS.indexOf(tier)
  },
  draw({ row, text }, into) {
    const tier = row[id]
    if (tier !== null) into.append(standingElement(tier, text))
  },
})

/** A bar for each year, the oldest first, from nought up; what is below nought, or missing, is a dot on the line. */
function trendColumn(
  years: Cycle['years'],
  figure: CycleFigure | null,
  money: MoneyUnit,
  t: TFunction,
): GridColumn<CycleLine> {
  return {
    id: 'trend',
    title: t('cycle.column.trend'),
    kind: 'text',
    width: 24 + years.length * 12,
    read: ({ values }) =>
      values
        .map((value) => valueText(value, figure, money))
        .toReversed()
        .join(' '),
    sortKey: ({ values }) => (values[0] ?? 0) - (values.findLast((value) => value !== null) ?? 0),
    draw({ row: { values } }, into) {
      const most = figure === null ? MOST_TENTHS : Math.max(1, ...values.map((value) => value ?? 0))
      const bars = years.map(({ year }, at) => {
        const value = values[at] ?? null
        const bar = spanElement(value === null || value <= 0 ? styles.dot : styles.bar)
        if (value !== null && value > 0) bar.style.height = `${Math.max(2, (value / most) * 22)}px`
        bar.title = `${year} ${valueText(value, figure, money)}`
        if (at === 0) bar.dataset.now = ''
        return bar
      })
      into.append(spanElement(styles.trend, ...bars.toReversed()))
    },
  }
}

const MOST_TENTHS = 1_000
