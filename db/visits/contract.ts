import { oc } from '@orpc/contract'
import { z } from 'zod'
import { ATTITUDES } from '../accounts/people/rules/fields.ts'
import { isDay } from '../accounts/rules/days.ts'
import { CellEdits, farErrors, ledgerErrors } from '../channel/ledger/contract.ts'
import { TIERS } from '../evaluation/rules/tiers.ts'
import { CommandInput, Written } from '../kernel/contract.ts'
import { AccountId, CostId, GiftId, MemberId, PersonId, TopicId, TripId, VisitId } from '../kernel/ids.ts'
import { VISIT_LIMITS } from './rules/limits.ts'
import { VISIT_EVENTS, VISIT_STATES } from './rules/states.ts'
import { ANSWERS, DIRECTIONS, MEMBER_PARTS, POINT_LISTS, REACHES, VISIT_KINDS } from './rules/words.ts'

const Day = z.string().refine(isDay)
const Time = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/)
const Minutes = z.int().min(5).max(VISIT_LIMITS.minutes)
const Fen = z.int().min(0).max(1_000_000_000_000)
const Line = z.string().trim().max(VISIT_LIMITS.line)
const Text = z.string().trim().max(VISIT_LIMITS.text)

/** A visit as lists show it. Names are null where nobody is named or who was is gone. Instants are epoch ms. */
export const VisitLine = z.object({
  id: VisitId,
  code: z.string(),
  title: z.string(),
  direction: z.enum(DIRECTIONS),
  kind: z.enum(VISIT_KINDS),
  tripId: TripId.nullable(),
  trip: z.string().nullable(),
  /** YYYY-MM-DD and HH:MM, '' where only the day is known */
  day: z.string(),
  time: z.string(),
  minutes: z.int(),
  city: z.string(),
  state: z.enum(VISIT_STATES),
  since: z.number(),
  /** its day has passed and it neither took place nor was called off */
  missed: z.boolean(),
  ownerId: MemberId.nullable(),
  owner: z.string().nullable(),
  leadId: MemberId.nullable(),
  lead: z.string().nullable(),
  /** the first account; null where none is named */
  accountId: AccountId.nullable(),
  account: z.string().nullable(),
  tier: z.enum(TIERS).nullable(),
  /** how many accounts it is with */
  accounts: z.int(),
  objective: z.string(),
  /** how far it reached it; null before somebody said so */
  reach: z.enum(REACHES).nullable(),
})
export type VisitLine = z.infer<typeof VisitLine>

/** One of at most three points, under a key that stays while its words change. */
export const Point = z.object({
  key: z.string().min(1).max(40),
  text: z.string().trim().min(1).max(VISIT_LIMITS.line),
})
export type Point = z.infer<typeof Point>
const Points = z.array(Point).max(VISIT_LIMITS.points)

/** A topic of the agenda. */
export const Topic = z.object({
  id: TopicId,
  topic: z.string(),
  memberId: MemberId.nullable(),
  personId: PersonId.nullable(),
  /** who speaks; null where everybody does */
  speaker: z.string().nullable(),
  minutes: z.int(),
  bottomLine: z.string(),
  concession: z.string(),
})
export type Topic = z.infer<typeof Topic>

/** A gift with the limit that the account's policy sets. */
export const Gift = z.object({
  id: GiftId,
  accountId: AccountId,
  account: z.string().nullable(),
  personId: PersonId.nullable(),
  person: z.string().nullable(),
  what: z.string(),
  /** fen */
  amount: z.int(),
  approval: z.object({ by: z.string(), on: z.string() }).nullable(),
  /** it is dear enough to need an approval, or goes beyond the year's limit */
  needsApproval: z.boolean(),
  /** fen by which the account's gifts of the year go beyond its limit with this one; 0 where they don't */
  over: z.int(),
})
export type Gift = z.infer<typeof Gift>

