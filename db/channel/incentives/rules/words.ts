/** What a rule does 有奖有罚: pay back, give points, or take. */
export const INCENTIVE_KINDS = ['rebate', 'points', 'gift', 'penalty'] as const
export type IncentiveKind = (typeof INCENTIVE_KINDS)[number]

/** What a ledger counts in. */
export const INCENTIVE_UNITS = ['fen', 'points'] as const
export type IncentiveUnit = (typeof INCENTIVE_UNITS)[number]
