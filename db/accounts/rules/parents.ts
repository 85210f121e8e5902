/** The parent company of each account; none for those that stand at the top. */
export type ParentOf = (accountId: string) => string | null

/** Why a company can't be the parent of an account: it is the account itself, or belongs to it. */
export type ParentFault = 'itself' | 'descendant'

/**
 * Whether an account may be given a parent; undefined where it may. Ends on circles that two laptops together have
 * made (each added one half).
 */
export function parentFault(
  accountId: string,
  parentId: string,
  parentOf: ParentOf,
): ParentFault | undefined {
  if (parentId === accountId) return 'itself'
  return ancestorsOf(parentId, parentOf).includes(accountId) ? 'descendant' : undefined
}

/** An account's parent, the parent's parent and so on, each once: a circle ends where it closes. */
export function ancestorsOf(accountId: string, parentOf: ParentOf): string[] {
  const seen = new Set<string>()
  for (let at = parentOf(accountId); at !== null && !seen.has(at); at = parentOf(at)) seen.add(at)
  return [...seen]
}

/** An account in a group of companies. */
export interface GroupNode<Account> {
  readonly account: Account
  /** 0 for the company at the top */
  readonly depth: number
}

/**
 * The group of companies that an account belongs to: the company at the top, then what belongs to it, each parent
 * before its own. In a circle, the account itself counts as the top. Every account comes once.
 * @param childrenOf the accounts whose parent an account is, in the order in which they shall come
 */
export function groupOf<Account extends { readonly id: string }>(
  account: Account,
  parentOf: (account: Account) => Account | null,
  childrenOf: (account: Account) => readonly Account[],
): GroupNode<Account>[] {
  const nodes: GroupNode<Account>[] = []
  const seen = new Set<string>()
  const add = (one: Account, depth: number): void => {
    if (seen.has(one.id)) return
    seen.add(one.id)
    nodes.push({ account: one, depth })
    for (const child of childrenOf(one)) add(child, depth + 1)
  }
  add(topOf(account, parentOf), 0)
  return nodes
}

function topOf<Account extends { readonly id: string }>(
  account: Account,
  parentOf: (account: Account) => Account | null,
): Account {
  const seen = new Set([account.id])
  let top = account
  for (let at = parentOf(account); at !== null; at = parentOf(at)) {
    if (seen.has(at.id)) return account
    seen.add(at.id)
    top = at
  }
  return top
}
