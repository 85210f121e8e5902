/** The unit that a header names: 年交易额(万元) is in ten thousands. */
export const multiplierIn = (header: string): number =>
  header.includes('亿') ? 100_000_000 : header.includes('万') ? 10_000 : header.includes('千元') ? 1_000 : 1
