import { solarToLunar } from '../../../accounts/people/lunar.ts'
import { addDays, dayOf } from '../../../accounts/rules/days.ts'
import type { MemberId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { Task } from '../contract.ts'
import { FESTIVAL_DAYS, FESTIVALS, type FestivalCode } from '../rules/festivals.ts'
import { DUE, dayParams, FROM, filterSql, readRows } from './read.ts'
import { workdaysOf } from './workdays.ts'

/** More tasks than a month can show are only counted. */
const MOST_ROWS = 1_500

interface Day {
  readonly on: string
  readonly lunarMonth: number
  readonly lunarLeap: boolean
  readonly lunarDay: number
  readonly festival: FestivalCode | null
  readonly workday: boolean
}

/** The open tasks of a month (YYYY-MM) by the day that counts, with the days of its weeks, Monday first. */
export function taskCalendar(
  { db, now }: Kernel,
  { month, ownerId }: { readonly month: string; readonly ownerId?: MemberId | undefined },
): { today: string; days: Day[]; rows: Task['row'][]; more: number } {
  const today = dayOf(now())
  const days = weeksOf(month).map((on) => dayIn(on, workdaysOf(db).isWorkday))
  const { where, params } = filterSql({ ownerId, text: '' })
  const inMonth = `${where} AND t.settlement IS NULL AND ${DUE} BETWEEN @from AND @until`
  const given = {
    ...params,
    ...dayParams(db, today),
    from: days[0]?.on ?? `${month}-01`,
    until: days.at(-1)?.on ?? `${month}-28`,
  }
  const rows = readRows(db, inMonth, given, MOST_ROWS)
  const total =
    rows.length < MOST_ROWS
      ? rows.length
      : (db.prepare<object, number>(`SELECT count(*) ${FROM} WHERE ${inMonth}`).pluck().get(given) ?? 0)
  return {
    today,
    days,
    rows: rows.map((row) => ({ ...row, accountPinyin: row.accountPinyin ?? null })),
    more: total - rows.length,
  }
}

/** The days of the weeks that a month touches. */
function weeksOf(month: string): string[] {
  const first = `${month}-01`
  const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  const days: string[] = []
  for (
    let on = addDays(first, -weekday(first));
    on < first || on.startsWith(month) || weekday(on) > 0;
    on = addDays(on, 1)
  )
    days.push(on)
  return days
}

function dayIn(on: string, isWorkday: (day: string) => boolean): Day {
  const { month, leap, day } = solarToLunar(on)
  const festival = FESTIVALS.find((one) => {
    const { calendar, ...at } = FESTIVAL_DAYS[one]
    return calendar === 'lunar'
      ? !leap && at.month === month && at.day === day
      : at.month === Number(on.slice(5, 7)) && at.day === Number(on.slice(8))
  })
  return {
    on,
    lunarMonth: month,
    lunarLeap: leap,
    lunarDay: day,
    festival: festival ?? null,
    workday: isWorkday(on),
  }
}
