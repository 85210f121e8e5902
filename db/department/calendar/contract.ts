import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { CalendarId, CalendarVersionId, MemberId } from '../../kernel/ids.ts'
import { FESTIVALS } from '../../terms/calendar.ts'
import { FIRST_YEAR, LAST_YEAR, LONGEST_NAME } from './rules/calendar.ts'
import { LONGEST_FILE } from './rules/readDays.ts'

const Shift = z.object({
  /** minutes of the local day, 0 to 1439 */
  from: z.int(),
  /** later by up to a day */
  to: z.int(),
})

/** What a calendar says, as `rules/calendar.ts` has it; what of it makes no sense is told by `checkCalendar`. */
export const CalendarContent = z.object({
  /** IANA name */
  timeZone: z.string().max(100),
  /** Monday first */
  week: z.array(z.array(Shift).max(24)).length(7),
  /** by YYYY-MM-DD */
  days: z.record(
    z.string().max(20),
    z
      .object({
        kind: z.enum(['off', 'work']),
        name: z.string().trim().max(LONGEST_NAME),
        shifts: z.array(Shift).max(24).exactOptional(),
      })
      .strict(),
  ),
})

/** A calendar of the department. Ids are null for the built-in one, which holds until the first edit. */
export const CalendarLine = z.object({
  id: CalendarId.nullable(),
  versionId: CalendarVersionId.nullable(),
  name: z.string(),
  content: CalendarContent,
  /** the first one: who has no calendar of their own goes by it */
  ofDepartment: z.boolean(),
})
export type CalendarLine = z.infer<typeof CalendarLine>

const Place = z.union([z.object({ weekday: z.int() }), z.object({ day: z.string() })])

/** What is wrong with a calendar: `CalendarFault` of `rules/checkCalendar.ts`. */
const Fault = z.discriminatedUnion('fault', [
  z.object({ fault: z.literal('unknownTimeZone'), timeZone: z.string() }),
  z.object({ fault: z.literal('noWorkday') }),
  z.object({ fault: z.literal('longGap'), day: z.string(), days: z.int() }),
  z.object({ fault: z.enum(['shiftTurned', 'shiftOutside', 'shiftsOverlap']), place: Place, shift: Shift }),
  z.object({ fault: z.literal('shiftsOfDay'), day: z.string(), kind: z.enum(['off', 'work']) }),
  z.object({ fault: z.enum(['noSuchDay', 'dayOutside']), day: z.string() }),
  z.object({ fault: z.literal('tooManyDays'), days: z.int(), most: z.int() }),
])

/** Which calendar, and what of it the caller has seen: the built-in one is null and null. */
const Which = {
  calendarId: CalendarId.nullable(),
  /** the version that the edit was made on; guards against overwriting another window's edit */
  before: CalendarVersionId.nullable(),
  /** name of the department's calendar, if this is the edit that makes it */
  name: z.string().trim().min(1).max(LONGEST_NAME),
}

const found = { ...writeErrors, CALENDAR_NOT_FOUND: { status: 404 } } as const
const saving = {
  ...found,
  /** another window changed it meanwhile */
  CALENDAR_CHANGED: { status: 409 },
  /** clocks couldn't go by it; the first faults, and how many there are */
  CALENDAR_FAULTY: { status: 422, data: z.object({ faults: z.array(Fault), count: z.int() }) },
} as const
const Saved = Written.extend({ calendarId: CalendarId, versionId: CalendarVersionId })

/** Working calendars of the department: shifts, days off, make-up workdays 调休, and who goes by which. */
export const calendar = {
  /** All calendars, the department's own first; the members who go by another one; the engine's clock in epoch ms. */
  list: oc.output(
    z.object({
      now: z.int(),
      calendars: z.array(CalendarLine).min(1),
      assigned: z.array(z.object({ memberId: MemberId, calendarId: CalendarId })),
    }),
  ),
  /** What the almanac says of a year's days, from 1 January on: as columns. */
  almanac: oc.input(z.object({ year: z.int().min(FIRST_YEAR).max(LAST_YEAR) })).output(
    z.object({
      /** lunar months 1–12 and days 1–30 */
      months: z.array(z.int()),
      leaps: z.array(z.boolean()),
      days: z.array(z.int()),
      festivals: z.array(z.enum(FESTIVALS).nullable()),
    }),
  ),
  /** Adds a version with this content; nothing where it is the same. The first edit of the built-in one makes it a calendar. */
  save: oc
    .input(CommandInput.extend({ ...Which, content: CalendarContent }))
    .output(Saved)
    .errors(saving),
  /** Adds a calendar for a team, as a copy of another one. The department's own is made with it, where there is none yet. */
  add: oc
    .input(
      CommandInput.extend({
        name: Which.name,
        copyOf: CalendarId.nullable(),
        /** name of the department's own, where there is none yet */
        ownName: Which.name,
      }),
    )
    .output(Written.extend({ calendarId: CalendarId }))
    .errors(found),
  rename: oc
    .input(CommandInput.extend({ calendarId: CalendarId, name: Which.name }))
    .output(Written)
    .errors(found),
  /** Makes a calendar the department's own: who has none of their own goes by it from now on. */
  makeOwn: oc
    .input(CommandInput.extend({ calendarId: CalendarId }))
    .output(Written)
    .errors(found),
  /** Deletes a calendar (undoable); refused while members go by it, and for the department's own. */
  remove: oc
    .input(CommandInput.extend({ calendarId: CalendarId }))
    .output(Written)
    .errors({
      ...found,
      CALENDAR_IN_USE: { status: 409, data: z.object({ names: z.string(), count: z.int() }) },
      CALENDAR_OF_DEPARTMENT: { status: 409 },
    }),
  /** Says by which calendar members go; null is the department's own. */
  assign: oc
    .input(
      CommandInput.extend({
        memberIds: z.array(MemberId).min(1).max(2_000),
        calendarId: CalendarId.nullable(),
      }),
    )
    .output(Written)
    .errors({ ...found, MEMBER_NOT_FOUND: { status: 404 } }),
  /** Takes in the days of a file (see `rules/readDays.ts`), all or none. */
  importDays: oc
    .input(
      CommandInput.extend({
        ...Which,
        text: z.string().max(LONGEST_FILE),
        /** listed days of the file's years that it doesn't name are dropped */
        wholeYears: z.boolean(),
      }),
    )
    .output(Saved)
    .errors({
      ...saving,
      DAYS_FAULTY: { status: 422, data: z.object({ line: z.int(), count: z.int() }) },
    }),
  /** The listed days of a year, or of all years, as CSV for Excel (UTF-8 with BOM). */
  exportDays: oc
    .input(
      z.object({
        calendarId: CalendarId.nullable(),
        year: z.int().nullable(),
        language: z.enum(['zh', 'en']),
      }),
    )
    .output(z.file())
    .errors({ CALENDAR_NOT_FOUND: { status: 404 } }),
}
