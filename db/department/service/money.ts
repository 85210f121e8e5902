/** Fen to the 万元 in which the sample tells sums. */
export const FEN_A_WAN = 1_000_000
