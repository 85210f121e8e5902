import type { Holds, ImportPlanInput, ImportPreview, Progress } from '../../../db/exchange/contract.ts'
import type { Problem } from '../../i18n/problemText.ts'
import { createStore } from '../../ui/store.ts'
import type { Choices } from './draft.ts'
import type { PreviewRow } from './previewRows.ts'

export type Step = 'file' | 'columns' | 'preview' | 'done'

/** What the engine said of a plan. */
export interface Previewed {
  readonly choices: Choices
  readonly preview: ImportPreview
  readonly rows: readonly PreviewRow[]
}

/** What an import did. */
export interface Imported {
  readonly holds: Holds
  readonly txnId: string | null
  readonly inserted: number
  readonly updated: number
  readonly members: number
  readonly figures: number
  readonly companies: number
}

/** An import under way. */
export interface ImportWork {
  readonly plan: ImportPlanInput
  readonly progress: Progress | null
  /** performance.now() when the present phase began */
  readonly phaseStartedAt: number
  readonly cancel: () => void
}

/** The wizard as it stands. Kept outside of the screen: leaving the page and coming back changes nothing. */
export interface ImportState {
  readonly step: Step
  /** name of the file that is being read */
  readonly reading: string | null
  /** why the last file could not be taken in, or why the plan was refused */
  readonly problem: Problem | null
  readonly choices: Choices | null
  /** earlier choices of the preview, newest last, and those that were undone: Ctrl+Z and Ctrl+Y */
  readonly past: readonly Choices[]
  readonly future: readonly Choices[]
  /** the engine let go of the file: it has to be chosen again */
  readonly gone: boolean
  readonly previewed: Previewed | null
  readonly work: ImportWork | null
  readonly imported: Imported | null
}

const FIRST: ImportState = {
  step: 'file',
  reading: null,
  problem: null,
  choices: null,
  past: [],
  future: [],
  gone: false,
  previewed: null,
  work: null,
  imported: null,
}

/** The window's one import. */
export const importStore = createStore<ImportState>(FIRST)

/** Changes parts of it. */
export const changeImport = (change: Partial<ImportState>): void =>
  importStore.set({ ...importStore.get(), ...change })

/** Changes what the columns are taken as; steps of the preview before that can't be undone any more. */
export function changeChoices(change: (choices: Choices) => Choices): void {
  const { choices } = importStore.get()
  if (choices) changeImport({ choices: change(choices), past: [], future: [] })
}

/** Corrects or decides something in the preview, as one step that Ctrl+Z takes back; not while it is being written. */
export function decide(change: (choices: Choices) => Choices): void {
  const { choices, past, work } = importStore.get()
  if (choices && !work) changeImport({ choices: change(choices), past: [...past, choices], future: [] })
}

/** Takes the newest step of the preview back; false where there is none. */
export function undoDecision(): boolean {
  const { choices, past, future, work } = importStore.get()
  const before = past.at(-1)
  if (!choices || !before || work) return false
  changeImport({ choices: before, past: past.slice(0, -1), future: [...future, choices] })
  return true
}

/** Does again what was taken back last; false where there is nothing. */
export function redoDecision(): boolean {
  const { choices, past, future, work } = importStore.get()
  const after = future.at(-1)
  if (!choices || !after || work) return false
  changeImport({ choices: after, past: [...past, choices], future: future.slice(0, -1) })
  return true
}

/** Begins anew, without a file. */
export const startOver = (): void => importStore.set(FIRST)
