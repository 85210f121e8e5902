import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isDay } from '../../accounts/rules/days.ts'
import { CalendarContent } from '../../department/calendar/contract.ts'
import { TIERS } from '../../evaluation/rules/tiers.ts'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import {
  AccountId,
  CalendarVersionId,
  MemberId,
  PersonId,
  RequestId,
  RequestPartId,
} from '../../kernel/ids.ts'
import { dueErrors } from '../ledger/contract.ts'
import { CLOCKS } from './rules/clocks.ts'
import { REQUEST_LIMITS } from './rules/limits.ts'
import { REQUEST_EVENTS, REQUEST_STATES } from './rules/states.ts'
import { PRIORITIES, REQUEST_KINDS, REQUEST_WAYS } from './rules/words.ts'

const Instant = z.iso.datetime()
const Title = z.string().trim().min(1).max(REQUEST_LIMITS.title)
const Detail = z.string().trim().max(REQUEST_LIMITS.detail)
const Minutes = z.int().positive().nullable()

/** Response times in working minutes; null where nothing is promised. */
export const ResponseTimes = z.object({ first: Minutes, update: Minutes, solution: Minutes })

const stopped = { at: z.number(), left: z.number(), span: z.number(), run: z.int() }

/** A clock as rules/clocks.ts keeps it: epoch ms and working ms. */
export const ClockValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('running'),
    from: z.number(),
    left: z.number(),
    due: z.number(),
    span: z.number(),
    run: z.int(),
  }),
  z.object({ kind: z.literal('paused'), ...stopped }),
  z.object({ kind: z.literal('met'), ...stopped }),
  z.object({ kind: z.literal('missed'), ...stopped }),
])

/** The three clocks of a request. */
export const ClocksValue = z.object({ first: ClockValue, update: ClockValue, solution: ClockValue })

/** A request as lists show it. Names are null where nobody is named or who was named is gone. Instants are epoch ms. */
export const RequestLine = z.object({
  id: RequestId,
  code: z.string(),
  accountId: AccountId,
  account: z.string(),
  /** the account's tier when it was asked; null where it had none */
  tier: z.enum(TIERS).nullable(),
  title: z.string(),
  kind: z.enum(REQUEST_KINDS),
  priority: z.enum(PRIORITIES),
  way: z.enum(REQUEST_WAYS),
  personId: PersonId.nullable(),
  person: z.string().nullable(),
  ownerId: MemberId.nullable(),
  owner: z.string().nullable(),
  askedAt: z.number(),
  state: z.enum(REQUEST_STATES),
  since: z.number(),
  waitingFor: z.string(),
  /** the calendar by which its clocks run; null for the built-in one */
  calendarId: CalendarVersionId.nullable(),
  clocks: ClocksValue,
  reopened: z.int(),
  endedAt: z.number().nullable(),
})
export type RequestLine = z.infer<typeof RequestLine>

/** The calendars by which the clocks of a list run, by version; `default` is the built-in one. */
export const Calendars = z.record(z.string(), CalendarContent)

/** What happened to a request. */
export const RequestEvent = z.object({
  id: z.uuid(),
  kind: z.enum([...REQUEST_EVENTS, 'note', 'asked']),
  /** epoch ms when it happened, and when it was written down */
  at: z.number(),
  recordedAt: z.number(),
  by: z.string(),
  note: z.string(),
  waitingFor: z.string(),
})
export type RequestEvent = z.infer<typeof RequestEvent>

/** A part of a package solution (B4.7). */
export const RequestPart = z.object({
  id: RequestPartId,
  what: z.string(),
  ownerId: MemberId.nullable(),
  owner: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** YYYY-MM-DD on which it was delivered, by whom, and a word on it; null before */
  done: z.object({ on: z.string(), by: z.string(), note: z.string() }).nullable(),
})
export type RequestPart = z.infer<typeof RequestPart>

