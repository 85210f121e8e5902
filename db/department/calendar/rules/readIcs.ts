import { addDays, isDay } from '../../../accounts/rules/days.ts'
import type { RawDay } from './rawDay.ts'

/**
 * Days of an .ics calendar. Where any entry is marked 休 or 班 (as calendars of China's holidays are), the others are
 * mere observances and skipped; else every entry is a day off. DTEND is the day after the last, as the format has it.
 */
export function readIcs(text: string): { raw: RawDay[]; skipped: number } {
  const events = eventsOf(text)
  const marked = events.some(({ mark }) => mark !== null)
  const taken = events.filter(({ mark }) => !marked || mark !== null)
  return {
    raw: taken.map(({ line, date, mark, name }) => ({ line, date, kind: mark ?? '休', name, shifts: '' })),
    skipped: events.length - taken.length,
  }
}

interface IcsEvent {
  readonly line: number
  readonly date: string
  readonly mark: '休' | '班' | null
  readonly name: string
}

function eventsOf(text: string): IcsEvent[] {
  const events: IcsEvent[] = []
  let event: { line: number; values: Map<string, string> } | null = null
  for (const { line, name, value } of propertiesOf(text)) {
    if (name === 'BEGIN' && value.toUpperCase() === 'VEVENT') event = { line, values: new Map() }
    else if (name === 'END' && value.toUpperCase() === 'VEVENT') {
      if (event) events.push(eventOf(event.line, event.values))
      event = null
    } else event?.values.set(name, value)
  }
  return events
}

/** The lines of the format, put together where they were folded. */
function propertiesOf(text: string): { line: number; name: string; value: string }[] {
  const unfolded: { line: number; text: string }[] = []
  text.split(/\r\n|\n|\r/).forEach((each, at) => {
    const last = unfolded.at(-1)
    if (/^[ \t]/.test(each) && last) last.text += each.slice(1)
    else unfolded.push({ line: at + 1, text: each })
  })
  return unfolded.flatMap(({ line, text: whole }) => {
    const match = /^([A-Za-z-]+)(?:;[^:]*)?:(.*)$/.exec(whole)
    return match ? [{ line, name: (match[1] ?? '').toUpperCase(), value: (match[2] ?? '').trim() }] : []
  })
}

const MARK = /[（([【]?\s*(休|班|补班|休假|放假)\s*[）)\]】]?\s*$/

function eventOf(line: number, values: ReadonlyMap<string, string>): IcsEvent {
  const summary = (values.get('SUMMARY') ?? '').replace(/\\([,;\\])/g, '$1')
  const mark = MARK.exec(summary)
  return {
    line,
    date: rangeOf(values.get('DTSTART') ?? '', values.get('DTEND') ?? ''),
    mark: mark ? (mark[1]?.includes('班') ? '班' : '休') : null,
    name: summary.replace(MARK, '').trim(),
  }
}

/** The days from a start to before an end, as a table would say it; what stands there, where it is no day. */
function rangeOf(start: string, end: string): string {
  const from = dayOf(start)
  const after = dayOf(end)
  if (!isDay(from)) return start
  return isDay(after) && after > from ? `${from}~${addDays(after, -1)}` : from
}

const dayOf = (value: string): string => value.slice(0, 8).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
