/** Who brought whom, and what it brought (C4). */
export interface Referral {
  readonly id: string
  readonly fromId: string
  readonly toId: string
  /** fen; null where unknown */
  readonly brought: number | null
}

/** One line of a chain of referrals: how far it is from its root, 1 for the next account. */
export interface ChainLink<Link extends Referral> {
  readonly referral: Link
  readonly depth: number
  /** the account it leads to is already in the chain: the chain is not followed beyond it */
  readonly seen: boolean
}

/**
 * All that an account brought, and what those brought in turn, each referral once, depth first in the given order.
 * A circle (A brought B, B brought A) ends where it meets an account that is in the chain already.
 */
export function chainFrom<Link extends Referral>(
  rootId: string,
  referrals: readonly Link[],
): ChainLink<Link>[] {
  const from = new Map<string, Link[]>()
  for (const referral of referrals)
    from.set(referral.fromId, [...(from.get(referral.fromId) ?? []), referral])
  const chain: ChainLink<Link>[] = []
  const known = new Set([rootId])
  const waiting = (from.get(rootId) ?? []).map((referral) => ({ referral, depth: 1 })).reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { referral, depth } = next
    const seen = known.has(referral.toId)
    chain.push({ referral, depth, seen })
    if (seen) continue
    known.add(referral.toId)
    const further = from.get(referral.toId) ?? []
    waiting.push(...further.map((one) => ({ referral: one, depth: depth + 1 })).reverse())
  }
  return chain
}

/** What a chain brought in all, fen; null while no referral in it has an amount. */
export function totalBrought(chain: readonly ChainLink<Referral>[]): number | null {
  const known = chain.flatMap(({ referral }) => referral.brought ?? [])
  return known.length === 0 ? null : known.reduce((sum, brought) => sum + brought, 0)
}

/** Who brought an account, and who brought those, nearest first, without walking in circles. */
export function broughtBy<Link extends Referral>(rootId: string, referrals: readonly Link[]): Link[] {
  const found: Link[] = []
  const known = new Set([rootId])
  let level = [rootId]
  while (level.length > 0) {
    const links = referrals.filter(({ toId, fromId }) => level.includes(toId) && !known.has(fromId))
    found.push(...links)
    level = [...new Set(links.map(({ fromId }) => fromId))]
    for (const id of level) known.add(id)
  }
  return found
}
