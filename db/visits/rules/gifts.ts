/** A gift within a policy's limits on gifts (A9). All amounts are fen. */
export interface GiftFacts {
  readonly amount: number
  /** what the account is given this year, this one among it */
  readonly year: number
  /** what it may be given in a year; null where nothing bounds it */
  readonly yearlyLimit: number | null
  /** from this amount on a gift needs an approval; null where none does */
  readonly approvalFrom: number | null
}

/** Whether a gift needs an approval, and by how much fen the year's gifts go beyond their limit. */
export function giftStanding({ amount, year, yearlyLimit, approvalFrom }: GiftFacts): {
  needsApproval: boolean
  over: number
} {
  const over = yearlyLimit === null ? 0 : Math.max(0, year - yearlyLimit)
  const isDear = approvalFrom !== null && amount >= approvalFrom
  return { needsApproval: isDear || over > 0, over }
}
