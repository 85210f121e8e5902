import type { RawDay } from './rawDay.ts'
import { shiftsText } from './shiftText.ts'

/**
 * Days of a JSON text: a list of {date, kind, name, shifts}, or an object whose `days` is such a list or has the days as
 * its keys. `isOffDay` in place of kind is understood, as public lists of China's holidays have it. Undefined where the
 * text is no such JSON.
 */
export function readJson(text: string): RawDay[] | undefined {
  const entries = entriesOf(parsed(text))
  return entries?.map((entry, at) => ({
    line: at + 1,
    date: textOf(entry.date ?? entry.day),
    kind: kindOf(entry),
    name: textOf(entry.name),
    shifts: shiftsOf(entry.shifts),
  }))
}

type Entry = Readonly<Record<string, unknown>>

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function entriesOf(value: unknown): Entry[] | undefined {
  if (Array.isArray(value)) return value.map((each) => (isEntry(each) ? each : {}))
  if (!isEntry(value)) return undefined
  if (Array.isArray(value.days)) return entriesOf(value.days)
  const byDay = isEntry(value.days) ? value.days : value
  return Object.entries(byDay).map(([date, entry]) => ({ date, ...(isEntry(entry) ? entry : {}) }))
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

function kindOf({ kind, isOffDay }: Entry): string {
  if (typeof isOffDay === 'boolean') return isOffDay ? 'off' : 'work'
  return textOf(kind)
}

/** Shifts as text, or as [{from, to}] in minutes. What is neither is told as it stands. */
function shiftsOf(value: unknown): string {
  if (!Array.isArray(value)) return textOf(value)
  const shifts = value.flatMap((each: unknown) => {
    const { from, to } = isEntry(each) ? each : {}
    return typeof from === 'number' && typeof to === 'number' && from < to ? [{ from, to }] : []
  })
  return shifts.length === value.length ? shiftsText(shifts) : JSON.stringify(value)
}
