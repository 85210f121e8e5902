/** Longest texts of a request, in characters. */
export const REQUEST_LIMITS = { title: 200, detail: 4_000, note: 2_000, waitingFor: 100, part: 300 } as const
