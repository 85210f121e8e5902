import type Database from 'better-sqlite3'
import { addDays, dayOf } from '../../../accounts/rules/days.ts'
import { STRIP_SEPARATOR } from '../../../accounts/rules/strips.ts'
import { newestPublication } from '../../../accounts/service/standings.ts'
import type { MemberId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { TaskFilter, TaskShow, TaskTable } from '../contract.ts'
import { TASK_STRIPS, type TaskStrip, type TaskTexts } from '../rules/taskTable.ts'
import { holdersReader } from './holders.ts'

/** The day that counts: one that was put off is due when it is back, unless it is due later anyway. */
export const DUE = `max(t.due_on, coalesce(t.snooze ->> '$.until', ''))`
const OPEN = 't.settlement IS NULL'
const SNOOZED = `coalesce(t.snooze ->> '$.until', '') > @today`
const FREE = `${OPEN} AND NOT (${SNOOZED}) AND t.waiting IS NULL`

const SHOWN = {
  open: OPEN,
  late: `${FREE} AND ${DUE} < @today`,
  today: `${FREE} AND ${DUE} = @today`,
  next7: `${FREE} AND ${DUE} > @today AND ${DUE} <= @week`,
  later: `${FREE} AND ${DUE} > @week`,
  snoozed: `${OPEN} AND ${SNOOZED}`,
  waiting: `${OPEN} AND NOT (${SNOOZED}) AND t.waiting IS NOT NULL`,
  done: `t.settlement IS NOT NULL AND t.settlement ->> '$.state' = 'done'`,
  dropped: `t.settlement IS NOT NULL AND t.settlement ->> '$.state' = 'dropped'`,
  settled: 't.settlement IS NOT NULL',
} as const satisfies Record<TaskShow, string>

const ENDED: readonly TaskShow[] = ['done', 'dropped', 'settled']

/** Whose a task effectively is: its owner while they are with us, else the account's, else their backup, else the head. */
export const OWNER = `coalesce(m.id, ao.id, CASE WHEN a.id IS NOT NULL THEN (SELECT s.member_id FROM group_seat s
    JOIN member sm ON sm.id = s.member_id AND sm.deleted = 0
    WHERE s.account_id = a.id AND s.deleted = 0 ORDER BY s.id LIMIT 1) END, @head)`

/** Tasks whose account is there, with those whom they name. */
export const FROM = `FROM care_task t
  LEFT JOIN account a ON a.id = t.account_id
  LEFT JOIN member m ON m.id = t.owner_id AND m.deleted = 0
  LEFT JOIN member ao ON ao.id = a.owner_id AND ao.deleted = 0`
/** Deleted accounts are few, so they are looked up once, and tasks can be counted from an index alone. */
export const THERE = `t.deleted = 0 AND (t.account_id IS NULL
  OR t.account_id NOT IN (SELECT gone.id FROM account gone WHERE gone.deleted = 1))`

/** The columns of lists, see rules/taskTable.ts. */
const COLUMNS = {
  id: 't.id',
  accountId: 't.account_id',
  account: 'a.name',
  accountPinyin: 'n.pinyin',
  tier: `CASE r.standing WHEN 'insufficient' THEN NULL ELSE r.standing END`,
  personId: 'q.id',
  person: 'q.name',
  kind: 't.kind',
  title: 't.title',
  why: 't.why',
  about: `CASE t.why ->> '$.code'
    WHEN 'own' THEN (SELECT x.name FROM member x WHERE x.id = t.why ->> '$.by')
    WHEN 'contract' THEN (SELECT x.name FROM account_contract x WHERE x.id = t.why ->> '$.contractId')
    WHEN 'invitation' THEN (SELECT x.name FROM club_event x WHERE x.id = t.why ->> '$.eventId')
    WHEN 'request' THEN (SELECT x.code || ' ' || x.title FROM request x WHERE x.id = t.why ->> '$.of') END`,
  ownerId: 'o.id',
  owner: 'o.name',
  formerOwner: `CASE WHEN t.owner_id IS NOT NULL AND m.id IS NULL
    THEN (SELECT f.name FROM member f WHERE f.id = t.owner_id) END`,
  dueOn: 't.due_on',
  dueTime: 't.due_time',
  madeOn: 't.made_on',
  waiting: 't.waiting',
  snooze: 't.snooze',
  repeats: 't.repeats',
  playbook: 't.playbook',
  settlement: 't.settlement',
} as const satisfies Record<TaskStrip, string>

/**
 * A page of tasks with what {@link COLUMNS} read: the page is cut first, so that names are looked up for it alone; its
 * order is that of the outer loop. Without statistics SQLite would walk a whole round, or all names, for each account:
 * hence the named index and the plus. Rows are found again by their place in the file: by id is a third slower.
 */
const pageSql = (from: string, where: string, at: string, order: string): string =>
  `FROM (SELECT t.rowid AS place, ${at} AS at ${from} WHERE ${where}
      ORDER BY ${order} LIMIT @limit OFFSET @offset) p
    CROSS JOIN care_task t ON t.rowid = p.place
    LEFT JOIN account a ON a.id = t.account_id
    LEFT JOIN member m ON m.id = t.owner_id AND m.deleted = 0
    LEFT JOIN member ao ON ao.id = a.owner_id AND ao.deleted = 0
    LEFT JOIN search_name n ON n.row_id = t.account_id AND +n.kind = 'account'
    LEFT JOIN person q ON q.id = t.person_id AND q.deleted = 0
    LEFT JOIN member o ON o.id = ${OWNER}
    LEFT JOIN result r INDEXED BY result_account
      ON r.publication_id = @publication AND r.account_id = a.id AND r.deleted = 0`

/** Tasks as texts by column, for short lists. */
export function readRows(
  db: Database.Database,
  where: string,
  params: Readonly<Record<string, string | number | null>>,
  limit: number,
): TaskTexts[] {
  const columns = TASK_STRIPS.map((name) => `${COLUMNS[name]} AS ${name}`)
  return db
    .prepare<object, TaskTexts>(
      `SELECT ${columns.join(', ')} ${pageSql(FROM, where, DUE, 'at, t.due_time, t.id')}`,
    )
    .all({ ...params, limit, offset: 0, publication: newestPublication(db) })
}

/** What every query on tasks is given. */
export const dayParams = (db: Database.Database, today: string) => ({
  today,
  week: addDays(today, 7),
  head: holdersReader(db).head,
})

/** The condition of a filter, and the values in it; only what is given, so that SQLite uses the index of it. */
export function filterSql(filter: Omit<TaskFilter, 'show'>): {
  /** with accounts and owners only where the condition asks for them: half a million tasks are counted without */
  readonly from: string
  readonly where: string
  readonly params: Readonly<Record<string, string | null>>
} {
  const { ownerId, accountId, personId, kind, text } = filter
  const words = text.trim()
  const parts = [
    ...(accountId === undefined ? [] : ['t.account_id = @accountId']),
    ...(personId === undefined ? [] : ['t.person_id = @personId']),
    ...(kind === undefined ? [] : ['t.kind = @kind']),
    ...(words === '' ? [] : [`(instr(t.title, @text) OR instr(a.name, @text) OR instr(t.note, @text))`]),
    ...(ownerId === undefined ? [] : [`${OWNER} = @ownerId`]),
  ]
  const given = { accountId, personId, kind, ownerId, text: words || undefined }
  const joined = ownerId !== undefined || words !== ''
  return {
    from: joined ? FROM : 'FROM care_task t',
    where: [THERE, ...parts].join(' AND '),
    params: Object.fromEntries(
      Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    ),
  }
}

/** A page of tasks as columns, put together within SQLite as the list of accounts is. */
export function listTasks(
  { db, now }: Kernel,
  input: TaskFilter & { readonly offset: number; readonly limit: number },
): TaskTable {
  const today = dayOf(now())
  const { from, where, params } = filterSql(input)
  const all = { ...params, ...dayParams(db, today) }
  const shown = `${where} AND ${SHOWN[input.show]}`
  const ended = ENDED.includes(input.show)
  const at = ended ? `t.settlement ->> '$.at'` : DUE
  const order = ended ? 'at DESC, t.id DESC' : `at, t.due_time = '', t.due_time, t.id`
  const strips = TASK_STRIPS.map(
    (name) => `group_concat(coalesce(${COLUMNS[name]}, ''), '${STRIP_SEPARATOR}')`,
  )
  const { limit, offset } = input
  const [count = 0, ...texts] =
    db
      .prepare<object, [number, ...string[]]>(
        `SELECT count(*), ${strips.join(', ')} ${pageSql(from, shown, at, order)}`,
      )
      .raw()
      .get({ ...all, limit, offset, publication: newestPublication(db) }) ?? []
  const total =
    offset === 0 && count < limit
      ? count
      : (db.prepare<object, number>(`SELECT count(*) ${from} WHERE ${shown}`).pluck().get(all) ?? 0)
  return {
    today,
    total,
    count,
    strips: Object.fromEntries(
      TASK_STRIPS.flatMap((name, at): [string, string][] => {
        const text = texts[at] ?? ''
        // a column without any value is nothing but separators
        return text.length < count ? [] : [[name, text]]
      }),
    ),
  }
}

interface Counts {
  readonly late: number
  readonly dueToday: number
  readonly next7: number
  readonly later: number
  readonly snoozed: number
  readonly waiting: number
}

/** How many open tasks stand where. */
export function countTasks(
  { db, now }: Kernel,
  filter: { readonly ownerId?: MemberId | undefined; readonly accountId?: TaskFilter['accountId'] },
): Counts & { today: string } {
  const today = dayOf(now())
  const { from, where, params } = filterSql({ ...filter, text: '' })
  const sum = (show: TaskShow): string => `coalesce(sum(${SHOWN[show]}), 0)`
  const counts = db
    .prepare<object, Counts>(
      `SELECT ${sum('late')} AS late, ${sum('today')} AS dueToday, ${sum('next7')} AS next7, ${sum('later')} AS later,
         ${sum('snoozed')} AS snoozed, ${sum('waiting')} AS waiting
       ${from} WHERE ${where} AND t.settlement IS NULL`,
    )
    .get({ ...params, ...dayParams(db, today) })
  return { today, ...(counts ?? { late: 0, dueToday: 0, next7: 0, later: 0, snoozed: 0, waiting: 0 }) }
}
