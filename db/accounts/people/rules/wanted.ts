import type { PersonFields } from '../contract.ts'

/** Facts that make a portrait useful (A2), in the order in which they are worth learning. */
export const WANTED_FACTS = [
  'attitude',
  'decisionRole',
  'influence',
  'phone',
  'birthday',
  'nativePlace',
  'interests',
  'rhythm',
  'family',
  'career',
  'brandsView',
  'preconditions',
] as const satisfies readonly (keyof PersonFields)[]
export type WantedFact = (typeof WANTED_FACTS)[number]

/** How complete a portrait is, percent 0–100, and what to learn next, most useful first. */
export function portraitShare(person: Readonly<Record<WantedFact, unknown>>): {
  readonly percent: number
  readonly missing: readonly WantedFact[]
} {
  const missing = WANTED_FACTS.filter((fact) => person[fact] === null || person[fact] === '')
  return { percent: Math.round((1 - missing.length / WANTED_FACTS.length) * 100), missing }
}
