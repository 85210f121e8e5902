/** C2: where a promise stands. Only the customer can release us. */
export const PROMISE_STATES = ['open', 'kept', 'broken', 'released'] as const
export type PromiseState = (typeof PROMISE_STATES)[number]

/** Whose promise it is. */
export const PROMISE_SIDES = ['ours', 'theirs'] as const
export type PromiseSide = (typeof PROMISE_SIDES)[number]

/** Where a promise was made. */
export const PROMISE_SOURCES = ['direct', 'log', 'visit', 'task', 'case'] as const
export type PromiseSource = (typeof PROMISE_SOURCES)[number]
