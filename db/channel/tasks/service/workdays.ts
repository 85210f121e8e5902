import type Database from 'better-sqlite3'
import { addWorkingDays, isWorkday } from '../../../department/calendar/rules/workingTime.ts'
import { calendarOf } from '../../../department/calendar/service/read.ts'
import type { WorkingDays } from '../rules/playbooks.ts'

/** The working days by which templates count: the department's own calendar. */
export interface Workdays {
  readonly add: WorkingDays
  readonly isWorkday: (day: string) => boolean
}

/** Reads the department's working days. */
export function workdaysOf(db: Database.Database): Workdays {
  const { compiled } = calendarOf(db, null)
  return {
    add: (day, count) => addWorkingDays(compiled, day, count),
    isWorkday: (day) => isWorkday(compiled, day),
  }
}
