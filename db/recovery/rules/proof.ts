/** Share of the baseline that orders have to reach again. */
export const ENOUGH = 0.9
/** What is known about trust being back. */
export interface ProofFacts {
  /** how content they were, 1–5; null where nobody knows */
  readonly before: number | null
  readonly after: number | null
  /**
   * orders of the 90 days after they were told, and their baseline; fen. Null as long as they aren't known, or the days
   * aren't over — see orders/rules/baseline.ts
   */
  readonly orders: { readonly since: number; readonly baseline: number } | null
}

/** Why a case isn't proven yet; `failed` means it is proven that trust isn't back. */
export type Proof =
  | { readonly kind: 'recovered' }
  | { readonly kind: 'failed'; readonly content: boolean; readonly orders: boolean }
  | { readonly kind: 'notYet'; readonly content: 'unknown' | 'back'; readonly orders: 'unknown' | 'back' }

/**
 * Recovered is who is at least as content as before, and orders in the next 90 days at least 0.9 of the same season's
 * baseline. What isn't known yet proves nothing either way.
 */
export function proofOf({ before, after, orders }: ProofFacts): Proof {
  const content = before === null || after === null ? null : after >= before
  const enough = orders === null ? null : orders.since >= orders.baseline * ENOUGH
  if (content === false || enough === false)
    return { kind: 'failed', content: content !== false, orders: enough !== false }
  if (content && enough) return { kind: 'recovered' }
  return {
    kind: 'notYet',
    content: content === null ? 'unknown' : 'back',
    orders: enough === null ? 'unknown' : 'back',
  }
}
