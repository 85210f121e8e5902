import type { PromiseLine } from '../../../../db/accounts/promises/contract.ts'
import { createStore } from '../../../ui/store.ts'

/** What a promise that is being written begins with. */
export interface NewPromiseStart {
  readonly account: { readonly id: string; readonly name: string } | null
  readonly personId?: PromiseLine['personId']
}

/** The promise being written in this window; null while the dialog is closed. */
export const newPromiseStore = createStore<NewPromiseStart | null>(null)

/** Opens the dialog for a new promise. */
export const writePromise = (start: NewPromiseStart): void => newPromiseStore.set(start)
