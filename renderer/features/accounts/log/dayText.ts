import { formatDay, type Language } from '../../../ui/format.ts'

/** A day (YYYY-MM-DD) for people: `11-21 周六` this year, with the year otherwise. */
export function dayText(day: string, language: Language, today: string): string {
  const text = formatDay(`${day}T12:00:00`, language)
  return day.slice(0, 4) === today.slice(0, 4) ? text.slice(5) : text
}
