import type { Query } from '@tanstack/react-query'
import type { CommittedEvent, UndoState } from '../../db/kernel/contract.ts'
import { commandText, doneText } from '../i18n/commandText.ts'
import { i18n } from '../i18n/i18n.ts'
import type { Problem } from '../i18n/problemText.ts'
import { createStore } from '../ui/store.ts'
import { showProblem, showToast } from '../ui/toast.ts'
import { forgetRounds, takeWatch } from './ahead.ts'
import { connection, engine } from './engine.ts'
import { newCommandId } from './ids.ts'
import { staleAfter } from './invalidation.ts'
import { toProblem } from './problem.ts'
import { queryClient } from './queryClient.ts'
import { trackWrite, writesSettled } from './saving.ts'

/** What Ctrl+Z and Ctrl+Y would do now, as the engine last told. */
export const undoStore = createStore<UndoState>({ undo: null, redo: null })

/** How a command of this window wants its commit handled. */
export interface OwnCommand {
  /** show what was done, with Undo */
  readonly toast: boolean
  /** key prefixes of queries that this window has already brought up to date itself */
  readonly keeps: readonly (readonly unknown[])[]
}

const ownCommands = new Map<string, OwnCommand>()
const listeners = new Set<(event: CommittedEvent | null) => void>()

/** Announces a command of this window before it is sent; the answer takes the announcement back. */
export function announce(commandId: string, own: OwnCommand): () => void {
  ownCommands.set(commandId, own)
  return () => ownCommands.delete(commandId)
}

/** Hears every commit of any window, and null where some may have been missed, until the returned function is called. */
export function onCommitted(listener: (event: CommittedEvent | null) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether a commit came from a command of this window. */
export const isOwn = (event: CommittedEvent): boolean =>
  event.commandId !== null && ownCommands.has(event.commandId)

/** Listens to the engine's commits as long as the window lives; begins anew after each reconnection. */
export function watchHistory(): void {
  let run = -1
  let aborter = new AbortController()
  const begin = (): void => {
    const snapshot = connection.snapshot()
    if (snapshot.state !== 'connected' || snapshot.run === run) return
    run = snapshot.run
    aborter.abort()
    aborter = new AbortController()
    void listen(aborter.signal)
  }
  connection.subscribe(begin)
  begin()
}

async function listen(signal: AbortSignal): Promise<void> {
  while (!signal.aborted && connection.snapshot().state === 'connected') {
    try {
      const ahead = takeWatch()
      const stream = await (ahead ?? engine.history.watch(undefined, { signal }))
      if (ahead) signal.addEventListener('abort', () => void stream.return(), { once: true })
      // only what began before the first question can't have missed anything that was answered
      let missed = ahead === null
      for await (const event of stream) {
        heard(event, missed)
        missed = true
      }
    } catch {
      // a broken stream shows in the connection's state; a new run of the engine begins a new one
    }
    await new Promise((resolve) => setTimeout(resolve, RELISTEN_MS))
  }
}

/** Between two attempts to listen while the connection itself stands. */
const RELISTEN_MS = 500

/**
 * Takes in an event. One without a transaction comes as a watch begins, and when the file is another one than before:
 * then anything may have changed, unless nothing can have been `missed`.
 */
function heard(event: CommittedEvent, missed: boolean): void {
  undoStore.set(event.undo)
  if (event.txnId === null && !missed) return
  forgetRounds()
  if (event.txnId === null) {
    readAgain(() => true)
    for (const listener of listeners) listener(null)
    return
  }
  const own = event.commandId === null ? undefined : ownCommands.get(event.commandId)
  refresh(event.tables, own?.keeps ?? [])
  for (const listener of listeners) listener(event)
  if (own?.toast && event.label) toastDone(event)
}

/** Reads again what a commit made stale, except what this window keeps up to date itself. */
function refresh(tables: readonly string[], keeps: OwnCommand['keeps']): void {
  const stale = staleAfter(tables)
  const kept = (key: readonly unknown[]): boolean => keeps.some((prefix) => startsWith(key, prefix))
  readAgain(
    ({ queryKey }) =>
      (stale === null || stale.some((prefix) => startsWith(queryKey, prefix))) && !kept(queryKey),
  )
}

/** Reads queries again: what is shown at once, the others when they are next shown. */
function readAgain(predicate: (query: Query) => boolean): void {
  // what is answered for the first time with the state before the commit would pass for new when it comes
  void queryClient.cancelQueries({ predicate, type: 'inactive' })
  void queryClient.cancelQueries(
    { type: 'active', predicate: (query) => query.state.data === undefined && predicate(query) },
    { silent: true },
  )
  void queryClient.invalidateQueries({ predicate })
}

/** Whether a query's key `[path, options]` lies under a prefix made by `api.….key()` or equals it. */
function startsWith(key: readonly unknown[], prefix: readonly unknown[]): boolean {
  const [path, options] = key
  const [prefixPath, prefixOptions] = prefix
  if (!Array.isArray(path) || !Array.isArray(prefixPath)) return false
  if (!prefixPath.every((part, at) => path[at] === part)) return false
  const input = inputOf(prefixOptions)
  return input === undefined || JSON.stringify(inputOf(options)) === JSON.stringify(input)
}

const inputOf = (options: unknown): unknown =>
  typeof options === 'object' && options !== null && 'input' in options ? options.input : undefined

function toastDone(event: CommittedEvent): void {
  if (!event.label) return
  const undoable = event.undo.undo?.command === event.label.command
  showToast({
    kind: 'done',
    text: doneText(event.label, i18n.t),
    ...(undoable
      ? { button: { text: i18n.t('app.undoButton'), keys: 'Ctrl Z', press: () => void undo() } }
      : {}),
  })
}

/** Undoes the newest command of any window; tells what was undone, or why it can't be. */
export async function undo(): Promise<void> {
  await writesSettled()
  try {
    const { label } = await trackWrite(engine.history.undo({ commandId: newCommandId() }))
    showToast({
      kind: 'done',
      text: i18n.t('app.undone', { label: commandText(label, i18n.t) }),
      button: { text: i18n.t('app.redoButton'), keys: 'Ctrl Y', press: () => void redo() },
    })
  } catch (error) {
    tellWhyNot(toProblem(error), i18n.t('app.undoEnd'))
  }
}

/** Redoes what was undone last. */
export async function redo(): Promise<void> {
  await writesSettled()
  try {
    const { label } = await trackWrite(engine.history.redo({ commandId: newCommandId() }))
    showToast({
      kind: 'done',
      text: i18n.t('app.redone', { label: commandText(label, i18n.t) }),
      button: { text: i18n.t('app.undoButton'), keys: 'Ctrl Z', press: () => void undo() },
    })
  } catch (error) {
    tellWhyNot(toProblem(error), i18n.t('app.redoEnd'))
  }
}

/** The end of the history is no error. */
function tellWhyNot(problem: Problem, end: string): void {
  if (problem.code === 'NOTHING_TO_UNDO') showToast({ kind: 'hint', text: end })
  else showProblem(problem)
}
