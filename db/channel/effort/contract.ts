import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isDay } from '../../accounts/rules/days.ts'
import { TIERS } from '../../evaluation/rules/tiers.ts'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { AccountId, EffortId, MemberId } from '../../kernel/ids.ts'
import { farErrors, ledgerErrors } from '../ledger/contract.ts'
import { EFFORT_SUBJECTS } from './rules/words.ts'

/** Longest note of a line, in characters. */
export const EFFORT_LIMITS = { note: 500 } as const

const Day = z.string().refine(isDay)
const Note = z.string().trim().max(EFFORT_LIMITS.note)

/** What a new line of the effort ledger says (A9): who worked how long for whom, on what. */
export const NewEffort = z.object({
  /** this laptop's user when absent */
  memberId: MemberId.optional(),
  /** null for work that is for no one account */
  accountId: AccountId.nullable().default(null),
  /** YYYY-MM-DD; today when absent */
  day: Day.optional(),
  minutes: z.int(),
  subject: z.enum(EFFORT_SUBJECTS).default('account'),
  /** the task, request, visit or case that it went into */
  subjectId: z.uuid().nullable().default(null),
  note: Note.default(''),
})
export type NewEffort = z.input<typeof NewEffort>

/** A line of the ledger. Names are null where nobody is named or who was named is gone. */
export const EffortLine = z.object({
  id: EffortId,
  memberId: MemberId,
  member: z.string().nullable(),
  accountId: AccountId.nullable(),
  account: z.string().nullable(),
  day: z.string(),
  minutes: z.int(),
  subject: z.enum(EFFORT_SUBJECTS),
  subjectId: z.uuid().nullable(),
  /** the code and title of a request, the title of a task; null where it isn't known */
  about: z.string().nullable(),
  note: z.string(),
})
export type EffortLine = z.infer<typeof EffortLine>

/** One value of a line to change; `before` guards against overwriting another window's edit. */
export const EffortEdit = z.object({
  effortId: EffortId,
  field: z.enum(['day', 'minutes', 'subject', 'note', 'accountId', 'memberId']),
  before: z.union([z.string(), z.int()]).nullable(),
  after: z.union([z.string(), z.int()]).nullable(),
})
export type EffortEdit = z.infer<typeof EffortEdit>

/** The laptop's timer with what it has come to: see rules/timer.ts. */
export const TimerNow = z.object({
  startedAt: z.int(),
  accountId: AccountId.nullable(),
  account: z.string().nullable(),
  subject: z.enum(EFFORT_SUBJECTS),
  subjectId: z.uuid().nullable(),
  about: z.string().nullable(),
  note: z.string(),
  reading: z.object({ kind: z.enum(['sure', 'night', 'backwards']), minutes: z.int() }),
  /** minutes from its start to the end of that day's work, by the user's calendar; 0 where work was over */
  untilClosing: z.int(),
})
export type TimerNow = z.infer<typeof TimerNow>

const refused = {
  ...writeErrors,
  ACCOUNT_NOT_FOUND: { status: 404 },
  MEMBER_NOT_FOUND: { status: 404 },
  /** minutes below 1 or over a day's */
  EFFORT_MINUTES: { status: 422, data: z.object({ minutes: z.int() }) },
  DAY_TO_COME: ledgerErrors.DAY_TO_COME,
  ...farErrors,
  /** a day of more than 24 hours of one member, by their name */
  EFFORT_DAY_FULL: {
    status: 422,
    data: z.object({ name: z.string(), day: z.string(), minutes: z.int() }),
  },
  /** nobody of ours is named, and this laptop knows no user */
  EFFORT_WHOSE: { status: 422 },
} as const
const found = { ...refused, EFFORT_NOT_FOUND: { status: 404 } } as const

const Span = z.object({ from: Day, until: Day })

