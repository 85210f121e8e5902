/** C1: whose quality failed the account, the goods' or ours in serving it. */
export const QUALITY_KINDS = ['product', 'service'] as const
export type QualityKind = (typeof QUALITY_KINDS)[number]

/** How badly it hit the account, worst first. */
export const SEVERITIES = ['severe', 'serious', 'slight'] as const
export type Severity = (typeof SEVERITIES)[number]
