/** Whose a task is, before it is known who that is: the account's owner, their backup, the department's head, a member. */
export const OWNER_ROLES = ['account', 'backup', 'head', 'member'] as const
export type OwnerRole = (typeof OWNER_ROLES)[number]

/** Whom the roles of one account mean; null where there is nobody. */
export interface Holders {
  readonly account: string | null
  readonly backup: string | null
  readonly head: string | null
}

/**
 * Whose a task becomes: who holds the wanted role, else the account's owner, their backup, the department's head. Null
 * where there is nobody at all. `isMember` says who is still with us.
 */
export function ownerOf(
  { role, memberId }: { readonly role: OwnerRole; readonly memberId: string | null },
  holders: Holders,
  isMember: (id: string) => boolean,
): string | null {
  const wanted = role === 'member' ? memberId : holders[role]
  const inTurn = [wanted, holders.account, holders.backup, holders.head]
  return inTurn.find((id): id is string => id !== null && isMember(id)) ?? null
}

const HEAD = /大客户部.*负责人|部门负责人|大客户部.*(经理|总监|主任)|head of|department head/i

/** Whether a role is the department head's 大客户部负责人. */
export const isHead = (role: string): boolean => HEAD.test(role)
