import type Database from 'better-sqlite3'
import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import { addDays } from '../../../accounts/rules/days.ts'
import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { VisitId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { Language } from '../../../terms/language.ts'
import { fillIn } from '../../../terms/ranking.ts'
import { VISIT_CALENDAR_WORDS } from '../../../terms/visitCalendar.ts'
import { DIRECTION_WORDS, VISIT_KIND_WORDS } from '../../../terms/visits.ts'
import { cameToNothing, type VisitState } from '../../rules/states.ts'
import type { Direction, VisitKind } from '../../rules/words.ts'
import type { visitCalendar } from '../contract.ts'

interface FileVisit {
  readonly id: VisitId
  readonly code: string
  readonly title: string
  readonly account: string | null
  readonly accounts: number
  readonly kind: VisitKind
  readonly direction: Direction
  readonly day: string
  readonly time: string
  readonly minutes: number
  readonly city: string
  readonly place: string
  readonly objective: string
  readonly state: VisitState
  readonly organizerId: string | null
  readonly organizer: string | null
  /** transactions that touched it */
  readonly touched: number
  /** instant of the last of them, epoch ms */
  readonly changedAt: number
}

type Asked = InputOf<typeof visitCalendar.file>

/** Visits as a calendar file. @throws Refusal VISIT_NOT_FOUND, TRIP_NOT_FOUND, NO_VISITS */
export function calendarFile(kernel: Kernel, asked: Asked): File {
  const { db } = kernel
  const { language } = asked
  const words = VISIT_CALENDAR_WORDS[language]
  const visits = visitsFor(db, asked)
  const [first] = visits
  if (!first) throw new Refusal('NO_VISITS')
  const name = nameOf(db, asked, first)
  // what was called off is taken back by a calendar of its own sort; among others it just stands as cancelled
  const off = visits.every(({ state }) => cameToNothing(state))
  const calendar = ical({
    name,
    prodId: { company: 'Yushui', product: words.calendar, language: language.toUpperCase() },
    method: off ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  const parties = partiesOf(db, visits)
  for (const visit of visits) calendar.createEvent(eventOf(visit, parties.get(visit.id) ?? NOBODY, language))
  return new File([calendar.toString()], `${name.replace(/[\\/:*?"<>|]/g, ' ')}.ics`, {
    type: 'text/calendar;charset=utf-8',
  })
}

function nameOf(db: Database.Database, { tripId, year, language }: Asked, first: FileVisit): string {
  const words = VISIT_CALENDAR_WORDS[language]
  if (tripId !== undefined)
    return (
      db.prepare<[string], string>('SELECT name FROM trip WHERE id = ?').pluck().get(tripId) ?? words.calendar
    )
  if (year !== undefined) return fillIn(words.year, { year: String(year) })
  return `${first.title === '' ? (first.account ?? words.calendar) : first.title} ${first.day}`
}

const VISIT = `SELECT v.id, v.code, v.title, a.name AS account, v.kind, v.direction, v.day, v.time, v.minutes, v.city,
    v.place, v.objective, v.progress ->> '$.state' AS state, m.id AS organizerId, m.name AS organizer,
    (SELECT count(*) FROM visit_account w WHERE w.visit_id = v.id AND w.deleted = 0) AS accounts
  FROM visit v
  LEFT JOIN member m ON m.id = coalesce(v.owner_id, (SELECT q.member_id FROM visit_member q
    WHERE q.visit_id = v.id AND q.part = 'leads' AND q.deleted = 0 LIMIT 1)) AND m.deleted = 0
  LEFT JOIN account a ON a.id = (SELECT w.account_id FROM visit_account w JOIN account b ON b.id = w.account_id
    AND b.deleted = 0 WHERE w.visit_id = v.id AND w.deleted = 0 ORDER BY w.order_key, w.id LIMIT 1)`

/**
 * Transactions that touched visits or who takes part in them, and when the last one was: a clock reading begins with its ms.
 * The cross joins keep SQLite from reading all changes.
 */
const TOUCHED = `SELECT id, count(DISTINCT txnId) AS touched, max(hlc) AS hlc FROM (
    SELECT j.value AS id, c.txn_id AS txnId, t.hlc FROM json_each(@ids) j
      CROSS JOIN change c ON c.tbl = 'visit' AND c.row_id = j.value CROSS JOIN txn t ON t.id = c.txn_id
    UNION ALL SELECT j.value, c.txn_id, t.hlc FROM json_each(@ids) j CROSS JOIN visit_member q ON q.visit_id = j.value
      CROSS JOIN change c ON c.tbl = 'visit_member' AND c.row_id = q.id CROSS JOIN txn t ON t.id = c.txn_id
    UNION ALL SELECT j.value, c.txn_id, t.hlc FROM json_each(@ids) j CROSS JOIN visit_account w ON w.visit_id = j.value
      CROSS JOIN change c ON c.tbl = 'visit_account' AND c.row_id = w.id CROSS JOIN txn t ON t.id = c.txn_id
  ) GROUP BY id`

function visitsFor(db: Database.Database, { visitIds, tripId, year }: Asked): FileVisit[] {
  if (tripId !== undefined && !db.prepare('SELECT 1 FROM trip WHERE id = ? AND deleted = 0').get(tripId))
    throw new Refusal('TRIP_NOT_FOUND')
  const where = [
    'v.deleted = 0',
    ...(visitIds === undefined ? [] : ['v.id IN (SELECT value FROM json_each(@ids))']),
    ...(tripId === undefined ? [] : ['v.trip_id = @tripId']),
    ...(year === undefined ? [] : ["v.day BETWEEN @year || '-01-01' AND @year || '-12-31'"]),
  ]
  const given = { ids: JSON.stringify(visitIds ?? []), tripId: tripId ?? '', year: String(year ?? '') }
  const rows = db
    .prepare<object, Omit<FileVisit, 'touched' | 'changedAt'>>(
      `${VISIT} WHERE ${where.join(' AND ')} ORDER BY v.day, v.time, v.id`,
    )
    .all(given)
  if (visitIds !== undefined && rows.length < new Set(visitIds).size) throw new Refusal('VISIT_NOT_FOUND')
  const touched = new Map(
    db
      .prepare<object, { id: string; touched: number; hlc: string }>(TOUCHED)
      .all({ ids: JSON.stringify(rows.map(({ id }) => id)) })
      .map(({ id, ...known }) => [id, known]),
  )
  return rows.map((row) => {
    const known = touched.get(row.id)
    return { ...row, touched: known?.touched ?? 1, changedAt: Number((known?.hlc ?? '0').split('-')[0]) }
  })
}

interface Party {
  readonly lead: readonly string[]
  readonly joins: readonly string[]
}
const NOBODY: Party = { lead: [], joins: [] }

/** Ours at each visit: who leads, and who comes along. */
function partiesOf(db: Database.Database, visits: readonly FileVisit[]): ReadonlyMap<string, Party> {
  const rows = db
    .prepare<[string], { visitId: string; name: string; part: string }>(
      `SELECT q.visit_id AS visitId, m.name, q.part FROM visit_member q
       JOIN member m ON m.id = q.member_id AND m.deleted = 0
       WHERE q.visit_id IN (SELECT value FROM json_each(?)) AND q.deleted = 0 ORDER BY q.id`,
    )
    .all(JSON.stringify(visits.map(({ id }) => id)))
  const byVisit = Map.groupBy(rows, ({ visitId }) => visitId)
  return new Map(
    [...byVisit].map(([id, parts]) => {
      const named = (part: string): string[] =>
        parts.filter((one) => one.part === part).map(({ name }) => name)
      return [id, { lead: named('leads'), joins: named('joins') }]
    }),
  )
}

function eventOf(visit: FileVisit, party: Party, language: Language) {
  const words = VISIT_CALENDAR_WORDS[language]
  const { account, accounts, title, city, place, objective, kind, direction, code, state } = visit
  const named =
    account === null
      ? code
      : accounts > 1
        ? fillIn(words.more, { name: account, count: String(accounts) })
        : account
  const lines = [
    ...(objective === '' ? [] : [fillIn(words.objective, { text: objective })]),
    ...(party.lead.length === 0 ? [] : [fillIn(words.lead, { names: party.lead.join(words.comma) })]),
    ...(party.joins.length === 0 ? [] : [fillIn(words.joins, { names: party.joins.join(words.comma) })]),
    DIRECTION_WORDS[language][direction],
    fillIn(words.code, { code }),
  ]
  const location = [city, place].filter((part) => part !== '').join(' ')
  return {
    ...whenOf(visit),
    id: visit.id,
    // the transaction that planned it is the first version
    sequence: Math.max(0, visit.touched - 1),
    stamp: new Date(visit.changedAt),
    summary:
      title === '' ? fillIn(words.summary, { what: named, kind: VISIT_KIND_WORDS[language][kind] }) : title,
    description: lines.join('\n'),
    location: location === '' ? null : location,
    status: statusOf(state),
    transparency: ICalEventTransparency.OPAQUE,
    busystatus: cameToNothing(state) ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    // nobody's address is known here; .invalid is reserved for addresses that lead nowhere (RFC 2606)
    organizer:
      visit.organizer === null
        ? null
        : { name: visit.organizer, email: `${visit.organizerId ?? 'nobody'}@yushui.invalid` },
  }
}

/** Start and end: whole days where no time is known. Dates of whole days are UTC's, as the library writes them. */
function whenOf({ day, time, minutes }: FileVisit): { start: Date; end: Date; allDay: boolean } {
  if (time === '') {
    const days = Math.max(1, Math.ceil(minutes / MINUTES_A_DAY))
    return { start: utcDay(day), end: utcDay(addDays(day, days)), allDay: true }
  }
  // the wall clock is that of this laptop
  const start = new Date(`${day}T${time}:00`)
  return { start, end: new Date(start.getTime() + minutes * 60_000), allDay: false }
}

const MINUTES_A_DAY = 1_440
const utcDay = (day: string): Date => new Date(`${day}T00:00:00Z`)

function statusOf(state: VisitState): ICalEventStatus {
  if (cameToNothing(state)) return ICalEventStatus.CANCELLED
  return state === 'proposed' || state === 'approved' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}
