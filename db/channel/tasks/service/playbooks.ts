import type Database from 'better-sqlite3'
import { dayOf } from '../../../accounts/rules/days.ts'
import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { type AccountId, type CommandId, PlaybookId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import type { Playbook } from '../contract.ts'
import { type PlaybookStep, stepDays } from '../rules/playbooks.ts'
import { refuseDue } from './checks.ts'
import { holdersReader } from './holders.ts'
import { type TaskToInsert, taskInserter } from './insertTask.ts'
import { workdaysOf } from './workdays.ts'

interface Stored {
  readonly id: PlaybookId
  readonly name: string
  readonly note: string
  readonly steps: Playbook['steps']
}
type Row = Omit<Stored, 'steps'> & { readonly steps: string }

/** Steps were checked when they were written. */
const parsed = (row: Row): Stored => ({ ...row, steps: JSON.parse(row.steps) })

const SELECT = 'SELECT id, name, note, steps FROM playbook WHERE deleted = 0'

/** A template that is there; undefined for any other id. */
export function readPlaybook(db: Database.Database, id: string): Stored | undefined {
  const row = db.prepare<[string], Row>(`${SELECT} AND id = ?`).get(id)
  return row && parsed(row)
}

/** @throws Refusal PLAYBOOK_NOT_FOUND */
function storedPlaybook(db: Database.Database, id: string): Stored {
  const playbook = readPlaybook(db, id)
  if (!playbook) throw new Refusal('PLAYBOOK_NOT_FOUND')
  return playbook
}

/** Templates by name, with how many of their runs are still open. */
export function listPlaybooks({ db }: Kernel): Playbook[] {
  const open = new Map(
    db
      .prepare<[], [string, number]>(
        `SELECT playbook ->> '$.playbookId', count(DISTINCT playbook ->> '$.run') FROM care_task
         WHERE settlement IS NULL AND deleted = 0 AND playbook IS NOT NULL GROUP BY 1`,
      )
      .raw()
      .all(),
  )
  return db
    .prepare<[], Row>(`${SELECT} ORDER BY name, id`)
    .all()
    .map((row) => ({ ...parsed(row), open: open.get(row.id) ?? 0 }))
}

interface SaveInput {
  readonly commandId: CommandId
  readonly playbookId: PlaybookId | null
  readonly name: string
  readonly note: string
  readonly steps: readonly PlaybookStep[]
}

/** Adds a template or changes one. @throws Refusal PLAYBOOK_NOT_FOUND, MEMBER_NOT_FOUND */
export function savePlaybook(kernel: Kernel, input: SaveInput): Outcome<{ playbookId: PlaybookId }> {
  const { commandId, name, note, steps } = input
  const command = input.playbookId === null ? 'addPlaybook' : 'changePlaybook'
  return kernel.write({ commandId, label: { command, params: { name } } }, (tx) => {
    const isMember = holdersReader(tx.db).isMember
    for (const { owner, memberId } of steps)
      if (owner === 'member' && (memberId === null || !isMember(memberId)))
        throw new Refusal('MEMBER_NOT_FOUND')
    if (input.playbookId !== null) {
      storedPlaybook(tx.db, input.playbookId)
      tx.db
        .prepare('UPDATE playbook SET name = ?, note = ?, steps = ? WHERE id = ?')
        .run(name, note, JSON.stringify(steps), input.playbookId)
      return { playbookId: input.playbookId }
    }
    const playbookId = PlaybookId.parse(tx.newId())
    tx.db
      .prepare('INSERT INTO playbook (id, name, note, steps) VALUES (?, ?, ?, ?)')
      .run(playbookId, name, note, JSON.stringify(steps))
    return { playbookId }
  })
}

/** Deletes a template; the tasks that it started stay. @throws Refusal PLAYBOOK_NOT_FOUND */
export function removePlaybook(
  kernel: Kernel,
  { commandId, playbookId }: { readonly commandId: CommandId; readonly playbookId: PlaybookId },
): Outcome<object> {
  const { name } = storedPlaybook(kernel.db, playbookId)
  return kernel.write({ commandId, label: { command: 'removePlaybook', params: { name } } }, (tx) => {
    tx.db.prepare('UPDATE playbook SET deleted = 1 WHERE id = ?').run(playbookId)
    return {}
  })
}

/**
 * Starts a template on a day for accounts. Begun there that day before, it isn't begun twice.
 * @throws Refusal PLAYBOOK_NOT_FOUND, ACCOUNT_NOT_FOUND, DUE_OUT_OF_RANGE
 */
export function startPlaybook(
  kernel: Kernel,
  {
    commandId,
    playbookId,
    accountIds,
    startOn,
  }: {
    readonly commandId: CommandId
    readonly playbookId: PlaybookId
    readonly accountIds: readonly AccountId[]
    readonly startOn: string
  },
): Outcome<{ made: number }> {
  const playbook = storedPlaybook(kernel.db, playbookId)
  const count = new Set(accountIds).size
  const label = { command: 'startPlaybook', params: { playbook: playbook.name, accounts: count } }
  return kernel.write({ commandId, label }, (tx) => {
    const today = dayOf(kernel.now())
    refuseDue(startOn, today)
    const exists = tx.db.prepare<[string]>('SELECT 1 FROM account WHERE id = ? AND deleted = 0')
    const insert = taskInserter(tx)
    const stepsFor = stepMaker(tx, playbook, today)
    let made = 0
    for (const accountId of new Set(accountIds)) {
      if (exists.get(accountId) === undefined) throw new Refusal('ACCOUNT_NOT_FOUND')
      const run = derivedId(accountId, playbookId, startOn)
      for (const step of stepsFor(accountId, startOn, run))
        if (insert({ ...step, why: { code: 'playbook', playbookId } })) made += 1
    }
    return { made }
  })
}

/** Makes the tasks of a template's runs, in its order; the first one's id is the run's. */
export function stepMaker(
  tx: Tx,
  { id: playbookId, name, steps }: Stored,
  today: string,
): (accountId: string, startOn: string, run: string) => Omit<TaskToInsert, 'why'>[] {
  const holders = holdersReader(tx.db)
  const workdays = workdaysOf(tx.db)
  return (accountId, startOn, run) => {
    const days = stepDays(steps, startOn, workdays.add)
    return steps.map(({ title, kind, note, owner, memberId }, at) => ({
      id: at === 0 ? run : derivedId(run, 'step', String(at)),
      accountId,
      kind,
      title,
      note,
      ownerId: holders.ownerOf(accountId, owner, memberId),
      dueOn: days[at] ?? startOn,
      madeOn: today,
      playbook: { playbookId, name, run, step: at + 1, of: steps.length },
    }))
  }
}
