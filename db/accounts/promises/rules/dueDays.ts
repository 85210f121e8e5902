import { addDays, daysBetween, isDay } from '../../rules/days.ts'
import { readDay } from '../../rules/typedDays.ts'

/** How a day is told near `today`: by a word (yesterday, today, tomorrow), by month and day within half a year, in full beyond. */
export function nearDay(day: string, today: string): string {
  const distance = daysBetween(today, day)
  if (distance === -1) return 'yesterday'
  if (distance === 0) return 'today'
  if (distance === 1) return 'tomorrow'
  return Math.abs(distance) < FAR ? day.slice(5) : day
}

/** Beyond half a year month and day alone would be mistaken for the nearer ones. */
const FAR = 183

const WORDS: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  today: 0,
  明天: 1,
  明日: 1,
  tomorrow: 1,
  后天: 2,
  大后天: 3,
}

/**
 * A day as people type it, as YYYY-MM-DD: in full, 12-5 or 12月5日 (the next such day from `today` on), 今天, tomorrow,
 * +7 for a week from now. Undefined where it is none.
 */
export function readDue(typed: string, today: string): string | undefined {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  const word = WORDS[text]
  if (word !== undefined) return addDays(today, word)
  const ahead = /^\+(\d{1,3})天?$/.exec(text)
  if (ahead) return addDays(today, Number(ahead[1]))
  return readDay(text) ?? nextMonthDay(text, today)
}

const MONTH_DAY = /^(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/

function nextMonthDay(text: string, today: string): string | undefined {
  const match = MONTH_DAY.exec(text)
  if (!match) return undefined
  const [, month = '', day = ''] = match
  const year = Number(today.slice(0, 4))
  // the 29th of February may be three leap years away
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const candidate = `${year + ahead}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (isDay(candidate) && candidate >= today) return candidate
  }
  return undefined
}
