import type { Standing } from '../../../evaluation/rules/tiers.ts'

/** A9: what an account thinks of a planned decision; one that has not answered has no stance. */
export const STANCES = ['for', 'neutral', 'against'] as const
export type Stance = (typeof STANCES)[number]

/** What was decided of what was put to accounts. */
export const DECISIONS = ['asPlanned', 'changed', 'dropped'] as const
export type ConsultationDecision = (typeof DECISIONS)[number]

/** Smallest and largest weight of an opinion. */
export const WEIGHTS = { least: 1, most: 99 } as const

/** The weight that an account's opinion is proposed with: key 3, main 2, others 1. */
export const proposedWeight = (standing: Standing | null): number =>
  standing === 'key' ? 3 : standing === 'main' ? 2 : 1

/** What of an opinion the result follows from. */
export interface Weighed {
  readonly weight: number
  readonly stance: Stance | null
}

/** How opinions weigh: weights by stance, of all that were asked, and how many answered. */
export interface Result {
  readonly asked: number
  readonly answered: number
  readonly weights: Readonly<Record<Stance | 'silent', number>>
  /** of all weights */
  readonly whole: number
}

/** What the opinions come to. */
export function resultOf(opinions: Iterable<Weighed>): Result {
  const weights = { for: 0, neutral: 0, against: 0, silent: 0 }
  let asked = 0
  let answered = 0
  for (const { weight, stance } of opinions) {
    asked += 1
    if (stance !== null) answered += 1
    weights[stance ?? 'silent'] += weight
  }
  return {
    asked,
    answered,
    weights,
    whole: weights.for + weights.neutral + weights.against + weights.silent,
  }
}

/** What those who answered lean to: the heavier side of for and against; `even` where they weigh the same. */
export function leaning({ weights }: Result): 'for' | 'against' | 'even' | 'none' {
  const { for: pro, against, neutral } = weights
  if (pro + against + neutral === 0) return 'none'
  if (pro === against) return 'even'
  return pro > against ? 'for' : 'against'
}

/** The share of a weight among those who answered, in whole percent; 0 before the first answer. */
export function share(weight: number, { weights }: Result): number {
  const answered = weights.for + weights.neutral + weights.against
  return answered === 0 ? 0 : Math.round((weight * 100) / answered)
}

/** Whether an answer came after opinions were wanted by; days are YYYY-MM-DD. */
export const isLate = (givenOn: string, closesOn: string): boolean => givenOn > closesOn

/** How far a consultation is on `today`: decided before all told; told once every account that was asked knows. */
export const CONSULTATION_STATES = ['asking', 'closed', 'decided', 'told'] as const
export type ConsultationState = (typeof CONSULTATION_STATES)[number]

/** @param untold how many of those asked were not told what came of it */
export function consultationState(
  { closesOn, outcome }: { readonly closesOn: string; readonly outcome: object | null },
  untold: number,
  today: string,
): ConsultationState {
  if (outcome !== null) return untold === 0 ? 'told' : 'decided'
  return today > closesOn ? 'closed' : 'asking'
}
