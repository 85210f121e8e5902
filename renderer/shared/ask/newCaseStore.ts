import type { PickedPerson } from '../../../db/accounts/people/contract.ts'
import { createStore } from '../../ui/store.ts'

/** The record that a case comes from, and what it says already. */
export interface CaseSource {
  /** `answer` is a bad answer to a survey */
  readonly what: 'request' | 'incident' | 'promise' | 'answer'
  readonly id: string
  readonly title: string
  readonly personId: PickedPerson['id'] | null
  /** what the customer said there */
  readonly words?: string
}

/** What a case that is being recorded begins with. */
export interface CaseStart {
  readonly account: { readonly id: string; readonly name: string } | null
  readonly source?: CaseSource
}

/** The case being recorded in this window; null while the dialog is closed. */
export const newCaseStore = createStore<CaseStart | null>(null)

/** Opens the dialog for a new case. */
export const askCase = (start: CaseStart): void => newCaseStore.set(start)
