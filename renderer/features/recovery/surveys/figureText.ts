import type { TFunction } from 'i18next'
import type { SurveyResult } from '../../../../db/recovery/surveys/contract.ts'
import type { SurveyFigure } from '../../../../db/recovery/surveys/rules/figures.ts'
import { formatNumber, formatSigned } from '../../../ui/format.ts'

/** A mean on five points, or on ten: 4.25. */
export const meanText = (mean: number): string => formatNumber(mean, 2)

/** A share as people say it: 67%. */
export const shareText = (share: number): string => `${Math.round(share * 100)}%`

/** The value of a figure: +20 for net recommendation, 4.2 for contentment. */
export const valueText = ({ kind, value }: Pick<SurveyFigure, 'kind' | 'value'>): string =>
  kind === 'recommend' ? formatSigned(value, 0) : meanText(value)

/** A figure by its name: 推荐净值 +20. */
export const figureText = (figure: SurveyFigure, t: TFunction): string =>
  t(`surveys.figure.${figure.kind}`, { value: valueText(figure) })

/** What a figure is made of: the shares behind it. */
export const toldText = (figure: SurveyFigure, t: TFunction): string =>
  figure.kind === 'recommend'
    ? t('surveys.figure.recommendTold', {
        promoters: shareText(figure.promoters),
        passives: shareText(figure.passives),
        detractors: shareText(figure.detractors),
      })
    : t('surveys.figure.contentTold', { good: shareText(figure.good) })

/** What a trend says of its last survey, against the one before it. */
export function trendFinding({ points, change }: SurveyResult['trend'], t: TFunction): string {
  const last = points.at(-1)
  const before = points.at(-2)
  if (!last) return t('surveys.finding.none')
  const figure = figureText(last.figure, t)
  if (!before || change === null) return t('surveys.finding.first', { figure })
  const { kind } = last.figure
  const size = formatNumber(Math.abs(change), kind === 'recommend' ? 0 : 2)
  // what rounds to nothing is no change
  const way = size === '0' ? 'same' : change > 0 ? 'risen' : 'fallen'
  return t(`surveys.finding.${way}`, { figure, before: before.name, change: size })
}
