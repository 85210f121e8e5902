/** Days of grace that a policy may allow at most; 0 for none. */
export const MOST_GRACE_DAYS = 366

/** Bounds of a policy's figures: working minutes of a year, days of a cadence, fen. */
export const MOST_MINUTES = 120_000
export const MOST_DAYS = 1_095
export const MOST_MONEY = 1_000_000_000_000

/** Longest texts of a policy and of an exception, in characters. */
export const POLICY_LIMITS = { detail: 200, note: 500, reason: 500, approvedBy: 50 } as const

/** Days between which a policy or an exception may begin and end. */
export const FIRST_DAY = '2000-01-01'
export const LAST_DAY = '2100-12-31'
