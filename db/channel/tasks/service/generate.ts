import type Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { dayOf } from '../../../accounts/rules/days.ts'
import { CommandId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { kindOf } from '../rules/reasons.ts'
import { type Ending, planEndings } from './endings.ts'
import { holdersReader } from './holders.ts'
import { insertTasks, type TaskToInsert } from './insertTask.ts'
import { readPlaybook, stepMaker } from './playbooks.ts'
import { settler } from './settle.ts'
import { type Around, keyOf, readAround, type Wanted } from './sources/around.ts'
import { wantedAfterSilence, wantedContacts, wantedServices } from './sources/cadences.ts'
import { wantedInvitations, wantedRenewals } from './sources/dated.ts'
import { wantedBirthdays, wantedGreetings } from './sources/greetings.ts'
import { openTasks } from './stored.ts'

/** What a generation will do. */
interface Plan {
  /** YYYY-MM-DD */
  readonly today: string
  readonly wanted: readonly Wanted[]
  readonly endings: readonly Ending[]
}

const SOURCES: readonly ((around: Around) => Iterable<Wanted>)[] = [
  wantedContacts,
  wantedAfterSilence,
  wantedServices,
  wantedBirthdays,
  wantedGreetings,
  wantedRenewals,
  wantedInvitations,
]

/**
 * Makes the tasks that are due by the kernel's day and ends those whose reason is gone. Twice in a row it changes
 * nothing the second time. It leaves undo and redo alone: nobody pressed a key for it.
 */
export function generateTasks(
  kernel: Kernel,
  { commandId }: { readonly commandId: CommandId },
): Outcome<{ made: number; closed: number }> {
  return carryOut(kernel, commandId, planTasks(kernel.db, dayOf(kernel.now())))
}

/** The same of itself, where there is anything to do: at start and when the day changes. */
export function generateIfDue(kernel: Kernel): { readonly made: number; readonly closed: number } {
  const plan = planTasks(kernel.db, dayOf(kernel.now()))
  if (plan.wanted.length + plan.endings.length === 0) return { made: 0, closed: 0 }
  return carryOut(kernel, CommandId.parse(uuidv7()), plan)
}

function carryOut(
  kernel: Kernel,
  commandId: CommandId,
  { today, wanted, endings }: Plan,
): Outcome<{ made: number; closed: number }> {
  const label = { command: 'generateTasks', params: { made: wanted.length, closed: endings.length } }
  return kernel.write({ commandId, label, final: [] }, (tx) => {
    const settle = settler(tx)
    for (const { task, settlement } of endings) settle(task, { ...settlement, at: tx.now })
    return { made: insertWanted(tx, wanted, today), closed: endings.length }
  })
}

/** Reads what has to be made and ended on a day (YYYY-MM-DD). Changes nothing. */
function planTasks(db: Database.Database, today: string): Plan {
  const around = readAround(db, today)
  // the plus keeps SQLite from going by account, through all that ended
  const open = openTasks(db, `t.why NOT LIKE '{"code":"own"%' AND +t.account_id IS NOT NULL`)
  const endings = planEndings(around, open)
  const ended = new Set(endings.map(({ task }) => task.id))
  const taken = new Set<string>()
  for (const { id, accountId, personId, why } of open)
    if (accountId !== null && !ended.has(id)) taken.add(keyOf({ accountId, personId, why }))
  const fresh: Wanted[] = []
  for (const source of SOURCES)
    for (const wanted of source(around)) {
      const key = keyOf(wanted)
      if (taken.has(key)) continue
      taken.add(key)
      fresh.push(wanted)
    }
  return { today, wanted: inIdOrder(withoutKnown(db, fresh)), endings }
}

/** Leaves out what was made before, even where somebody dropped or deleted it: not again in the same period. */
function withoutKnown(db: Database.Database, wanted: readonly Wanted[]): Wanted[] {
  const known = new Set(
    db
      .prepare<[string], string>('SELECT id FROM care_task WHERE id IN (SELECT value FROM json_each(?))')
      .pluck()
      .all(JSON.stringify(wanted.map(({ id }) => id))),
  )
  return wanted.filter(({ id }) => !known.has(id))
}

/** The ids of an account's tasks begin alike: written in their order they change each page of an index once. */
const inIdOrder = (wanted: readonly Wanted[]): Wanted[] =>
  wanted.toSorted((one, other) => (one.id < other.id ? -1 : 1))

function insertWanted(tx: Tx, wanted: readonly Wanted[], today: string): number {
  const holders = holdersReader(tx.db, true)
  const makers = new Map<string, ReturnType<typeof stepMaker> | null>()
  const makerOf = (playbookId: string) => {
    const known = makers.get(playbookId)
    if (known !== undefined) return known
    const playbook = readPlaybook(tx.db, playbookId)
    const maker = playbook ? stepMaker(tx, playbook, today) : null
    makers.set(playbookId, maker)
    return maker
  }
  const tasks = wanted.flatMap(({ id, accountId, personId, why, dueOn, rule }): TaskToInsert[] => {
    const steps = rule.playbookId === null ? null : makerOf(rule.playbookId)
    const ownerId = holders.ownerOf(accountId, rule.owner, rule.memberId)
    const made = steps?.(accountId, dueOn, id) ?? [
      { id, accountId, personId, kind: kindOf(why), ownerId, dueOn, madeOn: today },
    ]
    return made.map((task) => ({ ...task, why }))
  })
  return insertTasks(tx, tasks)
}
