import type { TFunction } from 'i18next'
import type { Firmness } from '../../../../db/evaluation/findings/contract.ts'
import type { Standing } from '../../../../db/evaluation/rules/tiers.ts'
import { formatNumber, formatScore, formatWeight } from '../../../ui/format.ts'
import type { ConsensusModel } from '../consensus/consensusModel.ts'
import type { FirmnessRow, Odds } from './firmnessModel.ts'

/** What the words of an account's firmness need to know of the round. */
export interface FirmnessNames {
  readonly model: ConsensusModel
  readonly firmness: Firmness
}

const tierWord = (standing: Standing, t: TFunction): string => t(`app.tier.${standing}`)

const indicatorName = ({ model }: FirmnessNames, place: number): string =>
  model.data.sheet.indicators[place]?.name ?? ''

/** An evaluator's name by place. */
export const evaluatorName = ({ firmness }: FirmnessNames, place: number): string =>
  firmness.evaluators[place]?.name ?? ''

/** How far a score is from the nearest border: `80 +2.2`. */
export function borderText({ border }: FirmnessRow): string {
  if (border === null) return ''
  const sign = border.distance < 0 ? '−' : '+'
  return `${formatNumber(border.at / 10, 1)} ${sign}${formatScore(Math.abs(border.distance))}`
}

/** The one mark that would move an account; empty where there is none. */
export function markText({ mark }: FirmnessRow, names: FirmnessNames, t: TFunction): string {
  if (mark === null) return ''
  return t('findings.firmness.markCell', {
    evaluator: evaluatorName(names, mark.evaluator),
    indicator: indicatorName(names, mark.indicator),
    from: mark.from,
    to: mark.to,
    score: formatScore(mark.score),
    tier: tierWord(mark.standing, t),
  })
}

/** The evaluators without whom it would stand elsewhere. */
export const moversText = ({ movers }: FirmnessRow, names: FirmnessNames, t: TFunction): string =>
  movers.map(({ evaluator }) => evaluatorName(names, evaluator)).join(t('accounts.page.separator'))

/** The smallest change of a weight that would move it. */
export function weightText({ weight }: FirmnessRow, names: FirmnessNames, t: TFunction): string {
  if (weight === null) return ''
  return t('findings.firmness.weightCell', {
    indicator: indicatorName(names, weight.indicator),
    from: formatWeight(weight.from),
    to: formatWeight(weight.to),
    score: formatScore(weight.score),
    tier: tierWord(weight.standing, t),
  })
}

/** A part of the draws as a percentage: never 0% or 100% where it is neither. */
export function shareText({ share, percent }: Pick<Odds, 'share' | 'percent'>): string {
  if (percent === 100 && share < 1) return '>99%'
  return percent === 0 ? '<1%' : `${percent}%`
}

/** The odds of each tier that occurs, the likeliest first. */
export const oddsText = (row: FirmnessRow, t: TFunction): string =>
  [...row.odds]
    .sort((a, b) => b.share - a.share)
    .map((odds) => `${tierWord(odds.standing, t)} ${shareText(odds)}`)
    .join(' ')
