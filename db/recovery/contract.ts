import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CellEdits, Day, ledgerErrors, StandingOrNone } from '../channel/ledger/contract.ts'
import { Calendars, ClockValue } from '../channel/requests/contract.ts'
import { REQUEST_WAYS } from '../channel/requests/rules/words.ts'
import { TIERS } from '../evaluation/rules/tiers.ts'
import { CommandInput, Written, writeErrors } from '../kernel/contract.ts'
import {
  AccountId,
  CalendarVersionId,
  CaseId,
  IncidentId,
  MemberId,
  PersonId,
  ProductId,
  PromiseId,
  RequestId,
  RootCauseId,
  VisitId,
} from '../kernel/ids.ts'
import { CASE_CLOCKS } from './rules/deadlines.ts'
import { CASE_LIMITS } from './rules/limits.ts'
import { SEVERITIES } from './rules/severity.ts'
import { BARS, CASE_EVENTS, CASE_STATES } from './rules/states.ts'
import { CASE_CATEGORIES, CASE_KINDS, CUSTOMER_ANSWERS, LOSS_CAUSES } from './rules/words.ts'

const Instant = z.iso.datetime()
const Title = z.string().trim().min(1).max(CASE_LIMITS.title)
const Line = z.string().trim().max(CASE_LIMITS.line)
const Text = z.string().trim().max(CASE_LIMITS.text)
const Words = z.string().trim().max(CASE_LIMITS.words)
const Note = z.string().trim().max(CASE_LIMITS.note)
/** fen */
export const Amount = z.int().min(0).max(CASE_LIMITS.amount)
/** 1 is the gravest */
export const SeverityValue = z.literal(SEVERITIES)
/** 1–5, five being best */
const Score = z.int().min(1).max(5).nullable()

/** The clocks of a case. */
export const CaseClocksValue = z.object({
  answer: ClockValue,
  contain: ClockValue,
  interim: ClockValue,
  solution: ClockValue,
})

/** What a case was graded by, and what came of it — see rules/severity.ts. */
export const Grading = z.object({
  impact: SeverityValue,
  urgency: SeverityValue,
  key: z.boolean(),
  repeat: z.boolean(),
  severity: SeverityValue,
})
export type Grading = z.infer<typeof Grading>

/** A list of cases as columns, see rules/caseTable.ts. */
export const CaseTable = z.object({
  /** the engine's clock, epoch ms, by which they are late */
  now: z.number(),
  count: z.int(),
  more: z.boolean(),
  /** columns as texts, see accounts/rules/strips.ts; a column without any value is absent */
  strips: z.record(z.string(), z.string()),
})
export type CaseTable = z.infer<typeof CaseTable>

/**
 * Which cases a pattern is about: what they have in common, and the days on which they came (by the laptop's clock).
 * Withdrawn ones aren't among them, as patterns don't count them.
 */
export const CasesAmong = z
  .object({
    rootCauseId: RootCauseId,
    category: z.enum(CASE_CATEGORIES),
    lossCause: z.enum(LOSS_CAUSES),
    productId: ProductId,
    place: z.string().max(CASE_LIMITS.line),
    responsibleId: MemberId,
    accountId: AccountId,
    from: Day,
    until: Day,
  })
  .partial()
export type CasesAmong = z.infer<typeof CasesAmong>
/** The same as it is asked for. */
export type AskedAmong = z.input<typeof CasesAmong>

/** What happened to a case. Instants are epoch ms. */
export const CaseEvent = z.object({
  id: z.uuid(),
  kind: z.enum([...CASE_EVENTS, 'note', 'word', 'merged']),
  at: z.number(),
  recordedAt: z.number(),
  by: z.string(),
  note: z.string(),
  personId: PersonId.nullable(),
  person: z.string().nullable(),
})
export type CaseEvent = z.infer<typeof CaseEvent>

