import type { z } from 'zod'
import { Refusal } from '../../../kernel/errors.ts'
import { CalendarId, CalendarVersionId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome, Tx } from '../../../kernel/kernel.ts'
import { orderKeyBetween } from '../../../kernel/orderKey.ts'
import type { CalendarLine, calendar } from '../contract.ts'
import type { WorkCalendar } from '../rules/calendar.ts'
import { checkCalendar } from '../rules/checkCalendar.ts'
import { mergeDays } from '../rules/editDays.ts'
import { readDays } from '../rules/readDays.ts'
import { calendarLines, findCalendar } from './read.ts'

type SaveInput = z.output<NonNullable<(typeof calendar.save)['~orpc']['inputSchema']>>
type ImportInput = z.output<NonNullable<(typeof calendar.importDays)['~orpc']['inputSchema']>>
type Saved = { calendarId: CalendarId; versionId: CalendarVersionId }

/** Faults that a refusal tells of; a thousand would help nobody. */
const MOST_FAULTS = 50

/**
 * Adds a version of a calendar; nothing where it says the same already.
 * @throws Refusal CALENDAR_NOT_FOUND, CALENDAR_CHANGED, CALENDAR_FAULTY
 */
export function saveCalendar(kernel: Kernel, { commandId, content, ...which }: SaveInput): Outcome<Saved> {
  const label = {
    command: editCommand(kernel, which, content),
    params: { name: labelName(kernel, which), day: changedDay(kernel, which, content) ?? '' },
  }
  return kernel.write({ commandId, label }, (tx) => addEdit(tx, which, () => content))
}

/**
 * Takes in the days of a file, all or none.
 * @throws Refusal DAYS_FAULTY, and as {@link saveCalendar}
 */
export function importDays(
  kernel: Kernel,
  { commandId, text, wholeYears, ...which }: ImportInput,
): Outcome<Saved> {
  const { days, faults } = readDays(text)
  const params = { name: labelName(kernel, which), count: Object.keys(days).length }
  return kernel.write({ commandId, label: { command: 'importDays', params } }, (tx) => {
    const [first] = faults
    if (first) throw new Refusal('DAYS_FAULTY', { line: first.line, count: faults.length })
    return addEdit(tx, which, (before) => mergeDays(before, days, wholeYears).calendar)
  })
}

type Which = Pick<SaveInput, 'calendarId' | 'before' | 'name'>

function addEdit(
  tx: Tx,
  { calendarId, before, name }: Which,
  edit: (before: WorkCalendar) => WorkCalendar,
): Saved {
  const standing = findStanding(tx, calendarId)
  if (standing.versionId !== before) throw new Refusal('CALENDAR_CHANGED')
  const content = edit(standing.content)
  const faults = checkCalendar(content)
  if (faults.length > 0)
    throw new Refusal('CALENDAR_FAULTY', { faults: faults.slice(0, MOST_FAULTS), count: faults.length })
  const { id, versionId } = standing
  if (id !== null && versionId !== null && isEqual(standing.content, content))
    return { calendarId: id, versionId }
  const made = id ?? insertCalendar(tx, name, orderKeyBetween(null, null))
  return { calendarId: made, versionId: insertVersion(tx, made, content) }
}

/** The first edit was made on the built-in one, and another window was faster: that is a change, not a loss. */
function findStanding(tx: Tx, calendarId: CalendarId | null): CalendarLine {
  try {
    return findCalendar(tx.db, calendarId)
  } catch (error) {
    throw calendarId === null ? new Refusal('CALENDAR_CHANGED') : error
  }
}

/** Adds a calendar without a version. */
export function insertCalendar(tx: Tx, name: string, orderKey: string): CalendarId {
  const id = CalendarId.parse(tx.newId())
  tx.db.prepare('INSERT INTO work_calendar (id, name, order_key) VALUES (?, ?, ?)').run(id, name, orderKey)
  return id
}

/** Adds what a calendar says from now on. */
export function insertVersion(tx: Tx, calendarId: CalendarId, content: WorkCalendar): CalendarVersionId {
  const id = CalendarVersionId.parse(tx.newId())
  tx.db
    .prepare('INSERT INTO calendar_version (id, calendar_id, content, made_at) VALUES (?, ?, ?, ?)')
    .run(id, calendarId, contentText(content), tx.hlc)
  return id
}

/** A calendar as it is stored: days in order, so that equal ones are equal texts. */
const contentText = ({ timeZone, week, days }: WorkCalendar): string =>
  JSON.stringify({
    timeZone,
    week,
    days: Object.fromEntries(Object.entries(days).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  })

const isEqual = (one: WorkCalendar, other: WorkCalendar): boolean => contentText(one) === contentText(other)

const labelName = (kernel: Kernel, { calendarId, name }: Which): string =>
  kernel.db
    .prepare<[string | null], string>('SELECT name FROM work_calendar WHERE id = ?')
    .pluck()
    .get(calendarId) ?? name

/** Most edits change one day: what became of it is said by name. */
function editCommand(kernel: Kernel, which: Which, content: WorkCalendar): string {
  const day = changedDay(kernel, which, content)
  if (day === undefined) return 'saveCalendar'
  const kind = content.days[day]?.kind
  if (kind === undefined) return 'clearCalendarDay'
  if (contentBefore(kernel, which)?.days[day]?.kind === kind) return 'changeCalendarDay'
  return kind === 'off' ? 'setDayOff' : 'setDayWorked'
}

const contentBefore = ({ db }: Kernel, { calendarId }: Which): WorkCalendar | undefined =>
  calendarLines(db).find(({ id }) => id === calendarId)?.content

/** The one day that an edit changes; undefined where it changes more, or something else. */
function changedDay(kernel: Kernel, which: Which, after: WorkCalendar): string | undefined {
  const before = contentBefore(kernel, which)
  if (!before || contentText({ ...before, days: {} }) !== contentText({ ...after, days: {} }))
    return undefined
  const listed = new Set([...Object.keys(before.days), ...Object.keys(after.days)])
  const changed = [...listed].filter(
    (day) => JSON.stringify(before.days[day]) !== JSON.stringify(after.days[day]),
  )
  return changed.length === 1 ? changed[0] : undefined
}