/** Why a visit can't be as it is planned. */
export const Clash = z.object({
  memberId: MemberId,
  member: z.string(),
  /** the other visit, or null where the member's own calendar says so */
  visitId: VisitId.nullable(),
  what: z.string(),
  city: z.string(),
  /** HH:MM–HH:MM, empty where the day alone is known */
  hours: z.string(),
  /** at the same time, or in two cities on one day */
  kind: z.enum(['sameTime', 'twoCities']),
})
export type Clash = z.infer<typeof Clash>

const READY = ['objective', 'people', 'profiles', 'issues', 'figures', 'agenda', 'approvals'] as const
const priced = { part: z.enum(READY), points: z.int() }
/** What is missing of readiness: see rules/readiness.ts. */
export const ReadyGap = z.discriminatedUnion('code', [
  z.object({
    code: z.enum([
      ...(['objective', 'wished', 'lead', 'theirs', 'place', 'time'] as const),
      ...(['figuresUnread', 'agenda', 'approval'] as const),
    ]),
    ...priced,
  }),
  z.object({ code: z.literal('profile'), personId: z.string(), name: z.string(), ...priced }),
  z.object({ code: z.literal('issues'), count: z.int(), ...priced }),
  z.object({
    code: z.literal('figure'),
    figure: z.enum(['volume', 'profit', 'share', 'growth']),
    ...priced,
  }),
  z.object({ code: z.literal('agendaLong'), minutes: z.int(), ...priced }),
  z.object({ code: z.literal('bottomLine'), topic: z.string(), ...priced }),
  z.object({ code: z.literal('gift'), what: z.string(), ...priced }),
])
export type ReadyGap = z.infer<typeof ReadyGap>

/** An open issue of the visit's accounts that leaders must know of. */
export const OpenIssue = z.object({
  /** `kind:id` */
  key: z.string(),
  kind: z.enum(['promise', 'request', 'incident']),
  id: z.string(),
  accountId: AccountId,
  what: z.string(),
  /** YYYY-MM-DD; null where no day is known */
  dueOn: z.string().nullable(),
  late: z.boolean(),
  /** it was looked at for this visit */
  read: z.boolean(),
})
export type OpenIssue = z.infer<typeof OpenIssue>

/** What happened to a visit. */
export const VisitEvent = z.object({
  id: z.uuid(),
  kind: z.enum([...VISIT_EVENTS, 'note']),
  at: z.number(),
  by: z.string(),
  note: z.string(),
  /** the day from which it was moved; null for anything else */
  from: z.string().nullable(),
})

/** What came of a visit: rules/outcome.ts. */
export const VisitOutcome = z.object({
  answers: z.record(z.string(), z.enum(ANSWERS)),
  reach: z.enum(REACHES).nullable(),
  note: Text,
  nextOn: Day.nullable(),
})
export type VisitOutcome = z.infer<typeof VisitOutcome>

/** One of ours and one of theirs at a visit, with their ranks 1 (the top) to 5; null where the title doesn't say. */
const OurSide = z.object({
  memberId: MemberId,
  name: z.string(),
  role: z.string(),
  part: z.enum(MEMBER_PARTS),
  rank: z.int().nullable(),
})
const TheirSide = z.object({
  personId: PersonId,
  name: z.string(),
  title: z.string(),
  accountId: AccountId.nullable(),
  rank: z.int().nullable(),
  attitude: z.enum(ATTITUDES).nullable(),
  attitudeBefore: z.enum(ATTITUDES).nullable(),
  attitudeAfter: z.enum(ATTITUDES).nullable(),
  came: z.boolean().nullable(),
  /** percent 0–100 of their profile, and whether that is enough */
  profile: z.int(),
  fresh: z.boolean(),
  /** their data were erased on request, or they were deleted */
  gone: z.boolean(),
})