/** What the check for truth found (C8). */
export const Finding = z.object({ true: z.enum(['yes', 'partly', 'no']), what: Text })
export type Finding = z.infer<typeof Finding>

/** What the customer says to what was done; `unasked` is why they couldn't be asked, which stands for an answer. */
export const Answer = z.object({
  answer: z.enum(CUSTOMER_ANSWERS).nullable(),
  words: Text,
  personId: PersonId.nullable(),
  unasked: Line,
})
export type Answer = z.infer<typeof Answer>

/** How just it felt to them: what they got, how it went, how they were treated; 1–5 each. */
export const Justice = z.object({ outcome: Score, process: Score, manners: Score })
export type Justice = z.infer<typeof Justice>

/** Who of ours apologised to whom of theirs, and how. */
export const Apology = z.object({
  memberId: MemberId,
  personId: PersonId.nullable(),
  on: Day,
  how: z.enum(REQUEST_WAYS),
  words: Text,
})
export type Apology = z.infer<typeof Apology>

/** A case by its name, as others point to it. */
const Named = z.object({ id: CaseId, code: z.string(), title: z.string() })
export type NamedCase = z.infer<typeof Named>

/** What a case may have come from, or the visit that is paid for it. */
export const CaseOrigin = z.discriminatedUnion('what', [
  z.object({ what: z.literal('request'), id: RequestId }),
  z.object({ what: z.literal('incident'), id: IncidentId }),
  z.object({ what: z.literal('promise'), id: PromiseId }),
  z.object({ what: z.literal('visit'), id: VisitId }),
])
export type CaseOrigin = z.infer<typeof CaseOrigin>

const Choice = z.object({ id: z.uuid(), name: z.string() })

/** What an account has that its cases may have come from, and its visits; the newest first. And our products by name. */
export const Related = z.object({
  requests: z.array(Choice),
  incidents: z.array(Choice),
  promises: z.array(Choice),
  visits: z.array(Choice),
  products: z.array(Choice),
})
export type Related = z.infer<typeof Related>

