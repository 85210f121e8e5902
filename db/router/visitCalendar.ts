import { calendarFile } from '../visits/calendar/service/file.ts'
import { importBusy } from '../visits/calendar/service/importBusy.ts'
import { calendarSpan } from '../visits/calendar/service/span.ts'
import { engine } from './implementer.ts'

const { visitCalendar } = engine

/** Calendars of visits: contract to services. */
export const visitCalendarRouter = {
  span: visitCalendar.span.handler(({ context, input }) => calendarSpan(context.kernel, input)),
  file: visitCalendar.file.handler(({ context, input }) => calendarFile(context.kernel, input)),
  importBusy: visitCalendar.importBusy.handler(({ context, input }) => importBusy(context.kernel, input)),
}
