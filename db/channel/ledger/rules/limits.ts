/** Longest texts of the channel's ledgers, in characters. */
export const LEDGER_LIMITS = { name: 100, line: 300, text: 2_000 } as const