/** A case with all that is known of it. Names are null where nobody is named or who was is gone. Instants are epoch ms. */
export const CaseSheet = z.object({
  id: CaseId,
  code: z.string(),
  accountId: AccountId,
  account: z.string(),
  tier: StandingOrNone,
  kind: z.enum(CASE_KINDS),
  category: z.enum(CASE_CATEGORIES),
  title: z.string(),
  personId: PersonId.nullable(),
  person: z.string().nullable(),
  way: z.enum(REQUEST_WAYS),
  cameAt: z.number(),
  happenedOn: z.string().nullable(),
  words: z.string(),
  remedyAsked: z.string(),
  atRisk: z.int().nullable(),
  loss: z.int().nullable(),
  productId: ProductId.nullable(),
  product: z.string().nullable(),
  place: z.string(),
  responsibleId: MemberId.nullable(),
  responsible: z.string().nullable(),
  ownerId: MemberId.nullable(),
  owner: z.string().nullable(),
  investigatorId: MemberId.nullable(),
  investigator: z.string().nullable(),
  request: z.object({ id: RequestId, title: z.string() }).nullable(),
  incident: z.object({ id: IncidentId, title: z.string() }).nullable(),
  promise: z.object({ id: PromiseId, title: z.string() }).nullable(),
  repeatOf: Named.nullable(),
  /** earlier cases of the account in the twelve months before */
  earlier: z.array(Named.extend({ cameAt: z.number(), category: z.enum(CASE_CATEGORIES) })),
  grading: Grading,
  finding: Finding.nullable(),
  rootCauseId: RootCauseId.nullable(),
  escapeCause: z.string(),
  apology: Apology.nullable(),
  /** the names of both sides of the apology */
  apologyBy: z.string().nullable(),
  apologyTo: z.string().nullable(),
  explanation: z.string(),
  answer: Answer.nullable(),
  contentBefore: Score,
  contentThen: Score,
  contentAfter: Score,
  justice: Justice.nullable(),
  /** what its remedies cost, those that were given up left out; fen */
  paid: z.int(),
  /** fractions of the loss, see rules/fairness.ts; null where the loss isn't known */
  fairness: z
    .object({
      ratio: z.number(),
      median: z.number().nullable(),
      verdict: z.enum(['usual', 'low', 'high']).nullable(),
      /** of the comparable cases */
      alike: z.array(z.number()),
    })
    .nullable(),
  /** orders as they prove it — see orders/rules/baseline.ts */
  orders: z.object({
    /** fen a month, and whether it is of the same season a year before or of the months before it happened */
    baseline: z.object({ monthly: z.int(), from: z.enum(['season', 'before']) }).nullable(),
    /** YYYY-MM: those whose orders prove it; as they would be were it told today as long as it wasn't */
    months: z.array(z.string()),
    /** YYYY-MM in which it happened */
    failed: z.string(),
  }),
  /** whether trust is back — see rules/proof.ts */
  proof: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('recovered') }),
    z.object({ kind: z.literal('failed'), content: z.boolean(), orders: z.boolean() }),
    z.object({
      kind: z.literal('notYet'),
      content: z.enum(['unknown', 'back']),
      orders: z.enum(['unknown', 'back']),
    }),
  ]),
  state: z.enum(CASE_STATES),
  since: z.number(),
  reopened: z.int(),
  refused: z.int(),
  carriedOutAt: z.number().nullable(),
  toldAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  clocks: CaseClocksValue,
  misses: z.array(z.object({ clock: z.enum(CASE_CLOCKS), run: z.int(), at: z.number() })),
  calendarId: CalendarVersionId.nullable(),
  /** the roles that may approve what its remedies cost, the lowest first; none as long as no limits are set */
  approvers: z.array(z.string()),
  /** the case with which it turned out to be one: it is worked on there */
  mergedInto: Named.nullable(),
  /** cases that turned out to be one with it */
  merged: z.array(Named),
  /** what stands in the way of events that the state would allow */
  bars: z.array(z.object({ event: z.enum(CASE_EVENTS), bar: z.enum(BARS) })),
  members: z.array(z.object({ memberId: MemberId, name: z.string(), role: z.string(), part: z.string() })),
  visits: z.array(z.object({ visitId: VisitId, name: z.string(), day: z.string() })),
  events: z.array(CaseEvent),
})
export type CaseSheet = z.infer<typeof CaseSheet>

/** What is asked when a case is recorded: under a minute with the customer on the phone. */
export const NewCase = z.object({
  accountId: AccountId,
  title: Title,
  kind: z.enum(CASE_KINDS).default('complaint'),
  category: z.enum(CASE_CATEGORIES).default('other'),
  personId: PersonId.nullable().default(null),
  way: z.enum(REQUEST_WAYS).default('phone'),
  /** when it came; now when absent */
  cameAt: Instant.optional(),
  happenedOn: Day.nullable().default(null),
  words: Words.default(''),
  remedyAsked: Text.default(''),
  impact: SeverityValue.default(3),
  urgency: SeverityValue.default(3),
  atRisk: Amount.nullable().default(null),
  /** the account's owner when absent */
  ownerId: MemberId.nullable().optional(),
  requestId: RequestId.nullable().default(null),
  incidentId: IncidentId.nullable().default(null),
  promiseId: PromiseId.nullable().default(null),
})
export type NewCase = z.input<typeof NewCase>

