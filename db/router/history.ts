import type { CommittedEvent } from '../kernel/contract.ts'
import { listHistory, redo, undo } from '../kernel/history.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { engine } from './implementer.ts'

/** History: contract to kernel. */
export const historyRouter = {
  undo: engine.history.undo.handler(({ context, input }) => undo(context.kernel, input.commandId)),
  redo: engine.history.redo.handler(({ context, input }) => redo(context.kernel, input.commandId)),
  state: engine.history.state.handler(({ context }) => context.kernel.undoStacks.state()),
  list: engine.history.list.handler(({ context, input }) => listHistory(context.kernel, input)),
  watch: engine.history.watch.handler(({ context, signal }) => watch(context.kernel, signal)),
}

/** Where undo stands now, then every commit: a window that connects late has missed nothing it needs. */
function watch(kernel: Kernel, signal: AbortSignal | undefined): AsyncGenerator<CommittedEvent, void> {
  const now = { txnId: null, commandId: null, tables: [], label: null, undo: kernel.undoStacks.state() }
  return kernel.feed.events(now, signal)
}
