/** B1: how an account cooperates. A quiet off-season of a seasonal account is not churn. */
export const CYCLES = ['oneOff', 'phased', 'seasonal', 'longTerm'] as const
export type Cycle = (typeof CYCLES)[number]

/** E1: trading accounts resell, production accounts use the goods themselves. */
export const KINDS = ['trading', 'production'] as const
export type Kind = (typeof KINDS)[number]

/** Longest texts that an account's fields may hold, in characters. */
export const FIELD_LIMITS = { code: 64, name: 200, short: 100, note: 4_000 } as const
