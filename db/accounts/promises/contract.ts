import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { AccountId, MemberId, PersonId, PromiseId } from '../../kernel/ids.ts'
import { isDay } from '../rules/days.ts'
import { PROMISE_SIDES, PROMISE_SOURCES, PROMISE_STATES } from './rules/states.ts'

/** Longest texts of a promise, in characters. */
export const PROMISE_LIMITS = { what: 500, note: 1_000 } as const

const Day = z.string().refine(isDay)

/** What a new promise says (C2): who promised what to whom, by when. */
export const NewPromise = z.object({
  accountId: AccountId,
  /** whose promise it is */
  side: z.enum(PROMISE_SIDES).default('ours'),
  /** our part of it: who promised, or to whom they promised */
  memberId: MemberId.nullable().default(null),
  /** their part of it */
  personId: PersonId.nullable().default(null),
  what: z.string().trim().min(1).max(PROMISE_LIMITS.what),
  /** YYYY-MM-DD; today when absent */
  madeOn: Day.optional(),
  /** YYYY-MM-DD; null where no day was named */
  dueOn: Day.nullable().default(null),
  source: z.enum(PROMISE_SOURCES).default('direct'),
  /** the entry of the work log, visit, task or case that holds it */
  sourceId: z.uuid().nullable().default(null),
})
export type NewPromise = Pick<z.output<typeof NewPromise>, 'accountId' | 'what'> &
  Partial<z.output<typeof NewPromise>>

/** A line of the ledger 承诺台账. Names are null where nobody is named or who was named is gone. */
export const PromiseLine = z.object({
  id: PromiseId,
  accountId: AccountId,
  account: z.string(),
  side: z.enum(PROMISE_SIDES),
  memberId: MemberId.nullable(),
  member: z.string().nullable(),
  personId: PersonId.nullable(),
  person: z.string().nullable(),
  what: z.string(),
  madeOn: z.string(),
  dueOn: z.string().nullable(),
  state: z.enum(PROMISE_STATES),
  /** since it is no longer open: YYYY-MM-DD, by whom, and what there is to say of it */
  settledOn: z.string().nullable(),
  settledBy: z.string().nullable(),
  note: z.string(),
  source: z.enum(PROMISE_SOURCES),
  sourceId: z.uuid().nullable(),
})
export type PromiseLine = z.infer<typeof PromiseLine>

const Tally = z.object({
  open: z.int(),
  /** open ones past their day; they are among `open` too */
  late: z.int(),
  kept: z.int(),
  broken: z.int(),
  released: z.int(),
  /** kept of kept and broken, tenths of a percent; null before the first of them */
  rate: z.int().nullable(),
})

/** How promises stand: all of them, and of the settled ones those of the last 90 days. */
export const Standing = z.object({ all: Tally, recent: Tally })
export type Standing = z.infer<typeof Standing>

/** Whose promises: of an account, with a person, of one of ours; all where none is given. */
const Whose = z.object({
  accountId: AccountId.optional(),
  personId: PersonId.optional(),
  memberId: MemberId.optional(),
})

/** One value of a promise to change; `before` guards against overwriting another window's edit. */
export const PromiseEdit = z.object({
  promiseId: PromiseId,
  field: z.enum(['what', 'madeOn', 'dueOn', 'side', 'memberId', 'personId']),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type PromiseEdit = z.infer<typeof PromiseEdit>

const found = { ...writeErrors, PROMISE_NOT_FOUND: { status: 404 } } as const
const whom = {
  ACCOUNT_NOT_FOUND: { status: 404 },
  PERSON_NOT_FOUND: { status: 404 },
  MEMBER_NOT_FOUND: { status: 404 },
  /** a promise that is due before it was made; data is both days */
  DUE_BEFORE_MADE: { status: 422, data: z.object({ madeOn: z.string(), dueOn: z.string() }) },
} as const

/** The promise ledger 承诺台账 (C2). */
export const promises = {
  /**
   * Promises, open ones first by their day (so late ones before all), those without a day after them, then settled
   * ones, newest settlement first. `today` is the engine's day, by which they are late.
   */
  list: oc
    .input(
      Whose.extend({
        show: z.enum(['all', 'open', 'late', 'settled']).default('all'),
        side: z.enum(PROMISE_SIDES).optional(),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(20_000).default(500),
      }),
    )
    .output(z.object({ today: z.string(), total: z.int(), rows: z.array(PromiseLine) })),
  /** How many promises stand where and the kept-rate, ours and theirs apart. */
  standing: oc.input(Whose).output(z.object({ today: z.string(), ours: Standing, theirs: Standing })),
  /** Kept-rates of our promises by member, for those who made any (E4). */
  byMember: oc.output(z.array(z.object({ memberId: MemberId, member: z.string(), standing: Standing }))),
  /** Adds promises, all or none. */
  add: oc
    .input(CommandInput.extend({ promises: z.array(NewPromise).min(1).max(1_000) }))
    .output(Written.extend({ promiseIds: z.array(PromiseId) }))
    .errors({ ...writeErrors, ...whom }),
  /** Changes values, all or none. CELLS_CHANGED where one no longer holds `before`; VALUE_REFUSED names what doesn't fit. */
  change: oc
    .input(CommandInput.extend({ edits: z.array(PromiseEdit).min(1).max(20_000) }))
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
  /**
   * Settles or reopens promises, all or none: one that already stands there stays as it is. PROMISE_STATE where one
   * can't go there from its state; RELEASE_NEEDS_NOTE for a release without a word on how the customer gave it.
   */
  settle: oc
    .input(
      CommandInput.extend({
        promiseIds: z.array(PromiseId).min(1).max(2_000),
        to: z.enum(PROMISE_STATES),
        /** YYYY-MM-DD; today when absent */
        on: Day.optional(),
        note: z.string().trim().max(PROMISE_LIMITS.note).default(''),
      }),
    )
    .output(Written)
    .errors({
      ...found,
      PROMISE_STATE: {
        status: 409,
        data: z.object({ what: z.string(), state: z.enum(PROMISE_STATES) }),
      },
      RELEASE_NEEDS_NOTE: { status: 422 },
    }),
  /** Deletes promises (undoable). */
  remove: oc
    .input(CommandInput.extend({ promiseIds: z.array(PromiseId).min(1).max(2_000) }))
    .output(Written)
    .errors(found),
}
