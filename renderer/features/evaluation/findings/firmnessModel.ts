import { STANDINGS } from '../../../../db/evaluation/consensus/rules/accountState.ts'
import type { Firmness } from '../../../../db/evaluation/findings/contract.ts'
import { NO_SCORE } from '../../../../db/evaluation/rules/grade.ts'
import { type Borders, nearestBorder, type Standing, tierOf } from '../../../../db/evaluation/rules/tiers.ts'

/** One evaluator's mark that, given otherwise, moves an account. Places in the round. */
export interface MarkMove {
  readonly evaluator: number
  readonly indicator: number
  readonly from: number
  readonly to: number
  readonly score: number
  readonly standing: Standing
}

/** One weight, hundredths of a percent, that moves an account if it is set otherwise. */
export interface WeightMove {
  readonly indicator: number
  readonly from: number
  readonly to: number
  readonly score: number
  readonly standing: Standing
}

/** An evaluator without whom an account stands elsewhere. */
export interface AbsenceMove {
  readonly evaluator: number
  readonly score: number
  readonly standing: Standing
}

/** How likely a tier is. */
export interface Odds {
  readonly standing: Standing
  /** part of the draws, 0–1 */
  readonly share: number
  /** the same in whole percent; those of an account add up to 100 */
  readonly percent: number
}

/** How firm one account's tier is. Scores in tenths. */
export interface FirmnessRow {
  readonly id: string
  /** place in the round */
  readonly at: number
  /** 1 for the most fragile */
  readonly place: number
  readonly score: number | null
  readonly standing: Standing
  readonly border: { readonly at: number; readonly distance: number } | null
  /** the tier isn't one of the score, so nothing moves it */
  readonly isDecided: boolean
  readonly mark: MarkMove | null
  /** grades between the two marks of `mark`; null without */
  readonly grades: number | null
  readonly weight: WeightMove | null
  readonly movers: readonly AbsenceMove[]
  /** how many evaluators' absence leaves too little marked for any score */
  readonly needed: number
  /** tier by tier, those that occur; empty without odds */
  readonly odds: readonly Odds[]
}

/** Opens the columns of a round's firmness, the most fragile account first. */
export function firmnessRows(firmness: Firmness, borders: Borders): FirmnessRow[] {
  return firmness.order.map((at, order) => {
    const score = firmness.scores[at] ?? NO_SCORE
    const scored = score !== NO_SCORE
    const near = scored ? nearestBorder(score, borders) : null
    const grades = firmness.mark.grades[at] || null
    return {
      id: firmness.accountIds[at] ?? '',
      at,
      place: order + 1,
      score: scored ? score : null,
      standing: STANDINGS[firmness.standings[at] ?? 0] ?? 'insufficient',
      border: near && { at: borders[near.border], distance: near.distanceTenths },
      isDecided: firmness.decided[at] === 1,
      mark: grades === null ? null : markMove(firmness, at, borders),
      grades,
      weight: weightMove(firmness, at, borders),
      movers: moversOf(firmness, at, borders),
      needed: firmness.needed[at] ?? 0,
      odds: oddsOf(firmness, at),
    }
  })
}

const standingOfScore = (score: number, borders: Borders): Standing =>
  score === NO_SCORE ? 'insufficient' : tierOf(score, borders)

function markMove({ mark }: Firmness, at: number, borders: Borders): MarkMove {
  const score = mark.scores[at] ?? NO_SCORE
  return {
    evaluator: mark.evaluators[at] ?? 0,
    indicator: mark.indicators[at] ?? 0,
    from: mark.from[at] ?? 0,
    to: mark.to[at] ?? 0,
    score,
    standing: standingOfScore(score, borders),
  }
}

function weightMove({ weight }: Firmness, at: number, borders: Borders): WeightMove | null {
  if (!weight.shifts[at]) return null
  const score = weight.scores[at] ?? NO_SCORE
  return {
    indicator: weight.indicators[at] ?? 0,
    from: weight.from[at] ?? 0,
    to: weight.to[at] ?? 0,
    score,
    standing: standingOfScore(score, borders),
  }
}

function moversOf({ movers }: Firmness, at: number, borders: Borders): AbsenceMove[] {
  const moves: AbsenceMove[] = []
  for (let place = movers.starts[at] ?? 0; place < (movers.starts[at + 1] ?? 0); place += 1) {
    const score = movers.scores[place] ?? NO_SCORE
    moves.push({ evaluator: movers.evaluators[place] ?? 0, score, standing: standingOfScore(score, borders) })
  }
  return moves
}

function oddsOf({ odds }: Firmness, at: number): Odds[] {
  if (odds === null) return []
  const shares = STANDINGS.map((_, place) => (odds[at * STANDINGS.length + place] ?? 0) / 1_000)
  const percents = wholePercents(shares)
  return STANDINGS.map((standing, place) => ({
    standing,
    share: shares[place] ?? 0,
    percent: percents[place] ?? 0,
  })).filter(({ share }) => share > 0)
}

/** Parts that add up to one, as whole percents that add up to 100: the largest remainders are rounded up. */
export function wholePercents(shares: readonly number[]): number[] {
  const percents = shares.map((share) => Math.floor(share * 100 + 1e-9))
  const missing = 100 - percents.reduce((sum, percent) => sum + percent, 0)
  const byRemainder = shares
    .map((share, place) => ({ place, remainder: share * 100 - (percents[place] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.place - b.place)
  for (const { place } of byRemainder.slice(0, missing)) percents[place] = (percents[place] ?? 0) + 1
  return percents
}

/** What a round's firmness says in one sentence. */
export interface FirmnessFinding {
  /** accounts whose tier depends on a score */
  readonly accounts: number
  /** those that one mark, one grade otherwise, would move */
  readonly oneGrade: number
  /** those that the absence of one evaluator would move */
  readonly oneEvaluator: number
  /** the most fragile one's place in the round; null where nothing moves any */
  readonly first: number | null
}

/** Counts how many tiers hang by a thread. */
export function firmnessFinding(rows: readonly FirmnessRow[]): FirmnessFinding {
  const free = rows.filter(({ isDecided, score }) => !isDecided && score !== null)
  const first = free.find(({ mark, weight, movers }) => mark || weight || movers.length > 0)
  return {
    accounts: free.length,
    oneGrade: free.filter(({ grades }) => grades === 1).length,
    oneEvaluator: free.filter(({ movers }) => movers.length > 0).length,
    first: first?.at ?? null,
  }
}
