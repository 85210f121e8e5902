import { dayOf } from '../../../accounts/rules/days.ts'
import { instantOf } from '../../../kernel/clock.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { undoneReader } from '../../../kernel/history.ts'
import type { TaskId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { Task } from '../contract.ts'
import type { Snooze } from '../rules/states.ts'
import { dayParams, readRows, THERE } from './read.ts'
import { type StoredTask, taskReader } from './stored.ts'

/** One task with all that is known of it. @throws Refusal TASK_NOT_FOUND */
export function getTask(kernel: Kernel, { taskId }: { readonly taskId: TaskId }): Task {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const stored = taskReader(db)(taskId)
  const params = { ...dayParams(db, today), taskId }
  const [row] = readRows(db, `${THERE} AND t.id = @taskId`, params, 1)
  if (!stored || !row) throw new Refusal('TASK_NOT_FOUND')
  return {
    today,
    row: withoutHoles(row),
    note: stored.note,
    settledBy: nameOf(kernel, stored.settlement?.by ?? null),
    snoozes: snoozesOf(kernel, taskId),
    steps: stepsOf(kernel, stored, params).map(withoutHoles),
  }
}

type Texts = Task['row']
const withoutHoles = (row: Omit<Texts, 'accountPinyin'> & { accountPinyin?: string | null }): Texts => ({
  ...row,
  accountPinyin: row.accountPinyin ?? null,
})

const nameOf = ({ db }: Kernel, memberId: string | null): string | null =>
  db.prepare<[string | null], string>('SELECT name FROM member WHERE id = ?').pluck().get(memberId) ?? null

/** Each time that a task was put off, as the history of its row knows it, newest first; not what was undone. */
function snoozesOf({ db }: Kernel, taskId: TaskId): Task['snoozes'] {
  const isUndone = undoneReader(db)
  return db
    .prepare<[string], { unit: string; hlc: string; actor: string; snooze: string }>(
      `SELECT coalesce(x.batch_id, x.id) AS unit, x.hlc, x.actor, c.after ->> '$.snooze' AS snooze FROM change c JOIN txn x ON x.id = c.txn_id
       WHERE c.tbl = 'care_task' AND c.row_id = ? AND c.after ->> '$.snooze' IS NOT NULL AND x.undo_of IS NULL
       ORDER BY x.hlc DESC LIMIT 50`,
    )
    .all(taskId)
    .filter(({ unit }) => !isUndone(unit))
    .map(({ hlc, actor, snooze }) => {
      const { until, reason }: Snooze = JSON.parse(snooze)
      return { at: instantOf(hlc), by: actor, until, reason }
    })
}

/** The steps of the run that a task belongs to; none where it is no step. */
function stepsOf(
  { db }: Kernel,
  { playbook, accountId }: StoredTask,
  params: Readonly<Record<string, string | null>>,
): ReturnType<typeof readRows> {
  if (playbook === null || accountId === null) return []
  const where = `${THERE} AND t.account_id = @accountId AND t.playbook ->> '$.run' = @run`
  return readRows(db, where, { ...params, accountId, run: playbook.run }, 100).sort(
    (one, other) => placeOf(one.playbook) - placeOf(other.playbook),
  )
}

function placeOf(json: string | null): number {
  if (json === null) return 0
  const { step }: { step: number } = JSON.parse(json)
  return step
}
