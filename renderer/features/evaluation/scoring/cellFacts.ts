import type { TFunction } from 'i18next'
import { GRADES, MARKS, type Mark } from '../../../../db/evaluation/rules/marks.ts'
import { formatFigure, formatScore, type MoneyUnit } from '../../../ui/format.ts'
import type { ScoringModel } from './scoringModel.ts'

/** The grade that a mark stands for. */
export const gradeOf = (mark: Mark) => GRADES[MARKS.indexOf(mark)] ?? 'failing'

/** What a mark rests on: the standard in words, or the figure and the band that holds it. */
export function markFacts(
  model: ScoringModel,
  row: number,
  column: number,
  t: TFunction,
  money: MoneyUnit,
): string {
  const mark = model.mark(row, column)
  if (model.isBanded(column)) return bandFacts(model, row, column, mark, t, money)
  if (mark === null) return t('scoring.facts.unmarked')
  const grade = gradeOf(mark)
  const standard = model.indicators[column]?.standards[grade].trim() ?? ''
  const words = { grade: t(`scoring.grade.${grade}`), mark, standard }
  return standard === '' ? t('scoring.facts.noStandard', words) : t('scoring.facts.standard', words)
}

/** One standard of a judged indicator, as the facts list it. */
export interface StandardLine {
  readonly mark: Mark
  /** the key that gives the mark */
  readonly key: number
  readonly text: string
  readonly chosen: boolean
}

/** All five standards of a judged cell's indicator, best first (A4); none for a banded one. */
export function standardLines(
  model: ScoringModel,
  row: number,
  column: number,
  t: TFunction,
): StandardLine[] {
  if (!model.isJudged(column)) return []
  const chosen = model.mark(row, column)
  return MARKS.map((mark, at) => {
    const grade = gradeOf(mark)
    const standard = model.indicators[column]?.standards[grade].trim() ?? ''
    const words = { grade: t(`scoring.grade.${grade}`), mark, standard }
    const text = standard === '' ? t('scoring.facts.standardName', words) : t('scoring.facts.standard', words)
    return { mark, key: at + 1, text, chosen: mark === chosen }
  })
}

function bandFacts(
  model: ScoringModel,
  row: number,
  column: number,
  mark: Mark | null,
  t: TFunction,
  money: MoneyUnit,
): string {
  const found = model.figure(row, column)
  if (!found) return t('scoring.facts.noFigure')
  const { figure, value } = found
  if (value === null) return t('scoring.facts.figureMissing', { figure: figure.name })
  const unit = figure.unit === 'money' ? t(`app.status.${money}`) : t(`accounts.unit.${figure.unit}`)
  const words = { figure: figure.name, value: `${formatFigure(value, figure.unit, money)} ${unit}`.trim() }
  if (mark === null) return t('scoring.facts.bandNone', words)
  const band = model.indicators[column]?.standards[gradeOf(mark)].trim() ?? ''
  return t('scoring.facts.band', { ...words, band, mark })
}

/** What is out of the ordinary about an account's total: an exception, blanks. */
export function accountFacts(model: ScoringModel, row: number, t: TFunction): string[] {
  const lines: string[] = []
  const total = model.total(row)
  if (total?.kind === 'partial') lines.push(t('scoring.facts.partial', { total: formatScore(total.tenths) }))
  if (total?.kind === 'scaled') lines.push(t('scoring.facts.scaled', { count: model.blanks(row) }))
  const exception = model.exception(row)
  if (exception)
    lines.push(t('scoring.facts.exception', { ...exception, tier: t(`scoring.tier.${exception.tier}`) }))
  return lines
}