/** A visit with all that is known of it. */
export const VisitSheet = VisitLine.extend({
  place: z.string(),
  travel: z.string(),
  interpreter: z.string(),
  wished: z.string(),
  asks: z.array(Point),
  gives: z.array(Point),
  sayings: z.array(Point),
  unsaid: z.string(),
  sensitivities: z.string(),
  /** fen */
  budget: z.int().nullable(),
  /** fen: what it cost, gifts among it */
  cost: z.int(),
  repeatsEvery: z.int().nullable(),
  outcome: VisitOutcome,
  with: z.array(z.object({ id: AccountId, name: z.string(), tier: z.enum(TIERS).nullable() })),
  ours: z.array(OurSide),
  theirs: z.array(TheirSide),
  topics: z.array(Topic),
  gifts: z.array(Gift),
  costs: z.array(z.object({ id: CostId, what: z.string(), amount: z.int() })),
  issues: z.array(OpenIssue),
  figuresRead: z.boolean(),
  readiness: z.object({
    points: z.int(),
    parts: z.record(z.enum(READY), z.int()),
    gaps: z.array(ReadyGap),
  }),
  clashes: z.array(Clash),
  events: z.array(VisitEvent),
  /** YYYY-MM-DD by which minutes are due, two working days after the visit; null where none are */
  minutesDueOn: z.string().nullable(),
  /** the newest frozen brief; null before the first */
  brief: z.object({ version: z.int(), frozenAt: z.number(), by: z.string() }).nullable(),
})
export type VisitSheet = z.infer<typeof VisitSheet>

/** Fields that are changed one by one. */
export const VisitFields = z.object({
  title: z.string().trim().max(VISIT_LIMITS.title),
  direction: z.enum(DIRECTIONS),
  kind: z.enum(VISIT_KINDS),
  tripId: TripId.nullable(),
  time: Time,
  minutes: Minutes,
  city: z.string().trim().max(VISIT_LIMITS.place),
  place: z.string().trim().max(VISIT_LIMITS.place),
  travel: Text,
  interpreter: Line,
  ownerId: MemberId.nullable(),
  objective: z.string().trim().max(VISIT_LIMITS.objective),
  wished: z.string().trim().max(VISIT_LIMITS.wished),
  unsaid: Line,
  sensitivities: Text,
  budget: Fen.nullable(),
})

/** What is asked when a visit is planned. */
export const NewVisit = VisitFields.omit({ title: true })
  .partial()
  .extend({
    title: VisitFields.shape.title.default(''),
    day: Day,
    accountIds: z.array(AccountId).max(VISIT_LIMITS.accounts),
    /** who leads; null where nobody is named yet */
    leadId: MemberId.nullable().default(null),
    memberIds: z.array(MemberId).max(VISIT_LIMITS.members).default([]),
    personIds: z.array(PersonId).max(VISIT_LIMITS.people).default([]),
  })
export type NewVisit = z.input<typeof NewVisit>

const found = {
  ...ledgerErrors,
  VISIT_NOT_FOUND: { status: 404 },
  /** it is closed: reopening it says why */
  VISIT_CLOSED: { status: 409, data: z.object({ name: z.string() }) },
  TRIP_NOT_FOUND: { status: 404 },
} as const
const stepErrors = {
  ...found,
  ...farErrors,
  /** a state that refuses what is said to have happened */
  VISIT_STEP_REFUSED: {
    status: 409,
    data: z.object({ name: z.string(), state: z.enum(VISIT_STATES), event: z.enum(VISIT_EVENTS) }),
  },
  VISIT_STEP_NEEDS_REASON: { status: 422, data: z.object({ event: z.enum(VISIT_EVENTS) }) },
  /** held, ended or written up before its day; data is that day, YYYY-MM-DD */
  VISIT_TOO_EARLY: { status: 422, data: z.object({ name: z.string(), day: z.string() }) },
  /** somebody can't be there; it goes on with a reason */
  VISIT_CLASH: { status: 409, data: z.object({ member: z.string(), what: z.string(), city: z.string() }) },
  /** minutes can't be recorded before somebody said how far the objective was reached */
  VISIT_NO_OUTCOME: { status: 422 },
  /** a promise that was made there is neither kept, released nor under way with owner and day */
  VISIT_OPEN_COMMITMENTS: { status: 409, data: z.object({ what: z.string(), count: z.int() }) },
} as const

