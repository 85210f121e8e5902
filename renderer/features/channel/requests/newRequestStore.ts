import { createStore } from '../../../ui/store.ts'

/** What a request that is being written begins with. */
export interface RequestStart {
  readonly account: { readonly id: string; readonly name: string } | null
}

/** The request being written in this window; null while the dialog is closed. */
export const newRequestStore = createStore<RequestStart | null>(null)

/** Opens the dialog for a new request; null where no account is known yet. */
export const askRequest = (account: RequestStart['account']): void => newRequestStore.set({ account })
