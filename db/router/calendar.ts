import { exportDays, listCalendars, readAlmanac } from '../department/calendar/service/read.ts'
import { importDays, saveCalendar } from '../department/calendar/service/save.ts'
import {
  addCalendar,
  assignCalendar,
  makeOwnCalendar,
  removeCalendar,
  renameCalendar,
} from '../department/calendar/service/teams.ts'
import { engine } from './implementer.ts'

const { calendar } = engine

/** The working calendars' procedures. */
export const calendarRouter = {
  list: calendar.list.handler(({ context }) => listCalendars(context.kernel)),
  almanac: calendar.almanac.handler(({ input }) => readAlmanac(input)),
  save: calendar.save.handler(({ context, input }) => saveCalendar(context.kernel, input)),
  add: calendar.add.handler(({ context, input }) => addCalendar(context.kernel, input)),
  rename: calendar.rename.handler(({ context, input }) => renameCalendar(context.kernel, input)),
  makeOwn: calendar.makeOwn.handler(({ context, input }) => makeOwnCalendar(context.kernel, input)),
  remove: calendar.remove.handler(({ context, input }) => removeCalendar(context.kernel, input)),
  assign: calendar.assign.handler(({ context, input }) => assignCalendar(context.kernel, input)),
  importDays: calendar.importDays.handler(({ context, input }) => importDays(context.kernel, input)),
  exportDays: calendar.exportDays.handler(({ context, input }) => exportDays(context.kernel, input)),
}
