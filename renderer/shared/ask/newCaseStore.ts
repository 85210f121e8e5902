import { createStore } from '../../ui/store.ts'

/** What a case began with, and of whom it tells. */
export interface CaseSource {
  readonly what: 'request' | 'incident' | 'promise'
  readonly id: string
  readonly title: string
  readonly personId: string | null
}

/** What a case that is being recorded begins with. */
export interface CaseStart {
  readonly account: { readonly id: string; readonly name: string } | null
  /** the record that it comes from */
  readonly source?: CaseSource
}

/** The case being recorded in this window; null while the dialog is closed. */
export const newCaseStore = createStore<CaseStart | null>(null)

/** Opens the dialog for a new case. */
export const askCase = (start: CaseStart): void => newCaseStore.set(start)
