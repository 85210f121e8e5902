import { csvText } from '../../../accounts/analysis/rules/csv.ts'
import { CALENDAR_WORDS } from '../../../terms/calendar.ts'
import type { Language } from '../../../terms/language.ts'
import type { WorkCalendar } from './calendar.ts'
import { shiftsText } from './shiftText.ts'

/** The listed days of a year, or of all years, as CSV for Excel; `readDays` reads it again in either language. */
export function daysCsv({ days }: WorkCalendar, year: number | null, language: Language): string {
  const words = CALENDAR_WORDS[language]
  const rows = Object.entries(days)
    .filter(([day]) => year === null || day.startsWith(`${year}-`))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, { kind, name, shifts }]) => [day, words[kind], name, shifts ? shiftsText(shifts) : ''])
  return csvText([[words.date, words.kind, words.name, words.shifts], ...rows])
}