const ofVisit = CommandInput.extend({ visitId: VisitId })
const NewTopic = z.object({
  topic: z.string().trim().min(1).max(VISIT_LIMITS.line),
  memberId: MemberId.nullable().default(null),
  personId: PersonId.nullable().default(null),
  minutes: z.int().min(1).max(VISIT_LIMITS.minutes),
  bottomLine: Text.default(''),
  concession: Text.default(''),
})

/** Executive visits 高层拜访 (A9, B4.3): planned, prepared, held and followed to the end. */
export const visits = {
  /** Visits of a span of days (both among them), an account, one of ours or a trip; by day. Whether there are `more`. */
  list: oc
    .input(
      z.object({
        from: Day.optional(),
        until: Day.optional(),
        accountId: AccountId.optional(),
        memberId: MemberId.optional(),
        tripId: TripId.optional(),
        limit: z.int().min(1).max(100_000).optional(),
      }),
    )
    .output(z.object({ today: z.string(), rows: z.array(VisitLine), more: z.boolean() })),
  /** One visit with all that is known of it. */
  get: oc
    .input(z.object({ visitId: VisitId }))
    .output(z.object({ today: z.string(), now: z.number(), visit: VisitSheet }))
    .errors({ VISIT_NOT_FOUND: { status: 404 } }),
  /** Plans visits, all or none: several in one command make a trip's or a plan's. */
  add: oc
    .input(CommandInput.extend({ visits: z.array(NewVisit).min(1).max(200) }))
    .output(Written.extend({ visitIds: z.array(VisitId) }))
    .errors({ ...found, ...farErrors }),
  /** Changes fields, all or none. The day is changed by `step` with `move`. */
  change: oc.input(CellEdits(VisitId, VisitFields.keyof())).output(Written).errors(found),
  /** Writes a list of points; `before` guards against overwriting another window's edit. */
  writePoints: oc
    .input(ofVisit.extend({ list: z.enum(POINT_LISTS), before: Points, after: Points }))
    .output(Written)
    .errors(found),
  /** Lets a visit come again after so many months; null for never. */
  repeat: oc
    .input(ofVisit.extend({ every: z.int().min(1).max(VISIT_LIMITS.repeats).nullable() }))
    .output(Written)
    .errors(found),
  /** Lets accounts take part, or no longer. */
  setAccounts: oc
    .input(
      ofVisit.extend({
        accountIds: z.array(AccountId).min(1).max(VISIT_LIMITS.accounts),
        there: z.boolean(),
      }),
    )
    .output(Written)
    .errors(found),
  /** Says what one of ours does there; null for nothing. Who leads takes the place of who led. */
  setMember: oc
    .input(ofVisit.extend({ memberId: MemberId, part: z.enum(MEMBER_PARTS).nullable() }))
    .output(Written)
    .errors(found),
  /** Lets people of theirs take part, or no longer. */
  setPeople: oc
    .input(
      ofVisit.extend({ personIds: z.array(PersonId).min(1).max(VISIT_LIMITS.people), there: z.boolean() }),
    )
    .output(Written)
    .errors(found),
  /** Says of one of theirs whether they came, and how they stood towards us before and after. */
  notePerson: oc
    .input(
      ofVisit.extend({
        personId: PersonId,
        came: z.boolean().nullable().optional(),
        attitudeBefore: z.enum(ATTITUDES).nullable().optional(),
        attitudeAfter: z.enum(ATTITUDES).nullable().optional(),
      }),
    )
    .output(Written)
    .errors(found),
  /** Adds a topic, or changes one. */
  saveTopic: oc
    .input(ofVisit.extend({ topicId: TopicId.nullable(), topic: NewTopic }))
    .output(Written.extend({ topicId: TopicId }))
    .errors(found),
  /** Moves a topic before another one; null: to the end. */
  moveTopic: oc
    .input(CommandInput.extend({ topicId: TopicId, before: TopicId.nullable() }))
    .output(Written)
    .errors(found),
  removeTopic: oc
    .input(CommandInput.extend({ topicId: TopicId }))
    .output(Written)
    .errors(found),
  /** Adds a gift, or changes one; a change takes its approval back. */
  saveGift: oc
    .input(
      ofVisit.extend({
        giftId: GiftId.nullable(),
        accountId: AccountId,
        personId: PersonId.nullable(),
        what: z.string().trim().min(1).max(VISIT_LIMITS.line),
        amount: Fen,
      }),
    )
    .output(Written.extend({ giftId: GiftId }))
    .errors(found),
  /** Approves a gift, or takes that back. */
  approveGift: oc
    .input(CommandInput.extend({ giftId: GiftId, approved: z.boolean() }))
    .output(Written)
    .errors(found),
  removeGift: oc
    .input(CommandInput.extend({ giftId: GiftId }))
    .output(Written)
    .errors(found),
  /** Adds a cost. */
  addCost: oc
    .input(ofVisit.extend({ what: z.string().trim().min(1).max(VISIT_LIMITS.line), amount: Fen }))
    .output(Written.extend({ costId: CostId }))
    .errors(found),
  removeCost: oc
    .input(CommandInput.extend({ costId: CostId }))
    .output(Written)
    .errors(found),
  /** Says that all open issues were looked at for the visit, or the figures were. */
  review: oc
    .input(ofVisit.extend({ what: z.enum(['issues', 'figures']) }))
    .output(Written)
    .errors(found),
  /**
   * Notes that something happened to visits, all or none. `move` takes the new day. What a state refuses, what needs a
   * reason, comes too early or clashes is told by its error; `note` is the reason.
   */
  step: oc
    .input(
      CommandInput.extend({
        visitIds: z.array(VisitId).min(1).max(2_000),
        event: z.enum(VISIT_EVENTS).exclude(['freeze']),
        note: z.string().trim().max(VISIT_LIMITS.reason).default(''),
        day: Day.optional(),
        time: Time.optional(),
      }),
    )
    .output(Written)
    .errors(stepErrors),
  /** Writes what came of a visit; `before` guards against overwriting another window's edit. */
  writeOutcome: oc
    .input(ofVisit.extend({ before: VisitOutcome, after: VisitOutcome }))
    .output(Written)
    .errors(found),
  /** Deletes visits (undoable). */
  remove: oc
    .input(CommandInput.extend({ visitIds: z.array(VisitId).min(1).max(2_000) }))
    .output(Written)
    .errors(found),
  /** Trips, newest first. */
  trips: oc.output(z.array(z.object({ id: TripId, name: z.string(), note: z.string(), visits: z.int() }))),
  /** Makes a trip of visits. */
  addTrip: oc
    .input(
      CommandInput.extend({
        name: z.string().trim().min(1).max(VISIT_LIMITS.title),
        visitIds: z.array(VisitId).max(100).default([]),
      }),
    )
    .output(Written.extend({ tripId: TripId }))
    .errors(found),
  renameTrip: oc
    .input(CommandInput.extend({ tripId: TripId, name: z.string().trim().min(1).max(VISIT_LIMITS.title) }))
    .output(Written)
    .errors(found),
  /** Deletes a trip; its visits stay. */
  removeTrip: oc
    .input(CommandInput.extend({ tripId: TripId }))
    .output(Written)
    .errors(found),
  /** Our executives: who visits leaders, with rank, home and how much a month. */
  executives: oc.output(
    z.array(
      z.object({
        memberId: MemberId,
        name: z.string(),
        role: z.string(),
        rank: z.int(),
        city: z.string(),
        monthly: z.int(),
      }),
    ),
  ),
  /** Makes one of ours an executive or changes what is said of them; null takes that away. */
  setExecutive: oc
    .input(
      CommandInput.extend({
        memberId: MemberId,
        executive: z
          .object({
            rank: z.int().min(1).max(5),
            city: z.string().trim().max(VISIT_LIMITS.place),
            monthly: z.int().min(1).max(31),
          })
          .nullable(),
      }),
    )
    .output(Written)
    .errors(found),
}
