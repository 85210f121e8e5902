import type Database from 'better-sqlite3'
import { readWhy, type Why } from '../rules/reasons.ts'
import type { Repeats, Settlement, Snooze, Standing, Waiting } from '../rules/states.ts'
import type { TaskKind } from '../rules/words.ts'

/** A template's step that a task is, as its row's `playbook` keeps it. */
export interface PlaybookPlace {
  readonly playbookId: string
  readonly name: string
  /** the start that it belongs to */
  readonly run: string
  /** 1 for the first */
  readonly step: number
  readonly of: number
}

/** A care task as its row says it. */
export interface StoredTask extends Standing {
  readonly id: string
  readonly accountId: string | null
  readonly personId: string | null
  readonly kind: TaskKind
  /** empty where the reason says what is to be done */
  readonly title: string
  readonly note: string
  readonly why: Why
  readonly ownerId: string | null
  readonly dueTime: string
  readonly madeOn: string
  readonly waiting: Waiting | null
  readonly snooze: Snooze | null
  readonly repeats: Repeats | null
  readonly playbook: PlaybookPlace | null
  readonly settlement: Settlement | null
}

type Json = 'why' | 'waiting' | 'snooze' | 'repeats' | 'playbook' | 'settlement'
type Row = Omit<StoredTask, Json> & { readonly why: string } & {
  readonly [Key in Exclude<Json, 'why'>]: string | null
}

const COLUMNS = `t.id, t.account_id AS accountId, t.person_id AS personId, t.kind, t.title, t.note, t.why,
  t.owner_id AS ownerId, t.due_on AS dueOn, t.due_time AS dueTime, t.made_on AS madeOn, t.waiting, t.snooze,
  t.repeats, t.playbook, t.settlement`

/** Every JSON column is written by this folder alone, so what it holds is what was put in. */
const parsed = <Value>(json: string | null): Value | null => (json === null ? null : JSON.parse(json))

const taskOf = (row: Row): StoredTask => ({
  ...row,
  why: readWhy(row.why),
  waiting: parsed(row.waiting),
  snooze: parsed(row.snooze),
  repeats: parsed(row.repeats),
  playbook: parsed(row.playbook),
  settlement: parsed(row.settlement),
})

/** Reads single tasks that are there; undefined for any other id. */
export function taskReader(db: Database.Database): (id: string) => StoredTask | undefined {
  const select = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM care_task t WHERE t.id = ? AND t.deleted = 0`,
  )
  return (id) => {
    const row = select.get(id)
    return row && taskOf(row)
  }
}

/** Open tasks that a condition on `t` holds for. */
export const openTasks = (
  db: Database.Database,
  where: string,
  params: Readonly<Record<string, string | number | null>> = {},
): StoredTask[] =>
  db
    .prepare<object, Row>(
      `SELECT ${COLUMNS} FROM care_task t WHERE t.settlement IS NULL AND t.deleted = 0 AND ${where}`,
    )
    .all(params)
    .map(taskOf)