/** A request with all that is known of it. */
export const RequestSheet = RequestLine.extend({
  detail: z.string(),
  backupId: MemberId.nullable(),
  backup: z.string().nullable(),
  sponsorId: MemberId.nullable(),
  sponsor: z.string().nullable(),
  times: ResponseTimes,
  pausesForThird: z.boolean(),
  events: z.array(RequestEvent),
  /** ends that passed before what was promised was done, epoch ms, with the names of who was told */
  misses: z.array(
    z.object({ clock: z.enum(CLOCKS), run: z.int(), at: z.number(), told: z.array(z.string()) }),
  ),
  /** the names of who is told when a clock ends now */
  told: z.array(z.string()),
  parts: z.array(RequestPart),
  /** solved requests of the same kind: how many, and their median solution in working minutes; null before the first */
  alike: z.object({ count: z.int(), minutes: z.number().nullable() }),
})
export type RequestSheet = z.infer<typeof RequestSheet>

/** What is asked when a request is written down. */
export const NewRequest = z.object({
  accountId: AccountId,
  title: Title,
  detail: Detail.default(''),
  kind: z.enum(REQUEST_KINDS).default('other'),
  priority: z.enum(PRIORITIES).default('normal'),
  way: z.enum(REQUEST_WAYS).default('phone'),
  personId: PersonId.nullable().default(null),
  /** the account's owner when absent */
  ownerId: MemberId.nullable().optional(),
  backupId: MemberId.nullable().default(null),
  sponsorId: MemberId.nullable().default(null),
  /** when it was asked; now when absent */
  askedAt: Instant.optional(),
})
export type NewRequest = z.input<typeof NewRequest>

/** The values of a request that can be changed after it was written down; what was promised is none of them. */
export const CHANGEABLE = [
  'title',
  'detail',
  'kind',
  'priority',
  'way',
  'personId',
  'ownerId',
  'backupId',
  'sponsorId',
] as const

