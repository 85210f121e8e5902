import type { PickedPerson } from '../../../db/accounts/people/contract.ts'
import { createStore } from '../../ui/store.ts'

/** What a case that is being recorded begins with. */
export interface CaseStart {
  readonly account: { readonly id: string; readonly name: string } | null
  /** the bad answer to a survey that it comes of, and what was said there */
  readonly answer?: {
    readonly id: string
    readonly personId: PickedPerson['id'] | null
    readonly title: string
    readonly words: string
  }
}

/** The case being recorded in this window; null while the dialog is closed. */
export const newCaseStore = createStore<CaseStart | null>(null)

/** Opens the dialog for a new case. */
export const askCase = (start: CaseStart): void => newCaseStore.set(start)
