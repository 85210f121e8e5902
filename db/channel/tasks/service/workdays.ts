import type Database from 'better-sqlite3'
import { DEFAULT_CALENDAR } from '../../../department/calendar/rules/calendar.ts'
import {
  addWorkingDays,
  type CompiledCalendar,
  compileCalendar,
  isWorkday,
} from '../../../department/calendar/rules/workingTime.ts'
import type { WorkingDays } from '../rules/playbooks.ts'

/** The working days by which templates count: the department's calendar. */
export interface Workdays {
  readonly add: WorkingDays
  readonly isWorkday: (day: string) => boolean
}

/** Reads the department's working days. */
export function workdaysOf(_db: Database.Database): Workdays {
  const compiled: CompiledCalendar = compileCalendar(DEFAULT_CALENDAR)
  return {
    add: (day, count) => addWorkingDays(compiled, day, count),
    isWorkday: (day) => isWorkday(compiled, day),
  }
}
