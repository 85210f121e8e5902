/** Fen of 万元, in which the sample tells its money. */
export const fenOf = (tenThousands: number): number => Math.round(tenThousands * 1_000_000)
