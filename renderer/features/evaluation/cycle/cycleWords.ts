import type { TFunction } from 'i18next'
import type { Cycle, CycleFigure } from '../../../../db/evaluation/cycle/contract.ts'
import { formatFigure, formatScore, type MoneyUnit } from '../../../ui/format.ts'
import { changeText } from '../moves/reasonText.ts'
import type { CycleLine } from './cycleRows.ts'

/** A measure's name with its unit. */
export function measureText(figure: CycleFigure | null, money: MoneyUnit, t: TFunction): string {
  if (figure === null) return t('cycle.score')
  const unit = figure.unit === 'money' ? t(`app.status.${money}`) : t(`accounts.unit.${figure.unit}`)
  return t('accounts.figure.header', { name: figure.name, unit }).trim()
}

/** A value in its measure's unit, without the unit's name; an en dash where there is none. */
export function valueText(value: number | null, figure: CycleFigure | null, money: MoneyUnit): string {
  if (figure === null || value === null) return formatScore(value)
  return formatFigure(value, figure.unit, money)
}

/** What the cycle finds, as a sentence. */
export function findingText(lines: readonly CycleLine[], t: TFunction): string {
  const count = (verdict: CycleLine['verdict']): number =>
    lines.filter((line) => line.verdict === verdict).length
  const [strong, rising] = [count('strong'), count('rising')]
  if (strong + rising === 0) return t('cycle.findingEven')
  return strong === 0 ? t('cycle.findingNone', { rising }) : t('cycle.finding', { strong, rising })
}

/** What the finding rests on: years, measure, accounts, and the years for which nothing was published. */
export function drawnText({ years, accounts }: Cycle, measure: string, t: TFunction): string {
  const first = years.at(-1)?.year ?? 0
  const last = years.at(0)?.year ?? 0
  const words = { first, last, measure, count: accounts.ids.length }
  const lacking = years.filter(({ rounds }) => rounds.length === 0).map(({ year }) => year)
  const drawn = years.length === 1 ? t('cycle.drawnOne', words) : t('cycle.drawn', words)
  return lacking.length === 0
    ? drawn
    : drawn + t('cycle.lacking', { years: lacking.toReversed().join(t('cycle.lackingComma')) })
}

/** A seasonal account in words: this half against the same half of last year; empty for the others. */
export function seasonText(
  { season }: CycleLine,
  half: Cycle['half'],
  figure: CycleFigure | null,
  money: MoneyUnit,
  t: TFunction,
): string {
  if (season === null || half === null) return ''
  const words = { half: t(`cycle.half.${half === 1 ? 'first' : 'second'}`) }
  if (season.now === null) return t('cycle.seasonNone', words)
  const now = valueText(season.now, figure, money)
  if (season.before === null) return t('cycle.seasonNew', { ...words, now })
  const difference = season.now - season.before
  const change =
    figure === null
      ? changeText(difference)
      : `${difference > 0 ? '+' : ''}${formatFigure(difference, figure.unit, money)}`
  return t('cycle.season', { ...words, now, before: valueText(season.before, figure, money), change })
}
