import { addDays, isDay } from '../../rules/days.ts'

/** Which way a day without its year, or a weekday, is meant: what happened is past, what is due is to come. */
export type Direction = 'past' | 'future'

const NEAR: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨晚: -1,
  yesterday: -1,
  今天: 0,
  今日: 0,
  today: 0,
  明天: 1,
  明日: 1,
  tomorrow: 1,
  后天: 2,
  大后天: 3,
}
const WEEKDAYS = ['日天', '一', '二', '三', '四', '五', '六'] as const
const WEEKDAYS_EN = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/**
 * A day as people type it (昨天, 周五, 上周三, 下周一, 11-21, 11月21日, 21号, 3天后, fri, 2026-11-21) as YYYY-MM-DD;
 * null where it is none. @param today YYYY-MM-DD
 */
export function typedDay(typed: string, today: string, direction: Direction): string | null {
  const text = typed.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, '')
  const near = NEAR[text]
  if (near !== undefined) return addDays(today, near)
  return (
    wholeDay(text) ??
    someDaysOff(text, today) ??
    weekday(text, today, direction) ??
    partOfDay(text, today, direction)
  )
}

function wholeDay(text: string): string | null {
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? []
  return year === undefined ? null : realDay(Number(year), Number(month), Number(day))
}

function someDaysOff(text: string, today: string): string | null {
  const [, number, unit, side] =
    /^(\d{1,3})(天|日|周|星期|个?星期)(前|后|以后|之后|以前|之前)$/.exec(text) ?? []
  if (number === undefined) return null
  const days = Number(number) * (unit === '天' || unit === '日' ? 1 : 7)
  return addDays(today, side?.includes('前') === true ? -days : days)
}

function weekday(text: string, today: string, direction: Direction): string | null {
  const [, week, sign] =
    /^(上上|上|本|这|下|下下)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])$/.exec(text) ?? []
  const wanted =
    sign === undefined
      ? WEEKDAYS_EN.findIndex((name) => text.length >= 3 && new RegExp(`^${name}[a-z]*$`).test(text))
      : WEEKDAYS.findIndex((names) => names.includes(sign))
  if (wanted < 0) return null
  // weeks begin on Monday
  const from = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const off = ((wanted + 6) % 7) - from
  const WEEKS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 本: 0, 这: 0, 下: 1, 下下: 2 }
  const weeks = week === undefined ? undefined : WEEKS[week]
  if (weeks !== undefined) return addDays(today, off + weeks * 7)
  // a bare 周五 is the last one that was, or the next that comes; today's own weekday is today
  if (direction === 'past') return addDays(today, off > 0 ? off - 7 : off)
  return addDays(today, off < 0 ? off + 7 : off)
}

function partOfDay(text: string, today: string, direction: Direction): string | null {
  const year = Number(today.slice(0, 4))
  const past = direction === 'past'
  const fits = (day: string | null) => day !== null && (past ? day <= today : day >= today)
  const [, month, day = ''] = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(text) ?? []
  if (month !== undefined) {
    const years = past ? [year, year - 1] : [year, year + 1]
    return years.map((one) => realDay(one, Number(month), Number(day))).find(fits) ?? null
  }
  const [, dayAlone] = /^(\d{1,2})[日号]$/.exec(text) ?? []
  if (dayAlone === undefined) return null
  const thisMonth = Number(today.slice(5, 7))
  const months = past ? [0, -1, -2] : [0, 1, 2]
  return (
    months
      .map((off) => {
        const index = year * 12 + thisMonth - 1 + off
        return realDay(Math.floor(index / 12), (index % 12) + 1, Number(dayAlone))
      })
      .find(fits) ?? null
  )
}

function realDay(year: number, month: number, day: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDay(text) ? text : null
}
