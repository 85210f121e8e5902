import { dayOf } from '../../../accounts/rules/days.ts'
import { readSettings } from '../../../department/settings.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { CommandId, TaskId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import type { Repeats, Snooze, Waiting } from '../rules/states.ts'
import { labelOf, partyCheck, refuseDue, refuseSettled, there } from './checks.ts'
import { type StoredTask, taskReader } from './stored.ts'

interface OnTasks {
  readonly commandId: CommandId
  readonly taskIds: readonly TaskId[]
}

/**
 * Puts tasks off until a day to come, or (null) takes that back.
 * @throws Refusal TASK_NOT_FOUND, TASK_SETTLED, REASON_NEEDED, SNOOZE_PAST, DUE_OUT_OF_RANGE
 */
export function snoozeTasks(
  kernel: Kernel,
  input: OnTasks & { readonly until: string | null; readonly reason?: string },
): Outcome<object> {
  const { until, reason = '' } = input
  const today = dayOf(kernel.now())
  const command = until === null ? 'wakeTasks' : 'snoozeTasks'
  return kernel.write(
    { commandId: input.commandId, label: labelOf(command, kernel.db, input.taskIds) },
    (tx) => {
      if (until !== null) {
        if (reason === '') throw new Refusal('REASON_NEEDED')
        if (until <= today) throw new Refusal('SNOOZE_PAST')
        refuseDue(until, today)
      }
      const { me: by } = readSettings(tx.db)
      const snooze: Snooze | null = until === null ? null : { until, reason, by }
      writeEach(tx, input.taskIds, 'snooze', () => snooze)
      return {}
    },
  )
}

/**
 * Says whom tasks wait for, or (null) that they no longer do. Days of waiting count from the first word on the same one.
 * @throws Refusal TASK_NOT_FOUND, TASK_SETTLED, REASON_NEEDED, MEMBER_NOT_FOUND
 */
export function waitTasks(
  kernel: Kernel,
  input: OnTasks & { readonly on: { readonly who: string; readonly memberId: string | null } | null },
): Outcome<object> {
  const { on } = input
  const today = dayOf(kernel.now())
  const command = on === null ? 'resumeTasks' : 'waitTasks'
  return kernel.write(
    { commandId: input.commandId, label: labelOf(command, kernel.db, input.taskIds) },
    (tx) => {
      if (on !== null && on.who === '' && on.memberId === null) throw new Refusal('REASON_NEEDED')
      partyCheck(tx)({ accountId: null, personId: null, ownerId: on?.memberId ?? null })
      writeEach(tx, input.taskIds, 'waiting', ({ waiting }): Waiting | null => {
        if (on === null) return null
        const same = waiting?.on === on.who && waiting.memberId === on.memberId
        return { on: on.who, memberId: on.memberId, since: same ? waiting.since : today }
      })
      return {}
    },
  )
}

/** Says how often a task comes again, or (null) that it doesn't. @throws Refusal TASK_NOT_FOUND, TASK_SETTLED */
export function repeatTask(
  kernel: Kernel,
  {
    commandId,
    taskId,
    repeats,
  }: {
    readonly commandId: CommandId
    readonly taskId: TaskId
    readonly repeats: Repeats | null
  },
): Outcome<object> {
  return kernel.write({ commandId, label: labelOf('repeatTask', kernel.db, [taskId]) }, (tx) => {
    writeEach(tx, [taskId], 'repeats', ({ dueOn }) => {
      if (repeats === null) return null
      const keeps = repeats.every === 'month' || repeats.every === 'year'
      return { ...repeats, ...(keeps ? { day: repeats.day ?? Number(dueOn.slice(8)) } : {}) }
    })
    return {}
  })
}

function writeEach(
  tx: Tx,
  taskIds: readonly TaskId[],
  column: 'snooze' | 'waiting' | 'repeats',
  write: (task: StoredTask) => object | null,
): void {
  const read = taskReader(tx.db)
  const update = tx.db.prepare(`UPDATE care_task SET ${column} = ? WHERE id = ?`)
  for (const id of new Set(taskIds)) {
    const task = there(read(id))
    refuseSettled(tx, task)
    const value = write(task)
    update.run(value && JSON.stringify(value), id)
    tx.breathe()
  }
}
