import { dayOf } from '../../../accounts/rules/days.ts'
import { readSettings } from '../../../department/settings.ts'
import { type CommandId, TaskId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import type { NewTask } from '../contract.ts'
import type { Why } from '../rules/reasons.ts'
import { partyCheck, refuseDue } from './checks.ts'
import { holdersReader } from './holders.ts'
import { taskInserter } from './insertTask.ts'

/** A task to add: what isn't said takes its default. */
export type TaskToAdd = Pick<NewTask, 'title' | 'dueOn'> & Partial<NewTask>

/**
 * Adds tasks, all or none.
 * @throws Refusal ACCOUNT_NOT_FOUND, PERSON_NOT_FOUND, MEMBER_NOT_FOUND, DUE_OUT_OF_RANGE
 */
export function addTasks(
  kernel: Kernel,
  { commandId, tasks: added }: { readonly commandId: CommandId; readonly tasks: readonly TaskToAdd[] },
): Outcome<{ taskIds: TaskId[] }> {
  const label = { command: 'addTasks', params: { count: added.length, name: added[0]?.title ?? '' } }
  return kernel.write({ commandId, label }, (tx) => {
    const insert = ownTaskInserter(tx, dayOf(kernel.now()))
    return { taskIds: added.map((task) => insert(task)) }
  })
}

/**
 * Adds tasks that somebody typed, inside a command. Without an owner one is its account's owner's, else that of whoever
 * sits at the laptop. Another room gives the reason where it is not "typed by us": the request that it follows up.
 * @throws as {@link addTasks}, when called
 */
export function ownTaskInserter(tx: Tx, today: string): (task: TaskToAdd, why?: Why) => TaskId {
  const check = partyCheck(tx)
  const insert = taskInserter(tx)
  const holders = holdersReader(tx.db)
  const { me: user } = readSettings(tx.db)
  const me = user !== null && holders.isMember(user) ? user : null
  return (task, why = { code: 'own', by: me }) => {
    const { accountId = null, personId = null, dueOn } = task
    check({ accountId, personId, ownerId: task.ownerId ?? null })
    refuseDue(dueOn, today)
    const id = TaskId.parse(tx.newId())
    const byAccount = accountId === null ? null : holders.of(accountId).account
    const ownerId = task.ownerId ?? (byAccount !== null && holders.isMember(byAccount) ? byAccount : me)
    const repeats = task.repeats ?? null
    insert({
      id,
      accountId,
      personId,
      kind: task.kind ?? 'other',
      title: task.title.trim(),
      note: task.note ?? '',
      why,
      ownerId,
      dueOn,
      dueTime: task.dueTime ?? '',
      madeOn: today,
      repeats,
    })
    return id
  }
}
