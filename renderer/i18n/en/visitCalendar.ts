import type { Words } from '../words.ts'
import type { visitCalendar as zh, visitCalendarError as zhError } from '../zh/visitCalendar.ts'

/** Words of the calendar of executive visits. */
export const visitCalendar = {
  title: 'Calendar of visits',
  who: 'Whose',
  everybody: 'Everybody',
  view: { label: 'View', month: 'Month', week: 'Week', agenda: 'Agenda' },
  before: 'Back',
  after: 'Forward',
  today: 'Today',
  count: '{{count, number}} visits, {{busy, number}} busy times',
  empty: 'No visits and no busy times in these days.',
  newOn: 'New visit on {{day}}',
  off: 'Off',
  work: 'Work',
  busy: 'Busy',
  allDay: 'No time yet',
  more: '{{count, number}} more',
  exportShown: 'Export the visits shown (.ics)',
  hint: { page: 'page', move: 'other day (or drag)' },
  import: {
    open: 'Import an executive’s calendar…',
    title: 'Import a calendar',
    hint: 'Export an .ics file from Outlook, a phone or a web calendar. Only when somebody is not free is kept; importing again replaces it; private entries keep no title.',
    whose: 'Whose calendar',
    choose: 'Choose an .ics file',
    done: '{{name}} has {{count, number}} busy times; {{skipped, number}} entries were left out (marked free, cancelled, or not within a year and a half).',
  },
} as const satisfies Words<typeof zh>

/** Refusals of the calendar. */
export const visitCalendarError = {
  NO_VISITS: {
    what: 'Nothing was exported.',
    why: 'There is no visit here.',
    next: 'Try other days or another year.',
  },
  CALENDAR_LINE_FAULTY: {
    what: 'The calendar was not imported; nothing has changed.',
    why: 'Line {{line}} can’t be understood: {{text}}',
    next: 'Export the .ics again from its program, or take this line out and import it once more.',
  },
  BUSY_TOO_MANY: {
    what: 'The calendar was not imported; nothing has changed.',
    why: 'It has {{count, number}} busy times within a year and a half; at most {{most, number}} are taken.',
    next: 'Export this person’s own calendar alone, or a shorter span of days.',
  },
  CALENDAR_TOO_LARGE: {
    what: 'The calendar was not imported.',
    why: 'The file is larger than {{megabytes, number}} MB.',
    next: 'Export a shorter span of days and try again.',
  },
} as const satisfies Words<typeof zhError>
