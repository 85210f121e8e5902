import { addDays, daysBetween } from '../../../accounts/rules/days.ts'
import { readDay } from '../../../accounts/rules/typedDays.ts'
import { FIRST_YEAR, LAST_YEAR, LONGEST_NAME, MOST_DAYS, type SpecialDay } from './calendar.ts'
import { type FileRow, readRows } from './fileRows.ts'
import type { RawDay } from './rawDay.ts'
import { readIcs } from './readIcs.ts'
import { readJson } from './readJson.ts'
import { readShifts } from './shiftText.ts'

/** What is wrong with a line of a file of days. `text` is what stands there. */
export interface LineFault {
  readonly line: number
  readonly fault:
    | 'noFile'
    | 'badJson'
    | 'badDate'
    | 'dayOutside'
    | 'longRange'
    | 'badKind'
    | 'badShifts'
    | 'shiftsOff'
    | 'longName'
    | 'twice'
    | 'tooMany'
  readonly text: string
}

/** The days of a file, and what is wrong with it; it is taken in where nothing is. */
export interface DaysFile {
  readonly days: Readonly<Record<string, SpecialDay>>
  readonly faults: readonly LineFault[]
  /** entries that are no days off: a calendar file that marks 休 and 班 holds other days too */
  readonly skipped: number
}

/** The longest file of days that is read, in characters. */
export const LONGEST_FILE = 2_000_000

/** A range longer than this is taken for a slip of the pen. */
const LONGEST_RANGE = 366

/**
 * Reads days off and days of work from the text of a file: a table (CSV, TSV) of date, kind, name and perhaps shifts,
 * with or without a header; JSON, a list of the same or as public lists of China's holidays have it; an .ics calendar.
 */
export function readDays(text: string): DaysFile {
  const plain = text.replace(/^\uFEFF/, '').trim()
  if (/^BEGIN:VCALENDAR/i.test(plain)) {
    const { raw, skipped } = readIcs(plain)
    return { ...checked(raw), skipped }
  }
  if (/^[[{]/.test(plain)) {
    const raw = readJson(plain)
    if (raw === undefined)
      return { days: {}, faults: [{ line: 1, fault: 'badJson', text: plain.slice(0, 40) }], skipped: 0 }
    return { ...checked(raw), skipped: 0 }
  }
  // a byte order mark gone, the lines still count as in the file
  return { ...checked(tableDays(readRows(text.replace(/^\uFEFF/, '')))), skipped: 0 }
}

const HEADERS: Readonly<Record<string, keyof Omit<RawDay, 'line'>>> = {
  日期: 'date',
  date: 'date',
  day: 'date',
  类型: 'kind',
  休班: 'kind',
  kind: 'kind',
  type: 'kind',
  名称: 'name',
  节日: 'name',
  name: 'name',
  holiday: 'name',
  班次: 'shifts',
  时段: 'shifts',
  shifts: 'shifts',
  hours: 'shifts',
}

const ORDER = ['date', 'kind', 'name', 'shifts'] as const

function tableDays(rows: readonly FileRow[]): RawDay[] {
  const [first, ...others] = rows
  if (!first) return []
  const named = first.cells.map((cell) => HEADERS[cell.toLowerCase()])
  const hasHeader = named.includes('date')
  const columns = hasHeader ? named : ORDER
  return (hasHeader ? others : rows).map(({ line, cells }) => {
    const cell = (name: (typeof ORDER)[number]): string => cells[columns.indexOf(name)] ?? ''
    return { line, date: cell('date'), kind: cell('kind'), name: cell('name'), shifts: cell('shifts') }
  })
}

const KINDS: Readonly<Record<string, SpecialDay['kind']>> = {
  off: 'off',
  free: 'off',
  holiday: 'off',
  休: 'off',
  休息: 'off',
  放假: 'off',
  假: 'off',
  假日: 'off',
  节假日: 'off',
  work: 'work',
  workday: 'work',
  working: 'work',
  班: 'work',
  上班: 'work',
  调休: 'work',
  补班: 'work',
  调休上班: 'work',
}

function checked(raw: readonly RawDay[]): Pick<DaysFile, 'days' | 'faults'> {
  const days: Record<string, SpecialDay> = {}
  const faults: LineFault[] = []
  if (raw.length === 0) faults.push({ line: 1, fault: 'noFile', text: '' })
  for (const each of raw) {
    const read = readOne(each)
    if ('fault' in read) {
      faults.push(read)
      continue
    }
    for (const day of read.days) {
      if (Object.hasOwn(days, day)) faults.push({ line: each.line, fault: 'twice', text: day })
      else days[day] = read.special
    }
    if (Object.keys(days).length > MOST_DAYS)
      return { days: {}, faults: [...faults, { line: each.line, fault: 'tooMany', text: String(MOST_DAYS) }] }
  }
  return { days, faults }
}

function readOne({
  line,
  date,
  kind: kindText,
  name,
  shifts: shiftsTyped,
}: RawDay): LineFault | { days: string[]; special: SpecialDay } {
  const fault = (what: LineFault['fault'], text: string): LineFault => ({ line, fault: what, text })
  const days = readRange(date)
  if (typeof days === 'string') return fault(days, date)
  const kind = KINDS[kindText.trim().toLowerCase()]
  if (kind === undefined) return fault('badKind', kindText)
  if (name.length > LONGEST_NAME) return fault('longName', name)
  if (shiftsTyped.trim() === '') return { days, special: { kind, name } }
  if (kind === 'off') return fault('shiftsOff', shiftsTyped)
  const shifts = readShifts(shiftsTyped)
  if (shifts === undefined || shifts.some(({ from, to }) => to <= from))
    return fault('badShifts', shiftsTyped)
  return { days, special: { kind, name, shifts } }
}

/** A day, or the days of a range such as 2026-02-15~2026-02-23; the fault where it is none. */
function readRange(text: string): string[] | 'badDate' | 'dayOutside' | 'longRange' {
  const [first = '', second, ...rest] = text
    .normalize('NFKC')
    .split(/~|至|到|\.\.|—|–|\s-\s/)
    .map((part) => part.trim())
  const from = readCompactDay(first)
  const to = second === undefined ? from : readCompactDay(second)
  if (from === undefined || to === undefined || to < from || rest.length > 0) return 'badDate'
  if (Number(from.slice(0, 4)) < FIRST_YEAR || Number(to.slice(0, 4)) > LAST_YEAR) return 'dayOutside'
  const count = daysBetween(from, to) + 1
  if (count > LONGEST_RANGE) return 'longRange'
  return Array.from({ length: count }, (_, at) => addDays(from, at))
}

const readCompactDay = (text: string): string | undefined =>
  readDay(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'))
