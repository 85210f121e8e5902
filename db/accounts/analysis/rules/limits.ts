/** Longest texts of an analysis, and how far its years go. */
export const ANALYSIS_LIMITS = { name: 100, line: 500, text: 2_000, firstYear: 1990, lastYear: 2100 } as const