/** The effort ledger 投入台账 (A9): minutes by account and member, against the shares that policies mean for each tier. */
export const effort = {
  /** Lines of a span of days, newest day first. `minutes` is the sum of all, also of those beyond the limit. */
  list: oc
    .input(
      Span.partial().extend({
        memberId: MemberId.optional(),
        accountId: AccountId.optional(),
        subjectId: z.uuid().optional(),
        limit: z.int().min(1).max(20_000).default(1_000),
      }),
    )
    .output(z.object({ today: z.string(), total: z.int(), minutes: z.int(), rows: z.array(EffortLine) })),
  /** Adds lines, all or none. */
  add: oc
    .input(CommandInput.extend({ lines: z.array(NewEffort).min(1).max(5_000) }))
    .output(Written.extend({ effortIds: z.array(EffortId) }))
    .errors(refused),
  /** Changes values, all or none. CELLS_CHANGED where one no longer holds `before`; VALUE_REFUSED names what doesn't fit. */
  change: oc
    .input(CommandInput.extend({ edits: z.array(EffortEdit).min(1).max(20_000) }))
    .output(Written)
    .errors({
      ...found,
      CELLS_CHANGED: {
        status: 409,
        data: z.object({ cells: z.int(), name: z.string(), current: z.string().nullable() }),
      },
      VALUE_REFUSED: {
        status: 422,
        data: z.object({ name: z.string(), field: z.string(), value: z.string() }),
      },
    }),
  /** Deletes lines (undoable). */
  remove: oc
    .input(CommandInput.extend({ effortIds: z.array(EffortId).min(1).max(5_000) }))
    .output(Written)
    .errors(found),
  /** Where the effort of a period went: by tier against the policies' shares, account, member and week. As columns. */
  report: oc.input(Span).output(
    z.object({
      today: z.string(),
      minutes: z.int(),
      withoutAccount: z.int(),
      /** the figures that tell whether an account brings anything, by name; null where the department keeps none */
      profitFigure: z.string().nullable(),
      growthFigure: z.string().nullable(),
      tiers: z.array(
        z.object({
          tier: z.enum(TIERS).nullable(),
          minutes: z.int(),
          share: z.int().nullable(),
          target: z.int().nullable(),
        }),
      ),
      accounts: z.object({
        ids: z.array(AccountId),
        names: z.array(z.string()),
        tiers: z.array(z.enum(TIERS).nullable()),
        minutes: z.array(z.int()),
        shares: z.array(z.int()),
        bringNothing: z.array(z.boolean()),
      }),
      /** Mondays, YYYY-MM-DD */
      weeks: z.array(z.string()),
      members: z.array(
        z.object({
          memberId: MemberId,
          member: z.string(),
          minutes: z.int(),
          weeks: z.array(z.int()),
          idle: z.int(),
          idleAWeek: z.int(),
        }),
      ),
    }),
  ),
  /** The laptop's timer; null while none runs. */
  timer: oc.output(TimerNow.nullable()),
  /** Starts the timer. TIMER_RUNS where one already does: it is stopped or dropped first. */
  startTimer: oc
    .input(
      z.object({
        accountId: AccountId.nullable().default(null),
        subject: z.enum(EFFORT_SUBJECTS).default('account'),
        subjectId: z.uuid().nullable().default(null),
        note: Note.default(''),
      }),
    )
    .output(TimerNow)
    .errors({ TIMER_RUNS: { status: 409 }, ACCOUNT_NOT_FOUND: { status: 404 } }),
  /**
   * Stops the timer and writes what it came to on the day on which it began; under half a minute nothing is written, and
   * `effortId` is null. TIMER_UNSURE where it ran over a night or the clock was set back, and `minutes` isn't said.
   */
  stopTimer: oc
    .input(CommandInput.extend({ minutes: z.int().optional() }))
    .output(Written.extend({ effortId: EffortId.nullable(), minutes: z.int() }))
    .errors({
      ...refused,
      NO_TIMER: { status: 409 },
      TIMER_UNSURE: { status: 409, data: z.object({ kind: z.enum(['night', 'backwards']) }) },
    }),
  /** Forgets the timer without writing anything. */
  dropTimer: oc.output(z.object({ dropped: z.boolean() })),
}