/** What of a case is changed field by field. */
export const CaseFields = z.object({
  title: Title,
  kind: z.enum(CASE_KINDS),
  category: z.enum(CASE_CATEGORIES),
  personId: PersonId.nullable(),
  way: z.enum(REQUEST_WAYS),
  happenedOn: Day.nullable(),
  words: Words,
  remedyAsked: Text,
  atRisk: Amount.nullable(),
  loss: Amount.nullable(),
  productId: ProductId.nullable(),
  place: Line,
  responsibleId: MemberId.nullable(),
  ownerId: MemberId.nullable(),
  investigatorId: MemberId.nullable(),
  requestId: RequestId.nullable(),
  incidentId: IncidentId.nullable(),
  promiseId: PromiseId.nullable(),
  escapeCause: Text,
  explanation: Text,
  contentBefore: Score,
  contentThen: Score,
  contentAfter: Score,
})
export type CaseFields = z.infer<typeof CaseFields>

/** Refusals of work on a case that is over, or that is worked on as another; data are their codes. */
export const workErrors = {
  CASE_CLOSED: { status: 409, data: z.object({ code: z.string() }) },
  CASE_MERGED: { status: 409, data: z.object({ code: z.string(), into: z.string() }) },
} as const

const found = { ...ledgerErrors, CASE_NOT_FOUND: { status: 404 } } as const
const worked = { ...found, ...workErrors } as const
const ofCase = CommandInput.extend({ caseId: CaseId })
const cameErrors = {
  /** came in the future, or longer ago than is entered by hand; data is the instant, and the first day that may be */
  ASKED_AT_REFUSED: {
    status: 422,
    data: z.object({ at: z.string(), reason: z.enum(['future', 'past']), from: z.string() }),
  },
} as const

