import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isDay } from '../../accounts/rules/days.ts'
import { TIERS } from '../../evaluation/rules/tiers.ts'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { MemberId, TripId, VisitId } from '../../kernel/ids.ts'
import { FESTIVALS } from '../../terms/calendar.ts'
import { VISIT_STATES } from '../rules/states.ts'
import { DIRECTIONS } from '../rules/words.ts'

const Day = z.string().refine(isDay)

/** A day with what the almanac and the department's calendar say of it. */
export const CalendarDay = z.object({
  on: z.string(),
  /** lunar month 1–12, day 1–30 */
  lunarMonth: z.int(),
  lunarLeap: z.boolean(),
  lunarDay: z.int(),
  festival: z.enum(FESTIVALS).nullable(),
  workday: z.boolean(),
  /** what the working calendar calls a day off or a make-up workday: 春节; empty for usual days */
  name: z.string(),
})
export type CalendarDay = z.infer<typeof CalendarDay>

/** A visit on its day. */
export const CalendarVisit = z.object({
  id: VisitId,
  code: z.string(),
  title: z.string(),
  /** the first account, and how many there are */
  account: z.string().nullable(),
  accounts: z.int(),
  tier: z.enum(TIERS).nullable(),
  day: z.string(),
  /** HH:MM; empty where only the day is known */
  time: z.string(),
  minutes: z.int(),
  city: z.string(),
  state: z.enum(VISIT_STATES),
  missed: z.boolean(),
  direction: z.enum(DIRECTIONS),
  lead: z.string().nullable(),
  /** ours who take part, who leads among them */
  memberIds: z.array(MemberId),
  trip: z.string().nullable(),
})
export type CalendarVisit = z.infer<typeof CalendarVisit>

/** When one of ours is not free, in the laptop's local time as YYYY-MM-DD HH:MM. */
export const BusyTime = z.object({
  id: z.uuid(),
  memberId: MemberId,
  member: z.string(),
  /** empty where their calendar keeps it to itself */
  title: z.string(),
  city: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
})
export type BusyTime = z.infer<typeof BusyTime>

/** Most days that one look at the calendar holds. */
export const MOST_DAYS_SHOWN = 100
/** Most visits that one calendar file holds. */
export const MOST_IN_FILE = 5_000
/** Most busy times of one member that the import takes: beyond it a calendar says nothing of who is free. */
export const MOST_BUSY = 5_000
/** The largest calendar that is taken in, bytes. */
export const LARGEST_CALENDAR = 64_000_000

/** Calendars 月历 of visits: to look at, to hand over as .ics, and to take in as an executive's busy times. */
export const visitCalendar = {
  /** The days of a span, both ends among them, with visits and busy times. Too long a span is cut at its most days. */
  span: oc.input(z.object({ from: Day, until: Day })).output(
    z.object({
      today: z.string(),
      days: z.array(CalendarDay),
      visits: z.array(CalendarVisit),
      busy: z.array(BusyTime),
      /** our executives, and who else has a busy time in the span */
      members: z.array(z.object({ memberId: MemberId, name: z.string() })),
    }),
  ),
  /**
   * Visits as a calendar file (.ics): some, a trip's, or a year's. A visit keeps its UID; each change of it raises its
   * SEQUENCE; a called-off one is there as cancelled. What only we may know is not in it.
   */
  file: oc
    .input(
      z.object({
        visitIds: z.array(VisitId).min(1).max(MOST_IN_FILE).optional(),
        tripId: TripId.optional(),
        year: z.int().min(2_000).max(2_100).optional(),
        language: z.enum(['zh', 'en']),
      }),
    )
    .output(z.file())
    .errors({
      VISIT_NOT_FOUND: { status: 404 },
      TRIP_NOT_FOUND: { status: 404 },
      /** nothing to hand over */
      NO_VISITS: { status: 422 },
    }),
  /**
   * Takes in a member's calendar (.ics) as busy times, in place of those that were taken in before: all or nothing. Only
   * what lies from a month back to a year and a half ahead counts; what is marked free or cancelled doesn't.
   */
  importBusy: oc
    .input(CommandInput.extend({ memberId: MemberId, file: z.file() }))
    .output(
      Written.extend({
        /** busy times that are there now */
        count: z.int(),
        /** entries that were free, cancelled or outside the span */
        skipped: z.int(),
      }),
    )
    .errors({
      ...writeErrors,
      MEMBER_NOT_FOUND: { status: 404 },
      /** a line that is none of the format, or says what can't be; `why` tells which */
      CALENDAR_LINE_FAULTY: {
        status: 422,
        data: z.object({
          line: z.int(),
          text: z.string(),
          why: z.enum(['notACalendar', 'notALine', 'unended', 'badTime', 'badRule', 'noStart']),
        }),
      },
      BUSY_TOO_MANY: { status: 422, data: z.object({ count: z.int(), most: z.int() }) },
      CALENDAR_TOO_LARGE: { status: 422, data: z.object({ megabytes: z.int() }) },
    }),
}
