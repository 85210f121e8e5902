import { dayOf } from '../../../accounts/rules/days.ts'
import { readSettings } from '../../../department/settings.ts'
import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { CommandId, TaskId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { nextDue, type Settlement } from '../rules/states.ts'
import { labelOf, there } from './checks.ts'
import { taskInserter } from './insertTask.ts'
import { type StoredTask, taskReader } from './stored.ts'

const SETTLING = { done: 'doneTasks', dropped: 'dropTasks', open: 'reopenTasks' } as const

/**
 * Ends tasks or opens them again, all or none. A repeated one that is done makes the next; opened again, it takes the
 * next back, unless that was ended meanwhile.
 * @throws Refusal TASK_NOT_FOUND, REASON_NEEDED
 */
export function settleTasks(
  kernel: Kernel,
  {
    commandId,
    taskIds,
    to,
    note = '',
  }: {
    readonly commandId: CommandId
    readonly taskIds: readonly TaskId[]
    readonly to: 'done' | 'dropped' | 'open'
    readonly note?: string
  },
): Outcome<object> {
  return kernel.write({ commandId, label: labelOf(SETTLING[to], kernel.db, taskIds) }, (tx) => {
    if (to === 'dropped' && note === '') throw new Refusal('REASON_NEEDED')
    const { me } = readSettings(tx.db)
    const read = taskReader(tx.db)
    const settle = settler(tx)
    const follow = follower(tx, dayOf(kernel.now()))
    for (const id of new Set(taskIds)) {
      const task = there(read(id))
      if ((task.settlement?.state ?? 'open') === to) continue
      settle(task, to === 'open' ? null : { state: to, at: tx.now, by: me, note })
      if (to === 'done') follow.make(task)
      else if (task.settlement?.state === 'done') follow.takeBack(task)
    }
    return {}
  })
}

/**
 * Writes how a task ended inside a command; the hook for whoever books what it took: minutes are noted under the task's
 * id. What put it off or held it up is over with it.
 */
export function settler(tx: Tx): (task: Pick<StoredTask, 'id'>, settlement: Settlement | null) => void {
  const update = tx.db.prepare(
    `UPDATE care_task SET settlement = @settlement,
       snooze = CASE WHEN @settlement IS NULL THEN snooze END,
       waiting = CASE WHEN @settlement IS NULL THEN waiting END WHERE id = @id`,
  )
  return ({ id }, settlement) => {
    update.run({ id, settlement: settlement && JSON.stringify(settlement) })
    tx.breathe()
  }
}

/** Makes and takes back what comes after a repeated task. */
function follower(tx: Tx, today: string) {
  const insert = taskInserter(tx)
  const remove = tx.db.prepare(
    'UPDATE care_task SET deleted = 1 WHERE id = ? AND deleted = 0 AND settlement IS NULL',
  )
  const idAfter = ({ id, repeats, dueOn }: StoredTask): string =>
    derivedId(id, 'repeat', repeats === null ? '' : nextDue(repeats, dueOn, dueOn))
  return {
    make(task: StoredTask): void {
      if (task.repeats === null) return
      const { accountId, personId, kind, title, note, ownerId, dueTime, repeats } = task
      const dueOn = nextDue(repeats, task.dueOn, today)
      const why = { code: 'repeat', of: task.id } as const
      insert({
        id: idAfter(task),
        ...{ accountId, personId, kind, title, note, why, ownerId, dueOn, dueTime, repeats },
        madeOn: today,
      })
    },
    takeBack(task: StoredTask): void {
      if (task.repeats !== null) remove.run(idAfter(task))
    },
  }
}
