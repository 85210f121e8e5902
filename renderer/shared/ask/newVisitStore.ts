import type { CaseId } from '../../../db/kernel/ids.ts'
import { createStore } from '../../ui/store.ts'

/** What a visit that is being planned begins with. */
export interface VisitStart {
  readonly account: { readonly id: string; readonly name: string } | null
  /** YYYY-MM-DD; null where no day is known yet */
  readonly day: string | null
  /** the case of service recovery that it is paid for */
  readonly caseId?: CaseId
}

/** The visit being planned in this window; null while the dialog is closed. */
export const newVisitStore = createStore<VisitStart | null>(null)

/** Opens the dialog for a new visit. */
export const askVisit = (start: VisitStart): void => newVisitStore.set(start)
