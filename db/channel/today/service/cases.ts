import type Database from 'better-sqlite3'
import { calendarVersion } from '../../../department/calendar/service/read.ts'
import type { AccountId, CalendarVersionId } from '../../../kernel/ids.ts'
import { perFile } from '../../../kernel/perFile.ts'
import { CASE_CLOCKS } from '../../../recovery/rules/deadlines.ts'
import type { CaseProgress } from '../../../recovery/rules/progress.ts'
import { caseDueSql } from '../../../recovery/tables.ts'
import { leftAt } from '../../requests/rules/clocks.ts'
import type { TodayItem } from '../contract.ts'
import { SECTIONS, type Section, type Whose } from '../rules/sections.ts'
import { type Ask, type Counts, itemOf, mineSql, mostLines, NONE, type Source, thereSql } from './ask.ts'
import { nearestOf } from './nearest.ts'

const DUE = caseDueSql('t.')
const OPEN = `recovery_case t INDEXED BY recovery_case_due
  WHERE t.progress ->> '$.open' = 1 AND t.deleted = 0 AND t.merged_into IS NULL`
/** The customer was told: what comes next is their word. */
const WAITS = `t.progress ->> '$.state' = 'told'`

/** Cases stand where the first of their running clocks ends; those that wait for the customer only where none is late. */
const WHERE = {
  late: `${DUE} < @now`,
  today: `${DUE} >= @now AND ${DUE} < @dayEnd AND NOT (${WAITS})`,
  next7: `${DUE} >= @dayEnd AND ${DUE} < @weekEnd AND NOT (${WAITS})`,
  waiting: `${DUE} >= @now AND ${WAITS}`,
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

function statements(db: Database.Database, whose: Whose) {
  const shown = `AND ${thereSql('t.account_id')} AND ${whose === 'all' ? '1' : mineSql('t.owner_id', 't.account_id')}`
  const rows = (from: string): Rows =>
    db.prepare<[object], Row>(
      `SELECT c.id, c.title, a.id AS accountId, a.name AS account, q.name AS person, m.id AS ownerId, m.name AS owner,
         m.role, c.calendar_id AS calendarId, c.progress
       FROM (SELECT t.rowid AS at FROM ${from} LIMIT @most) cut
       CROSS JOIN recovery_case c ON c.rowid = cut.at JOIN account a ON a.id = c.account_id
       LEFT JOIN person q ON q.id = c.person_id AND q.deleted = 0
       LEFT JOIN member m ON m.id = c.owner_id AND m.deleted = 0`,
    )
  const open = (section: Section): Rows => rows(`${OPEN} AND ${WHERE[section]} ${shown} ORDER BY ${DUE}`)
  const countOf = (from: string): string => `(SELECT count(*) FROM ${from} ${shown})`
  const counts = SECTIONS.map((section) => `${countOf(`${OPEN} AND ${WHERE[section]}`)} AS ${section}`)
  return {
    count: db.prepare<[object], Counts>(`SELECT ${counts.join(', ')}, 0 AS done`),
    lines: { late: open('late'), today: open('today'), next7: open('next7'), waiting: open('waiting') },
  }
}

const prepared = {
  mine: perFile((db) => statements(db, 'mine')),
  all: perFile((db) => statements(db, 'all')),
} as const satisfies Record<Whose, unknown>
const statementsOf = ({ db, whose }: Ask) => prepared[whose](db)

function toItem({ db, now, tierOf, whose, params }: Ask, row: Row): TodayItem {
  const { clocks, state, since }: CaseProgress = JSON.parse(row.progress)
  const { id, title, accountId, account, person, ownerId, owner, role, calendarId } = row
  const nearest = nearestOf(CASE_CLOCKS, clocks)
  const left =
    nearest === null ? undefined : leftAt(calendarVersion(db, calendarId).compiled, clocks[nearest.name], now)
  const waits = state === 'told'
  return itemOf({
    kind: 'case',
    id,
    what: title,
    caseClock: nearest?.name ?? null,
    ...{ accountId, account, person, tier: tierOf(accountId) },
    who: waits ? person : whose === 'all' || ownerId !== params.me ? owner : null,
    role: waits ? '' : (role ?? ''),
    dueAt: nearest?.due ?? null,
    lateMinutes: left === undefined || left >= 0 ? null : Math.floor(-left / 60_000),
    since: waits ? since : null,
  })
}

/** Cases of service recovery by the clock that ends first; one that ended is no longer shown. */
export const CASE_LINES: Source = {
  count: (ask) => statementsOf(ask).count.get(ask.params) ?? NONE,
  lines: (ask, section) =>
    statementsOf(ask)
      .lines[section].all({ ...ask.params, most: mostLines(ask, section) })
      .map((row) => toItem(ask, row)),
  done: () => [],
}
