/** Longest texts of an analysis, and how far its years go. */
export const ANALYSIS_LIMITS = { name: 100, line: 500, text: 2_000, firstYear: 1990, lastYear: 2100 } as const
/** How many accounts stand side by side. */
export const COMPARED = { fewest: 2, most: 6 } as const