/** One value of a request to change; `before` guards against overwriting another window's edit. */
export const RequestEdit = z.object({
  requestId: RequestId,
  field: z.enum(CHANGEABLE),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type RequestEdit = z.infer<typeof RequestEdit>

const found = { ...writeErrors, REQUEST_NOT_FOUND: { status: 404 } } as const
const whom = {
  ACCOUNT_NOT_FOUND: { status: 404 },
  PERSON_NOT_FOUND: { status: 404 },
  MEMBER_NOT_FOUND: { status: 404 },
} as const
const timed = {
  /** asked in the future, or longer ago than is entered by hand; data is the instant, and the first day that may be */
  ASKED_AT_REFUSED: {
    status: 422,
    data: z.object({ at: z.string(), reason: z.enum(['future', 'past']), from: z.string() }),
  },
} as const

/** Members who are told of late requests beside owner, backup and sponsor, by tier. */
export const Escalation = z.object({
  tier: z.enum(TIERS),
  /** when a clock has ended */
  late: z.array(MemberId).max(20),
  /** when it is late by half its time */
  over: z.array(MemberId).max(20),
})
export type Escalation = z.infer<typeof Escalation>

/** Requests through the green channel 绿色通道 (B4.4). */
export const requests = {
  /**
   * Requests as lists show them: open ones by their nearest end, or those that ended, newest end first. `now` is the
   * engine's clock, by which they are late.
   */
  list: oc
    .input(
      z.object({
        show: z.enum(['open', 'ended', 'all']).default('open'),
        accountId: AccountId.optional(),
        memberId: MemberId.optional(),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(100_000).default(100_000),
      }),
    )
    .output(z.object({ now: z.number(), total: z.int(), calendars: Calendars, rows: z.array(RequestLine) })),
  /** The engine's clock, for windows that count down. Epoch ms. */
  now: oc.output(z.object({ now: z.number() })),
  /** One request with its events, parts and calendar. */
  get: oc
    .input(z.object({ requestId: RequestId }))
    .output(z.object({ now: z.number(), calendars: Calendars, request: RequestSheet }))
    .errors({ REQUEST_NOT_FOUND: { status: 404 } }),
  /** What would be promised to an account if it asked now: before it is written down. Due instants are epoch ms. */
  promise: oc
    .input(
      z.object({
        accountId: AccountId,
        priority: z.enum(PRIORITIES),
        ownerId: MemberId.nullable().optional(),
        askedAt: Instant.optional(),
      }),
    )
    .output(
      z.object({
        tier: z.enum(TIERS).nullable(),
        times: ResponseTimes,
        due: z.object({ first: z.number(), update: z.number(), solution: z.number() }).partial(),
        timeZone: z.string(),
        ownerId: MemberId.nullable(),
      }),
    )
    .errors({ ACCOUNT_NOT_FOUND: { status: 404 }, ...timed }),
  /** Writes a request down; its clocks run from when it was asked. */
  log: oc
    .input(CommandInput.extend({ request: NewRequest }))
    .output(Written.extend({ requestId: RequestId, code: z.string() }))
    .errors({ ...writeErrors, ...whom, ...timed }),
  /**
   * Notes that something happened to requests, all or none. STEP_REFUSED where a state refuses it; STEP_NEEDS_REASON;
   * STEP_TOO_EARLY where it would lie before what happened last, or in the future.
   */
  step: oc
    .input(
      CommandInput.extend({
        requestIds: z.array(RequestId).min(1).max(5_000),
        event: z.enum(REQUEST_EVENTS),
        /** when it happened; now when absent */
        at: Instant.optional(),
        note: z.string().trim().max(REQUEST_LIMITS.note).default(''),
        waitingFor: z.string().trim().max(REQUEST_LIMITS.waitingFor).default(''),
      }),
    )
    .output(Written)
    .errors({
      ...found,
      STEP_REFUSED: {
        status: 409,
        data: z.object({ code: z.string(), state: z.enum(REQUEST_STATES), event: z.enum(REQUEST_EVENTS) }),
      },
      STEP_NEEDS_REASON: { status: 422, data: z.object({ event: z.enum(REQUEST_EVENTS) }) },
      STEP_TIME_REFUSED: {
        status: 422,
        data: z.object({ code: z.string(), at: z.string(), earliest: z.string(), latest: z.string() }),
      },
    }),
  /** Adds a remark to a request's history; no clock minds. */
  remark: oc
    .input(
      CommandInput.extend({
        requestId: RequestId,
        note: z.string().trim().min(1).max(REQUEST_LIMITS.note),
      }),
    )
    .output(Written)
    .errors(found),
  /** Changes values, all or none. What was promised stays as it is, whatever the values say now. */
  change: oc
    .input(CommandInput.extend({ edits: z.array(RequestEdit).min(1).max(20_000) }))
    .output(Written)
    .errors({
      ...found,
      ...whom,
      CELLS_CHANGED: {
        status: 409,
        data: z.object({ cells: z.int(), name: z.string(), current: z.string().nullable() }),
      },
      VALUE_REFUSED: {
        status: 422,
        data: z.object({ name: z.string(), field: z.string(), value: z.string() }),
      },
    }),
  /** Deletes requests (undoable). */
  remove: oc
    .input(CommandInput.extend({ requestIds: z.array(RequestId).min(1).max(5_000) }))
    .output(Written)
    .errors(found),
  /** Adds a part to a package solution, or changes one (B4.7). */
  savePart: oc
    .input(
      CommandInput.extend({
        requestId: RequestId,
        partId: RequestPartId.nullable(),
        what: z.string().trim().min(1).max(REQUEST_LIMITS.part),
        ownerId: MemberId.nullable(),
        dueOn: z.string().refine(isDay).nullable(),
      }),
    )
    .output(Written.extend({ partId: RequestPartId }))
    .errors({ ...found, ...dueErrors, MEMBER_NOT_FOUND: { status: 404 }, PART_NOT_FOUND: { status: 404 } }),
  /** Notes that parts were delivered, or takes that back. */
  deliverPart: oc
    .input(
      CommandInput.extend({
        partId: RequestPartId,
        done: z.boolean(),
        note: z.string().trim().max(REQUEST_LIMITS.note).default(''),
      }),
    )
    .output(Written)
    .errors({ ...found, PART_NOT_FOUND: { status: 404 } }),
  /** Deletes a part (undoable). */
  removePart: oc
    .input(CommandInput.extend({ partId: RequestPartId }))
    .output(Written)
    .errors({ ...found, PART_NOT_FOUND: { status: 404 } }),
  /** Whom the department names to be told of late requests, for every tier. */
  escalations: oc.output(z.array(Escalation)),
  /** Names whom to tell of late requests of a tier; running clocks keep whom they began with. */
  setEscalation: oc
    .input(CommandInput.extend({ escalation: Escalation }))
    .output(Written)
    .errors({ ...writeErrors, MEMBER_NOT_FOUND: { status: 404 } }),
}
