import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskRow } from '../../../../db/channel/tasks/rules/taskTable.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { showToast } from '../../../ui/toast.ts'

/** What is done at once. */
export type Act = 'done' | 'reopen' | 'wake' | 'resume' | 'remove'
/** What needs a word first: why not, until when, whom to wait for, whose it becomes, which day. */
export type Ask = 'drop' | 'snooze' | 'wait' | 'give' | 'move'

/** The word that was asked for. */
export interface Answer {
  readonly text?: string
  /** YYYY-MM-DD */
  readonly day?: string
  readonly memberId?: string | null
}

/** Everything that can be done with tasks, each with a toast to undo it. */
export interface TaskActs {
  readonly busy: boolean
  readonly asking: { readonly ask: Ask; readonly rows: readonly TaskRow[] } | null
  act(act: Act, rows?: readonly TaskRow[]): void
  ask(ask: Ask, rows?: readonly TaskRow[]): void
  cancel(): void
  answer(answer: Answer): Promise<void>
  /** gives tasks a day; one that is put off or waits goes on with it */
  moveTo(rows: readonly TaskRow[], dueOn: string): Promise<void>
}

/** @param selected the tasks that are meant where none are given */
export function useTaskActs(selected: () => readonly TaskRow[]): TaskActs {
  const { t } = useTranslation()
  const settle = useCommand(engine.tasks.settle)
  const snooze = useCommand(engine.tasks.snooze)
  const wait = useCommand(engine.tasks.wait)
  const change = useCommand(engine.tasks.change)
  const remove = useCommand(engine.tasks.remove)
  const [asking, setAsking] = useState<TaskActs['asking']>(null)

  const meant = (rows: readonly TaskRow[] | undefined): readonly TaskRow[] => {
    const found = rows ?? selected()
    if (found.length === 0) showToast({ kind: 'hint', text: t('tasks.select') })
    return found
  }
  const change_ = async (
    rows: readonly TaskRow[],
    field: 'dueOn' | 'ownerId',
    after: string | null,
  ): Promise<boolean> => {
    const edits = rows
      .filter((row) => row[field] !== after)
      .map((row) => ({ taskId: row.id, field, before: row[field], after }))
    return edits.length === 0 || (await change.run({ edits })).ok
  }
  const moveTo = async (rows: readonly TaskRow[], dueOn: string): Promise<void> => {
    const held = (state: TaskRow['state']) => rows.filter((row) => row.state === state).map(({ id }) => id)
    const [waiting, snoozed, done] = [held('waiting'), held('snoozed'), held('done')]
    if (done.length > 0) await settle.run({ taskIds: done, to: 'open' }, { toast: false })
    if (waiting.length > 0) await wait.run({ taskIds: waiting, on: null }, { toast: false })
    if (snoozed.length > 0) await snooze.run({ taskIds: snoozed, until: null }, { toast: false })
    await change_(rows, 'dueOn', dueOn)
  }
  return {
    busy: settle.pending || snooze.pending || wait.pending || change.pending || remove.pending,
    asking,
    moveTo,
    cancel: () => setAsking(null),
    ask(ask, given) {
      const rows = meant(given)
      if (rows.length > 0) setAsking({ ask, rows })
    },
    act(act, given) {
      const taskIds = meant(given).map(({ id }) => id)
      if (taskIds.length === 0) return
      if (act === 'done') void settle.run({ taskIds, to: 'done' })
      else if (act === 'reopen') void settle.run({ taskIds, to: 'open' })
      else if (act === 'wake') void snooze.run({ taskIds, until: null })
      else if (act === 'resume') void wait.run({ taskIds, on: null })
      else void remove.run({ taskIds })
    },
    async answer({ text = '', day, memberId = null }) {
      if (asking === null) return
      const { ask, rows } = asking
      const taskIds = rows.map(({ id }) => id)
      const ok = await {
        drop: async () => (await settle.run({ taskIds, to: 'dropped', note: text })).ok,
        snooze: async () => (await snooze.run({ taskIds, until: day ?? null, reason: text })).ok,
        wait: async () => (await wait.run({ taskIds, on: { who: text, memberId } })).ok,
        give: () => change_(rows, 'ownerId', memberId),
        move: async () => {
          if (day !== undefined) await moveTo(rows, day)
          return true
        },
      }[ask]()
      if (ok) setAsking(null)
    },
  }
}
