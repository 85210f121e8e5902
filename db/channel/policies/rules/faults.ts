import { TIERS, type Tier } from '../../../evaluation/rules/tiers.ts'
import { PRIORITIES } from '../../requests/rules/words.ts'
import { type PolicyVersion, versionOn } from './effective.ts'
import { TERMS, termOf } from './termList.ts'
import type { PolicyTerms, TermChanges, TermKey, TermValue } from './terms.ts'

/** What keeps terms from being a promise that can be held. */
export const TERM_FAULTS = ['notPositive', 'firstAfterSolution', 'wrongKind'] as const

/** A term that can't be promised. */
export interface TermFault {
  readonly key: TermKey
  readonly code: (typeof TERM_FAULTS)[number]
  /** what it says; for a first response that would come after the solution, the solution's minutes are `beside` */
  readonly value: TermValue
  readonly beside: number | null
}

/**
 * What is wrong with a tier's terms: a clock or a cadence of nothing or less, and a first response that may come after
 * the solution.
 */
export function termFaults(terms: PolicyTerms): TermFault[] {
  const notPositive = TERMS.flatMap(({ key, kind, read }): TermFault[] => {
    const value = read(terms)
    const isTime = kind === 'minutes' || kind === 'days'
    return isTime && typeof value === 'number' && value <= 0
      ? [{ key, code: 'notPositive', value, beside: null }]
      : []
  })
  const late = PRIORITIES.flatMap((priority): TermFault[] => {
    const { first, solution } = terms.responses[priority]
    return first !== null && solution !== null && first > solution && solution > 0
      ? [{ key: `responses.${priority}.first`, code: 'firstAfterSolution', value: first, beside: solution }]
      : []
  })
  return [...notPositive, ...late]
}

/** What is wrong with an exception's terms for an account that gets these by its tier: of its own terms, and of both together. */
export function exceptionFaults(changes: TermChanges, terms: PolicyTerms): TermFault[] {
  const faults: TermFault[] = []
  let result = terms
  for (const [key, value] of Object.entries(changes)) {
    const term = termOf(key)
    if (!term || value === undefined) continue
    result = term.write(result, value)
    if (term.read(result) !== value) faults.push({ key: term.key, code: 'wrongKind', value, beside: null })
  }
  const known = new Set(termFaults(terms).map(({ key, code }) => `${key} ${code}`))
  return [...faults, ...termFaults(result).filter(({ key, code }) => !known.has(`${key} ${code}`))]
}

/** The first day on which the four tiers' shares of our effort don't make the whole. */
export interface SharesFault {
  /** YYYY-MM-DD */
  readonly day: string
  /** percent */
  readonly sum: number
}

/** Shares of the effort over the four tiers add up to 100 on every day from one on; null where they do. */
export function sharesFault(versions: readonly PolicyVersion[], from: string): SharesFault | null {
  const later = versions.map(({ fromOn }) => fromOn).filter((fromOn) => fromOn > from)
  for (const day of [from, ...new Set(later)].sort()) {
    const sum = TIERS.reduce(
      (total, tier: Tier) => total + versionOn(versions, tier, day).terms.effortShare,
      0,
    )
    if (sum !== 100) return { day, sum }
  }
  return null
}
