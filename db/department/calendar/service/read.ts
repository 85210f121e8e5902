import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { Refusal } from '../../../kernel/errors.ts'
import type { CalendarId, CalendarVersionId, MemberId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { perFile } from '../../../kernel/perFile.ts'
import { CALENDAR_WORDS } from '../../../terms/calendar.ts'
import type { Language } from '../../../terms/language.ts'
import { almanacOf } from '../almanac.ts'
import type { CalendarLine, calendar } from '../contract.ts'
import { DEFAULT_CALENDAR, type WorkCalendar } from '../rules/calendar.ts'
import { daysCsv } from '../rules/daysCsv.ts'
import { type CompiledCalendar, compileCalendar } from '../rules/workingTime.ts'

/** A calendar that clocks go by: what it says, and the version to keep with a clock that begins now. */
export interface HeldCalendar {
  /** null for the built-in one */
  readonly versionId: CalendarVersionId | null
  readonly calendar: WorkCalendar
  /** ready to answer, and kept as long as the file is open: versions never change */
  readonly compiled: CompiledCalendar
}

interface VersionRow {
  readonly versionId: CalendarVersionId
  readonly content: string
}

const BUILT_IN: HeldCalendar = {
  versionId: null,
  calendar: DEFAULT_CALENDAR,
  compiled: compileCalendar(DEFAULT_CALENDAR),
}

/** The newest version of calendars, and the calendars in the department's order. */
const NEWEST = `v.id = (SELECT w.id FROM calendar_version w WHERE w.calendar_id = c.id AND w.deleted = 0
  ORDER BY w.made_at DESC, w.id DESC LIMIT 1)`
const IN_ORDER = 'ORDER BY c.order_key, c.id'

const statements = perFile((db) => ({
  known: new Map<string, HeldCalendar>(),
  version: db.prepare<[string], VersionRow>(
    'SELECT id AS versionId, content FROM calendar_version WHERE id = ?',
  ),
  // a calendar that was deleted while members were still on it leaves them to the department's own
  ofMember: db.prepare<[string | null], VersionRow>(
    `SELECT v.id AS versionId, v.content FROM work_calendar c JOIN calendar_version v ON ${NEWEST}
     LEFT JOIN calendar_member m ON m.calendar_id = c.id AND m.member_id = ? AND m.deleted = 0
     WHERE c.deleted = 0 ORDER BY m.id IS NULL, c.order_key, c.id LIMIT 1`,
  ),
}))

function held(db: Database.Database, row: VersionRow | undefined): HeldCalendar {
  if (!row) return BUILT_IN
  const { known } = statements(db)
  const before = known.get(row.versionId)
  if (before) return before
  const calendar: WorkCalendar = JSON.parse(row.content)
  const fresh = { versionId: row.versionId, calendar, compiled: compileCalendar(calendar) }
  known.set(row.versionId, fresh)
  return fresh
}

/** The calendar that a member goes by now: their team's, else the department's own (null asks for that), else the built-in one. */
export const calendarOf = (db: Database.Database, memberId: MemberId | null): HeldCalendar =>
  held(db, statements(db).ofMember.get(memberId))

/** The calendar that a clock began with; also one that was undone or deleted since. Null is the built-in one. */
export function calendarVersion(db: Database.Database, versionId: CalendarVersionId | null): HeldCalendar {
  if (versionId === null) return BUILT_IN
  const { known, version } = statements(db)
  return known.get(versionId) ?? held(db, version.get(versionId))
}

type LineRow = VersionRow & { readonly id: CalendarId; readonly name: string }

/** All calendars, the department's own first; the built-in one where there is none. */
export function calendarLines(db: Database.Database): CalendarLine[] {
  const rows = db
    .prepare<[], LineRow>(
      `SELECT c.id, c.name, v.id AS versionId, v.content FROM work_calendar c JOIN calendar_version v ON ${NEWEST}
       WHERE c.deleted = 0 ${IN_ORDER}`,
    )
    .all()
  if (rows.length === 0) return [lineOf({ id: null, name: '', held: BUILT_IN }, true)]
  return rows.map((row, at) => lineOf({ id: row.id, name: row.name, held: held(db, row) }, at === 0))
}

function lineOf(
  { id, name, held: { versionId, calendar } }: { id: CalendarId | null; name: string; held: HeldCalendar },
  ofDepartment: boolean,
): CalendarLine {
  return { id, versionId, name, content: shapeOf(calendar), ofDepartment }
}

/** A calendar in the contract's shape, whose lists may be written to. */
export const shapeOf = ({ timeZone, week, days }: WorkCalendar): CalendarLine['content'] => ({
  timeZone,
  week: week.map((shifts) => [...shifts]),
  days: Object.fromEntries(
    Object.entries(days).map(([day, { kind, name, shifts }]) => [
      day,
      shifts === undefined ? { kind, name } : { kind, name, shifts: [...shifts] },
    ]),
  ),
})

type Listed = z.output<NonNullable<(typeof calendar.list)['~orpc']['outputSchema']>>

/** The calendars and who goes by which. */
export function listCalendars(kernel: Kernel): Listed {
  const assigned = kernel.db
    .prepare<[], Listed['assigned'][number]>(
      `SELECT a.member_id AS memberId, a.calendar_id AS calendarId FROM calendar_member a
       JOIN member m ON m.id = a.member_id AND m.deleted = 0
       JOIN work_calendar c ON c.id = a.calendar_id AND c.deleted = 0
       WHERE a.deleted = 0`,
    )
    .all()
  return { now: kernel.now(), calendars: calendarLines(kernel.db), assigned }
}

/** What the almanac says of a year's days, as columns. */
export function readAlmanac({ year }: { readonly year: number }) {
  const days = almanacOf(year)
  return {
    months: days.map(({ month }) => month),
    leaps: days.map(({ leap }) => leap),
    days: days.map(({ day }) => day),
    festivals: days.map(({ festival }) => festival),
  }
}

/** A calendar of the department as it stands now. @throws Refusal CALENDAR_NOT_FOUND */
export function findCalendar(db: Database.Database, calendarId: CalendarId | null): CalendarLine {
  const found = calendarLines(db).find(({ id }) => id === calendarId)
  if (!found) throw new Refusal('CALENDAR_NOT_FOUND')
  return found
}

/** Listed days as a CSV file. @throws Refusal CALENDAR_NOT_FOUND */
export function exportDays(
  { db }: Kernel,
  {
    calendarId,
    year,
    language,
  }: { readonly calendarId: CalendarId | null; readonly year: number | null; readonly language: Language },
): File {
  const { name, content } = findCalendar(db, calendarId)
  const title = [name || CALENDAR_WORDS[language].title, year].filter(Boolean).join(' ')
  return new File([daysCsv(content, year, language)], `${title}.csv`, { type: 'text/csv;charset=utf-8' })
}
