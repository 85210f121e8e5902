import { addDays } from '../../rules/days.ts'
import type { Attitude } from './fields.ts'

/** When a person was at a company: YYYY, YYYY-MM or YYYY-MM-DD; null where not known, or while they are there. */
export interface Span {
  readonly since: string | null
  readonly until: string | null
}

/** Whether they are there on a day (YYYY-MM-DD). A month or year of leaving counts as over once it has begun. */
export const isCurrent = ({ until }: Span, today: string): boolean =>
  until === null || until > today.slice(0, until.length)

/** What a person's change of employer means to an account: they went, or they came. */
export const MOVE_KINDS = ['risk', 'lead'] as const
export type MoveKind = (typeof MOVE_KINDS)[number]

/** Attitudes that make a job move matter: who was for us takes that along. */
const FOR_US: readonly (Attitude | null)[] = ['champion', 'friendly']

/** How long a job move stays worth a word, in days: after two years it is history. */
const MOVE_DAYS = 730

/**
 * What it means to an account that somebody who is for us changed employer: a risk where they left within two years
 * and work elsewhere now, a lead where they came from such a place. Undefined where neither holds.
 */
export function moveKind(
  here: readonly Span[],
  elsewhere: readonly Span[],
  attitude: Attitude | null,
  today: string,
): MoveKind | undefined {
  if (!FOR_US.includes(attitude)) return undefined
  const left = (span: Span): boolean =>
    !isCurrent(span, today) && (span.until ?? '') >= addDays(today, -MOVE_DAYS).slice(0, span.until?.length)
  const isIn = (spans: readonly Span[]): boolean => spans.some((span) => isCurrent(span, today))
  if (!isIn(here) && here.some(left) && isIn(elsewhere)) return 'risk'
  if (isIn(here) && !isIn(elsewhere) && elsewhere.some(left)) return 'lead'
  return undefined
}
