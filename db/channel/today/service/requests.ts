import type Database from 'better-sqlite3'
import { calendarVersion } from '../../../department/calendar/service/read.ts'
import type { AccountId, CalendarVersionId } from '../../../kernel/ids.ts'
import { perFile } from '../../../kernel/perFile.ts'
import { CLOCKS, leftAt } from '../../requests/rules/clocks.ts'
import type { Progress } from '../../requests/rules/progress.ts'
import { NEAREST_END } from '../../requests/tables.ts'
import type { TodayItem } from '../contract.ts'
import { LINES, SECTIONS, type Section, type Whose } from '../rules/sections.ts'
import { type Ask, type Counts, itemOf, mineSql, mostLines, NONE, type Source, thereSql } from './ask.ts'
import { nearestOf } from './nearest.ts'

const OPEN = `request INDEXED BY request_open WHERE progress ->> '$.open' = 1 AND deleted = 0`
const SOLVED = `request INDEXED BY request_solved WHERE progress ->> '$.solvedAt' IS NOT NULL AND deleted = 0
  AND progress ->> '$.solvedAt' >= @dayStart`
const WAITS = `progress ->> '$.state' IN ('waitingCustomer', 'waitingThird')`

/** Requests stand where the first of their running clocks ends; those that wait for others only where none is late. */
const WHERE = {
  late: `${NEAREST_END} < @now`,
  today: `${NEAREST_END} >= @now AND ${NEAREST_END} < @dayEnd AND NOT (${WAITS})`,
  next7: `${NEAREST_END} >= @dayEnd AND ${NEAREST_END} < @weekEnd AND NOT (${WAITS})`,
  waiting: `${NEAREST_END} >= @now AND ${WAITS}`,
} as const satisfies Record<Section, string>

interface Row {
  readonly id: string
  readonly title: string
  readonly accountId: AccountId
  readonly account: string
  readonly person: string | null
  readonly ownerId: string | null
  readonly owner: string | null
  readonly role: string | null
  readonly calendarId: CalendarVersionId | null
  readonly progress: string
}

type Rows = Database.Statement<[object], Row>

/** Whose backup I am: I answer for it while the owner is away. */
const MINE = `(${mineSql('owner_id', 'account_id')} OR backup_id = @me)`

function statements(db: Database.Database, whose: Whose) {
  const shown = `AND ${thereSql('account_id')} AND ${whose === 'all' ? '1' : MINE}`
  const rows = (from: string): Rows =>
    db.prepare<[object], Row>(
      `SELECT r.id, r.title, a.id AS accountId, a.name AS account, q.name AS person, m.id AS ownerId, m.name AS owner, m.role,
         r.calendar_id AS calendarId, r.progress
       FROM (SELECT rowid AS at FROM ${from} LIMIT @most) cut
       CROSS JOIN request r ON r.rowid = cut.at JOIN account a ON a.id = r.account_id
       LEFT JOIN person q ON q.id = r.person_id AND q.deleted = 0
       LEFT JOIN member m ON m.id = r.owner_id AND m.deleted = 0`,
    )
  const open = (section: Section): Rows =>
    rows(`${OPEN} AND ${WHERE[section]} ${shown} ORDER BY ${NEAREST_END}`)
  const countOf = (from: string): string => `(SELECT count(*) FROM ${from} ${shown})`
  const counts = SECTIONS.map((section) => `${countOf(`${OPEN} AND ${WHERE[section]}`)} AS ${section}`)
  return {
    count: db.prepare<[object], Counts>(`SELECT ${counts.join(', ')}, ${countOf(SOLVED)} AS done`),
    late: db.prepare<[object], number>(`SELECT count(*) FROM ${OPEN} ${shown} AND ${WHERE.late}`).pluck(),
    lines: { late: open('late'), today: open('today'), next7: open('next7'), waiting: open('waiting') },
    done: rows(`${SOLVED} ${shown} ORDER BY progress ->> '$.solvedAt' DESC`),
  }
}

const prepared = {
  mine: perFile((db) => statements(db, 'mine')),
  all: perFile((db) => statements(db, 'all')),
} as const satisfies Record<Whose, unknown>
const statementsOf = ({ db, whose }: Ask) => prepared[whose](db)

function toItem(
  { db, now, tierOf, whose, params }: Ask,
  { calendarId, role, ownerId, owner, ...row }: Row,
  done: boolean,
): TodayItem {
  const { clocks, state, since, waitingFor, solvedAt }: Progress = JSON.parse(row.progress)
  const { id, title, accountId, account, person } = row
  const nearest = done ? null : nearestOf(CLOCKS, clocks)
  const left =
    nearest === null ? undefined : leftAt(calendarVersion(db, calendarId).compiled, clocks[nearest.name], now)
  const waits = state === 'waitingCustomer' || state === 'waitingThird'
  return itemOf({
    kind: 'request',
    id,
    what: title,
    clock: nearest?.name ?? null,
    ...{ accountId, account, person, tier: tierOf(accountId) },
    who: waits ? waitingFor || person : whose === 'all' || ownerId !== params.me ? owner : null,
    role: waits ? '' : (role ?? ''),
    dueAt: done ? solvedAt : (nearest?.due ?? null),
    lateMinutes: left === undefined || left >= 0 ? null : Math.floor(-left / 60_000),
    since: waits ? since : null,
    done,
  })
}

/** Requests by the clock that ends first. */
export const REQUEST_LINES: Source = {
  count: (ask) => statementsOf(ask).count.get(ask.params) ?? NONE,
  lines: (ask, section) =>
    statementsOf(ask)
      .lines[section].all({ ...ask.params, most: mostLines(ask, section) })
      .map((row) => toItem(ask, row, false)),
  done: (ask) =>
    statementsOf(ask)
      .done.all({ ...ask.params, most: LINES.first })
      .map((row) => toItem(ask, row, true)),
}

/** How many requests are late. */
export const lateRequests = (ask: Ask): number => statementsOf(ask).late.get(ask.params) ?? 0
