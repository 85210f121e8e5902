/** What an account buys of a product group in a year, from us or from a competitor. */
export interface WalletAmount {
  readonly productId: string
  /** null: from us */
  readonly competitorId: string | null
  readonly year: number
  /** fen */
  readonly amount: number
}

/** What is known of a wallet, or a part of it, in one year. */
export interface WalletPart {
  /** bought from us, fen; null where nobody wrote it */
  readonly ours: number | null
  /** bought elsewhere, fen; null where nobody wrote it */
  readonly elsewhere: number | null
  /** share of wallet 客户份额: ours ÷ all that is known, 0–1; null where nothing is known */
  readonly share: number | null
}

/** A part of a wallet, of whichever amounts belong to it. */
export function walletPart(amounts: readonly WalletAmount[]): WalletPart {
  const sum = (part: readonly WalletAmount[]): number | null =>
    part.length === 0 ? null : part.reduce((total, { amount }) => total + amount, 0)
  const ours = sum(amounts.filter(({ competitorId }) => competitorId === null))
  const elsewhere = sum(amounts.filter(({ competitorId }) => competitorId !== null))
  const all = (ours ?? 0) + (elsewhere ?? 0)
  return { ours, elsewhere, share: all === 0 ? null : (ours ?? 0) / all }
}

/** The newest year of which something is known; null where nothing is. */
export const newestYear = (amounts: readonly WalletAmount[]): number | null =>
  amounts.length === 0 ? null : amounts.reduce((newest, { year }) => Math.max(newest, year), 0)

/** The wallet in each year of which something is known, oldest first. */
export function walletTrend(amounts: readonly WalletAmount[]): (WalletPart & { year: number })[] {
  const years = [...new Set(amounts.map(({ year }) => year))].sort((a, b) => a - b)
  return years.map((year) => ({ year, ...walletPart(amounts.filter((amount) => amount.year === year)) }))
}

/** The wallet of one year by product. */
export interface ProductWallet extends WalletPart {
  readonly productId: string
  /** they buy none of it from us, as far as the year's amounts tell (D4) */
  readonly blank: boolean
}

/**
 * Each product in a year: what they buy of it from us and elsewhere, and whether it is white space (D4). Once anything
 * is known of the year, a product without an amount of ours is one that they don't buy from us.
 */
export function walletByProduct(
  productIds: readonly string[],
  amounts: readonly WalletAmount[],
  year: number,
): ProductWallet[] {
  const inYear = amounts.filter((amount) => amount.year === year)
  return productIds.map((productId) => {
    const part = walletPart(inYear.filter((amount) => amount.productId === productId))
    return { productId, ...part, blank: inYear.length > 0 && (part.ours ?? 0) === 0 }
  })
}

/** The competitor that takes the most in a year, with its fen; null where none is known. */
export function largestRival(
  amounts: readonly WalletAmount[],
  year: number,
): { competitorId: string; amount: number } | null {
  const sums = new Map<string, number>()
  for (const { competitorId, year: in_, amount } of amounts)
    if (in_ === year && competitorId !== null) sums.set(competitorId, (sums.get(competitorId) ?? 0) + amount)
  return [...sums].reduce<{ competitorId: string; amount: number } | null>(
    (most, [competitorId, amount]) => (amount > (most?.amount ?? 0) ? { competitorId, amount } : most),
    null,
  )
}
