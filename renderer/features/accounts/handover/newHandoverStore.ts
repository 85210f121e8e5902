import type { ListedAccount } from '../../../client/accountTable.ts'
import { createStore } from '../../../ui/store.ts'

/** What a hand-over that is being begun starts with. */
export interface NewHandoverStart {
  /** whose accounts; null for who sits at the laptop */
  readonly fromId: string | null
  /** accounts to hand over; null for all of the giver's */
  readonly accountIds: readonly string[] | null
}

/** The hand-over being begun in this window; null while the dialog is closed. */
export const newHandoverStore = createStore<NewHandoverStart | null>(null)

/** Opens the dialog for a new hand-over. */
export const beginHandover = (start: NewHandoverStart): void => newHandoverStore.set(start)

/** The same for rows selected in the list of accounts: from the owner of the first that has one. */
export function handOverSelected(selected: readonly ListedAccount[]): void {
  const owners = selected.map((account) => account.value('ownerId'))
  const fromId = owners.find((owner) => typeof owner === 'string' && owner !== '')
  beginHandover(
    typeof fromId === 'string'
      ? { fromId, accountIds: selected.map(({ id }) => id) }
      : { fromId: null, accountIds: null },
  )
}