/** Cases 个案 of service recovery 服务补救 (B5, C8). */
export const cases = {
  /** Cases as columns: open ones by severity and what is due next, ended ones newest first. At most `limit` of them. */
  list: oc
    .input(
      z.object({
        show: z.enum(['open', 'ended', 'all']).default('open'),
        accountId: AccountId.optional(),
        among: CasesAmong.optional(),
        limit: z.int().min(1).max(200_000).optional(),
      }),
    )
    .output(CaseTable),
  /** One case with all that is known of it. `now` is the engine's clock, by which it is late. */
  get: oc
    .input(z.object({ caseId: CaseId }))
    .output(z.object({ now: z.number(), calendars: Calendars, case: CaseSheet }))
    .errors({ CASE_NOT_FOUND: { status: 404 } }),
  /** The cases that came from a record, or for which a visit is paid; the newest first. */
  from: oc.input(z.object({ origin: CaseOrigin })).output(z.array(Named)),
  /** What a case may be said to have come from, and which visits may be paid for it. */
  related: oc
    .input(z.object({ caseId: CaseId }))
    .output(Related)
    .errors({ CASE_NOT_FOUND: { status: 404 } }),
  /** What would be due for a case if it were recorded now, and what of the account's past it may repeat. Epoch ms. */
  foresee: oc
    .input(NewCase.pick({ accountId: true, category: true, impact: true, urgency: true, cameAt: true }))
    .output(
      z.object({
        severity: SeverityValue,
        tier: z.enum(TIERS).nullable(),
        ownerId: MemberId.nullable(),
        due: z.object({ answer: z.number(), contain: z.number(), solution: z.number() }).partial(),
        timeZone: z.string(),
        alike: z.array(Named.extend({ cameAt: z.number() })),
      }),
    )
    .errors({ ACCOUNT_NOT_FOUND: { status: 404 }, ...cameErrors }),
  /** Records a case; its clocks run from when it came. */
  record: oc
    .input(CommandInput.extend({ case: NewCase }))
    .output(Written.extend({ caseId: CaseId, code: z.string() }))
    .errors({
      ...found,
      ...cameErrors,
      /** it lies before cooperation with the account began; data is both days, the second a year or month alone at times */
      CASE_BEFORE_ACCOUNT: { status: 422, data: z.object({ day: z.string(), since: z.string() }) },
    }),
  /**
   * Notes that something happened to cases, all or none. CASE_STEP_REFUSED where a state refuses it, CASE_BARRED where
   * something is missing, CASE_NEEDS_REASON; STEP_TIME_REFUSED where it would lie before what happened last, or to come.
   */
  step: oc
    .input(
      CommandInput.extend({
        caseIds: z.array(CaseId).min(1).max(5_000),
        event: z.enum(CASE_EVENTS),
        /** when it happened; now when absent */
        at: Instant.optional(),
        note: Note.default(''),
        /** of a grading */
        grading: z.object({ impact: SeverityValue, urgency: SeverityValue }).optional(),
      }),
    )
    .output(Written)
    .errors({
      ...found,
      CASE_STEP_REFUSED: {
        status: 409,
        data: z.object({ code: z.string(), state: z.enum(CASE_STATES), event: z.enum(CASE_EVENTS) }),
      },
      CASE_BARRED: { status: 409, data: z.object({ code: z.string(), reason: z.enum(BARS) }) },
      CASE_NEEDS_REASON: { status: 422, data: z.object({ event: z.enum(CASE_EVENTS) }) },
      ...workErrors,
      STEP_TIME_REFUSED: {
        status: 422,
        data: z.object({ code: z.string(), at: z.string(), earliest: z.string(), latest: z.string() }),
      },
    }),
  /** Adds a remark of ours, or what the customer said, to a case's course; no clock minds. */
  note: oc
    .input(
      ofCase.extend({
        text: z.string().trim().min(1).max(CASE_LIMITS.note),
        /** said by them, and by whom */
        theirs: z.boolean().default(false),
        personId: PersonId.nullable().default(null),
      }),
    )
    .output(Written)
    .errors(found),
  /** Changes fields, all or none. */
  change: oc.input(CellEdits(CaseId, CaseFields.keyof())).output(Written).errors(worked),
  /** Writes what the check for truth found; `before` guards against overwriting another window's edit. */
  writeFinding: oc
    .input(ofCase.extend({ before: Finding.nullable(), after: Finding.nullable() }))
    .output(Written)
    .errors(worked),
  /** Writes what the customer says to what was done; the same guard. */
  writeAnswer: oc
    .input(ofCase.extend({ before: Answer.nullable(), after: Answer.nullable() }))
    .output(Written)
    .errors(worked),
  /** Writes how just it felt to them; the same guard. */
  writeJustice: oc
    .input(ofCase.extend({ before: Justice.nullable(), after: Justice.nullable() }))
    .output(Written)
    .errors(found),
  /** Writes who apologised; the same guard. */
  writeApology: oc
    .input(ofCase.extend({ before: Apology.nullable(), after: Apology.nullable() }))
    .output(Written)
    .errors(worked),
  /** Says which earlier case this one repeats; null for none. */
  repeats: oc
    .input(ofCase.extend({ repeatOf: CaseId.nullable() }))
    .output(Written)
    .errors(worked),
  /** Lets one of ours work on it, with what they are there for, or no longer. */
  setMember: oc
    .input(ofCase.extend({ memberId: MemberId, part: Line, there: z.boolean() }))
    .output(Written)
    .errors(found),
  /** Says that a visit is paid for it, or no longer. */
  setVisit: oc
    .input(ofCase.extend({ visitId: VisitId, there: z.boolean() }))
    .output(Written)
    .errors({ ...found, VISIT_NOT_FOUND: { status: 404 } }),
  /** Makes two cases of an account one: what belongs to the second is the first's from then on (undoable). */
  merge: oc
    .input(ofCase.extend({ otherId: CaseId }))
    .output(Written)
    .errors({
      ...worked,
      CASES_DIFFER: { status: 409, data: z.object({ code: z.string(), other: z.string() }) },
    }),
  /** Makes a case that was merged into another one a case of its own again. */
  split: oc.input(ofCase).output(Written).errors(found),
  /** Deletes cases (undoable). */
  remove: oc
    .input(CommandInput.extend({ caseIds: z.array(CaseId).min(1).max(5_000) }))
    .output(Written)
    .errors({ ...writeErrors, ROW_NOT_FOUND: { status: 404 } }),
}
