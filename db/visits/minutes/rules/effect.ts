import { ATTITUDES, type Attitude } from '../../../accounts/people/rules/fields.ts'
import type { Reach } from '../../rules/words.ts'

/** What of 100 points each part of a visit's effect counts (issue of the executive visits). */
export const EFFECT_PARTS = { objective: 40, commitments: 30, attitude: 20, next: 10 } as const

/** Where a promise of ours stands that was made at a visit. Days are YYYY-MM-DD. */
export interface MadeThere {
  readonly state: 'open' | 'kept' | 'broken' | 'released'
  readonly dueOn: string | null
  /** the day on which it was settled; null while it is open */
  readonly settledOn: string | null
}

/** How somebody stood before and after a visit; null where nobody said. */
export interface Stood {
  readonly before: Attitude | null
  readonly after: Attitude | null
}

/** A visit's effect: its parts in points, null where a part can't be told yet. */
export interface Effect {
  /** of 100, over the parts that can be told; null before it is known how far the objective was reached */
  readonly points: number | null
  readonly objective: number | null
  readonly commitments: number | null
  readonly attitude: number | null
  readonly next: number
}

const REACHED: Readonly<Record<Reach, number>> = { reached: 1, partly: 0.5, not: 0 }

/**
 * Objective 40 + commitments kept on time 30 + attitude gain 20 + next step fixed 10. A part that can't be told yet
 * counts neither way: the points are scaled over those that can.
 * @param today YYYY-MM-DD
 */
export function effectOf(
  {
    reach,
    promises,
    stood,
    nextOn,
  }: {
    readonly reach: Reach | null
    readonly promises: readonly MadeThere[]
    readonly stood: readonly Stood[]
    readonly nextOn: string | null
  },
  today: string,
): Effect {
  const objective = reach === null ? null : REACHED[reach] * EFFECT_PARTS.objective
  const kept = shareKept(promises, today)
  const gain = shareGained(stood)
  const commitments = kept === null ? null : Math.round(kept * EFFECT_PARTS.commitments)
  const attitude = gain === null ? null : Math.round(gain * EFFECT_PARTS.attitude)
  const next = nextOn === null ? 0 : EFFECT_PARTS.next
  if (objective === null) return { points: null, objective, commitments, attitude, next }
  const parts: readonly (readonly [number | null, number])[] = [
    [objective, EFFECT_PARTS.objective],
    [commitments, EFFECT_PARTS.commitments],
    [attitude, EFFECT_PARTS.attitude],
    [next, EFFECT_PARTS.next],
  ]
  const known = parts.flatMap(([got, most]) => (got === null ? [] : [{ got, most }]))
  const most = known.reduce((sum, part) => sum + part.most, 0)
  const got = known.reduce((sum, part) => sum + part.got, 0)
  return { points: Math.round((got / most) * 100), objective, commitments, attitude, next }
}

/** The share of our promises kept on time, 0–1, of those that were settled or are late; null before the first one. */
function shareKept(promises: readonly MadeThere[], today: string): number | null {
  const due = promises.filter(
    ({ state, dueOn }) =>
      state === 'kept' || state === 'broken' || (state === 'open' && dueOn !== null && dueOn < today),
  )
  if (due.length === 0) return null
  const onTime = due.filter(
    ({ state, dueOn, settledOn }) =>
      state === 'kept' && (dueOn === null || settledOn === null || settledOn <= dueOn),
  )
  return onTime.length / due.length
}

/** Steps up from which on the gain is full, and down from which on it is none. */
const FULL_STEP = 1

/**
 * How much theirs came towards us, 0–1: half where nothing moved, full for one step up on average, none for one down.
 * Who stood at the top and stays there counts as full: they can't gain. Null where nobody said how they stood after.
 */
function shareGained(stood: readonly Stood[]): number | null {
  const shares = stood.flatMap(({ before, after }) => {
    if (before === null || after === null) return []
    if (after === ATTITUDES[0]) return [1]
    const steps = ATTITUDES.indexOf(before) - ATTITUDES.indexOf(after)
    return [(Math.max(-FULL_STEP, Math.min(FULL_STEP, steps)) + FULL_STEP) / (2 * FULL_STEP)]
  })
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length
}
