/** C2: where a promise stands. Only the customer can release us. */
export const PROMISE_STATES = ['open', 'kept', 'broken', 'released'] as const
export type PromiseState = (typeof PROMISE_STATES)[number]

/** How an open promise may end. */
export const SETTLED_STATES = ['kept', 'broken', 'released'] as const
export type SettledState = (typeof SETTLED_STATES)[number]

/** Whose promise it is. */
export const PROMISE_SIDES = ['ours', 'theirs'] as const
export type PromiseSide = (typeof PROMISE_SIDES)[number]

/** Where a promise was made. */
export const PROMISE_SOURCES = ['direct', 'log', 'visit', 'task', 'case'] as const
export type PromiseSource = (typeof PROMISE_SOURCES)[number]

/** Where a promise may go from each state: it is settled once, and a settlement is taken back by reopening. */
export const TRANSITIONS = {
  open: ['kept', 'broken', 'released'],
  kept: ['open'],
  broken: ['open'],
  released: ['open'],
} as const satisfies Readonly<Record<PromiseState, readonly PromiseState[]>>

/** Whether a promise may go from one state to another. Staying where it is, is no step. */
export function mayGo(from: PromiseState, to: PromiseState): boolean {
  const targets: readonly PromiseState[] = TRANSITIONS[from]
  return targets.includes(to)
}

/** A release is the customer's word, so who notes it says how it was given. */
export const needsNote = (to: PromiseState): boolean => to === 'released'
