import { isDay } from '../../accounts/rules/days.ts'

/** The day so many months after another (before it, where negative); the last of a shorter month. Days are YYYY-MM-DD. */
export function monthsLater(day: string, months: number): string {
  const month = Number(day.slice(5, 7)) - 1 + months
  const year = Number(day.slice(0, 4)) + Math.floor(month / 12)
  const first = `${year}-${String(month - 12 * Math.floor(month / 12) + 1).padStart(2, '0')}`
  for (let date = Number(day.slice(8)); ; date -= 1) {
    const candidate = `${first}-${String(date).padStart(2, '0')}`
    if (isDay(candidate)) return candidate
  }
}
