import type { Tx } from '../../../kernel/unit.ts'
import { type Why, whyJson } from '../rules/reasons.ts'
import type { Repeats } from '../rules/states.ts'
import type { TaskKind } from '../rules/words.ts'
import type { PlaybookPlace } from './stored.ts'

/** A task to be written, checked by whoever writes it. */
export interface TaskToInsert {
  readonly id: string
  readonly accountId: string | null
  readonly personId?: string | null
  readonly kind: TaskKind
  /** empty where the reason says what is to be done */
  readonly title?: string
  readonly note?: string
  readonly why: Why
  readonly ownerId: string | null
  /** YYYY-MM-DD */
  readonly dueOn: string
  /** HH:MM, or empty */
  readonly dueTime?: string
  /** YYYY-MM-DD */
  readonly madeOn: string
  readonly repeats?: Repeats | null
  readonly playbook?: PlaybookPlace | null
}

/**
 * Writes tasks inside a command; a room that follows something up by a task uses it too. Where the id is known already,
 * the same reason made one before: it is left alone, and false answered. One that was deleted is made anew.
 */
export function taskInserter(tx: Tx): (task: TaskToInsert) => boolean {
  const insert = tx.db.prepare<[string]>(INSERT)
  return (task) => {
    const { changes } = insert.run(JSON.stringify([rowOf(task)]))
    tx.breathe()
    return changes > 0
  }
}

/** How many rows one statement writes: each costs a fifth less than alone, and the log is looked at often enough. */
const AT_ONCE = 250

/** The same for thousands; answers how many were written. */
export function insertTasks(tx: Tx, tasks: readonly TaskToInsert[]): number {
  const insert = tx.db.prepare<[string]>(INSERT)
  let made = 0
  for (let from = 0; from < tasks.length; from += AT_ONCE) {
    const rows = tasks.slice(from, from + AT_ONCE).map(rowOf)
    made += insert.run(JSON.stringify(rows)).changes
    for (const _ of rows) tx.breathe()
  }
  return made
}

/** What a new task puts into each column. */
const COLUMNS: Readonly<Record<string, (task: TaskToInsert) => string | null>> = {
  id: ({ id }) => id,
  account_id: ({ accountId }) => accountId,
  person_id: ({ personId }) => personId ?? null,
  kind: ({ kind }) => kind,
  // half a sign, as a paste may leave one, is no text to SQLite
  title: ({ title }) => (title ?? '').toWellFormed(),
  note: ({ note }) => (note ?? '').toWellFormed(),
  why: ({ why }) => whyJson(why),
  owner_id: ({ ownerId }) => ownerId,
  due_on: ({ dueOn }) => dueOn,
  due_time: ({ dueTime }) => dueTime ?? '',
  made_on: ({ madeOn }) => madeOn,
  repeats: ({ repeats }) => (repeats ? JSON.stringify(repeats) : null),
  playbook: ({ playbook }) => (playbook ? JSON.stringify(playbook) : null),
}
const NAMES = Object.keys(COLUMNS)
const VALUES = Object.values(COLUMNS)

const rowOf = (task: TaskToInsert): (string | null)[] => VALUES.map((value) => value(task))

// "WHERE true", or SQLite would read ON CONFLICT as the condition of a join
const INSERT = `INSERT INTO care_task (${NAMES.join(', ')})
  SELECT ${NAMES.map((_, at) => `value ->> ${at}`).join(', ')} FROM json_each(?) WHERE true
  ON CONFLICT (id) DO UPDATE SET ${NAMES.filter((name) => name !== 'id')
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')},
    waiting = NULL, snooze = NULL, settlement = NULL, deleted = 0
  WHERE deleted = 1`
