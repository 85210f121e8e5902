import type { z } from 'zod'
import { dayOf } from '../../../accounts/rules/days.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { CommandId, TaskId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { NewTask, type TaskEdit } from '../contract.ts'
import { labelOf, partyCheck, refuseDue, taskName } from './checks.ts'
import { holdersReader } from './holders.ts'

type Field = TaskEdit['field']

/** The changeable values of a task, as they are stored. */
type Values = { readonly [Key in Field]: string | null }

const COLUMNS = {
  title: 'title',
  note: 'note',
  accountId: 'account_id',
  personId: 'person_id',
  ownerId: 'owner_id',
  dueOn: 'due_on',
  dueTime: 'due_time',
  kind: 'kind',
} as const satisfies Record<Field, string>

/**
 * Changes values of tasks, all or none. A value that is there already counts as written.
 * @throws Refusal TASK_NOT_FOUND, CELLS_CHANGED, VALUE_REFUSED, DUE_OUT_OF_RANGE, ACCOUNT_NOT_FOUND, PERSON_NOT_FOUND,
 * MEMBER_NOT_FOUND
 */
export function changeTasks(
  kernel: Kernel,
  { commandId, edits }: { readonly commandId: CommandId; readonly edits: readonly TaskEdit[] },
): Outcome<object> {
  const label = labelOf(
    'changeTasks',
    kernel.db,
    edits.map(({ taskId }) => taskId),
  )
  return kernel.write({ commandId, label }, (tx) => {
    const stored = valuesReader(tx)
    // of a task whose owner left, lists show who goes on in their place
    const { isMember } = holdersReader(tx.db)
    const before = new Map<TaskId, Values>()
    const drafts = new Map<TaskId, Values>()
    const conflicts: { name: string; current: string | null }[] = []
    for (const edit of edits) {
      const draft = drafts.get(edit.taskId) ?? stored(edit.taskId)
      if (!before.has(edit.taskId)) before.set(edit.taskId, draft)
      const after = parseValue(tx, draft, edit)
      const current = draft[edit.field]
      if (current === after) continue
      if (current === edit.before || (edit.field === 'ownerId' && !isMember(current)))
        drafts.set(edit.taskId, { ...draft, [edit.field]: after })
      else conflicts.push({ name: taskName(tx.db, edit.taskId), current: shown(tx, edit.field, current) })
    }
    const [conflict] = conflicts
    if (conflict) throw new Refusal('CELLS_CHANGED', { ...conflict, cells: conflicts.length })
    writeDrafts(tx, drafts, before, dayOf(kernel.now()))
    return {}
  })
}

function valuesReader(tx: Tx): (id: TaskId) => Values {
  const columns = Object.entries(COLUMNS).map(([field, column]) => `${column} AS ${field}`)
  const select = tx.db.prepare<[TaskId], Values>(
    `SELECT ${columns.join(', ')} FROM care_task WHERE id = ? AND deleted = 0`,
  )
  return (id) => {
    const values = select.get(id)
    if (!values) throw new Refusal('TASK_NOT_FOUND')
    return values
  }
}

const NULLABLE: readonly Field[] = ['accountId', 'personId', 'ownerId']

/** A new value as its field keeps it. @throws Refusal VALUE_REFUSED */
function parseValue(tx: Tx, draft: Values, { taskId, field, after }: TaskEdit): string | null {
  const schema: z.ZodType = NewTask.shape[field]
  const empty = after === null || after === ''
  // a task that its reason names may be called so again
  if (field === 'title' && empty && draft.title === '') return ''
  const wanted = empty ? (NULLABLE.includes(field) ? null : '') : after
  const parsed = schema.safeParse(wanted)
  if (parsed.success && (typeof parsed.data === 'string' || parsed.data === null)) return parsed.data
  throw new Refusal('VALUE_REFUSED', { name: taskName(tx.db, taskId), field, value: after ?? '' })
}

function writeDrafts(
  tx: Tx,
  drafts: ReadonlyMap<TaskId, Values>,
  before: ReadonlyMap<TaskId, Values>,
  today: string,
): void {
  const check = partyCheck(tx)
  const columns = Object.values(COLUMNS).map((column) => `${column} = ?`)
  const update = tx.db.prepare(`UPDATE care_task SET ${columns.join(', ')} WHERE id = ?`)
  for (const [id, values] of drafts) {
    const old = before.get(id)
    // whoever was there when the task was made may be gone since; only what is new must be there
    const fresh = (field: 'accountId' | 'personId' | 'ownerId') =>
      values[field] === old?.[field] ? null : values[field]
    check({ accountId: fresh('accountId'), personId: fresh('personId'), ownerId: fresh('ownerId') })
    if (values.dueOn !== old?.dueOn) refuseDue(values.dueOn ?? '', today)
    const { title, note, accountId, personId, ownerId, dueOn, dueTime, kind } = values
    update.run(title, note, accountId, personId, ownerId, dueOn, dueTime, kind, id)
    tx.breathe()
  }
}

/** A value as the message of a conflict says it: accounts and people by name. */
function shown(tx: Tx, field: Field, value: string | null): string | null {
  const table =
    field === 'ownerId'
      ? 'member'
      : field === 'accountId'
        ? 'account'
        : field === 'personId'
          ? 'person'
          : null
  if (value === null || table === null) return value
  return tx.db.prepare<[string], string>(`SELECT name FROM ${table} WHERE id = ?`).pluck().get(value) ?? null
}

/** Deletes tasks. @throws Refusal TASK_NOT_FOUND */
export function removeTasks(
  kernel: Kernel,
  { commandId, taskIds }: { readonly commandId: CommandId; readonly taskIds: readonly TaskId[] },
): Outcome<object> {
  return kernel.write({ commandId, label: labelOf('removeTasks', kernel.db, taskIds) }, (tx) => {
    const remove = tx.db.prepare('UPDATE care_task SET deleted = 1 WHERE id = ? AND deleted = 0')
    for (const id of new Set(taskIds)) {
      if (remove.run(id).changes === 0) throw new Refusal('TASK_NOT_FOUND')
      tx.breathe()
    }
    return {}
  })
}
