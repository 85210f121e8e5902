import type { TFunction } from 'i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import { nearDay, readDue } from '../../../../db/accounts/promises/rules/dueDays.ts'
import { daysBetween } from '../../../../db/accounts/rules/days.ts'
import { daysLate, dueDay } from '../../../../db/channel/tasks/rules/states.ts'
import type { TaskRow } from '../../../../db/channel/tasks/rules/taskTable.ts'

/** A day as people type it (12-5, 下周一, friday, +7), to come; undefined where it is none. @param today YYYY-MM-DD */
export const readTaskDay = (typed: string, today: string): string | undefined =>
  readDue(typed, today) ?? typedDay(typed, today, 'future') ?? undefined

/** A day near today in words (今天, 明天), else as 12-05, with its year where it is far. */
export function nearDayText(day: string, today: string, t: TFunction): string {
  const near = nearDay(day, today)
  return near === 'today' || near === 'tomorrow' || near === 'yesterday' ? t(`promises.${near}`) : near
}

/** When a task is due, by its state: how late, how long it waits, until when it is put off, else its day and time. */
export function dueText(row: TaskRow, today: string, t: TFunction): string {
  const late = daysLate(row, today)
  if (late > 0) return t('tasks.late', { days: late })
  if (row.state === 'waiting' && row.waiting)
    return t('tasks.waitingDays', { days: daysBetween(row.waiting.since, today) })
  const day = nearDayText(dueDay(row), today, t)
  return row.dueTime === '' ? day : `${day} ${row.dueTime}`
}
