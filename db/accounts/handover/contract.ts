import { oc } from '@orpc/contract'
import { z } from 'zod'
import { PAPER_FORMATS } from '../../exchange/rules/paperFormat.ts'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { AccountId, EntryId, HandoverId, MemberId, PersonId, PromiseId } from '../../kernel/ids.ts'
import { CHANNELS } from '../log/rules/channels.ts'
import { ATTITUDES, DECISION_ROLES } from '../people/rules/fields.ts'
import { isDay } from '../rules/days.ts'
import { CHECKS, HANDOVER_STATES, SIDES } from './rules/checklist.ts'

const Day = z.string().refine(isDay)
const Who = z.object({ id: MemberId, name: z.string() })
const tier = z.enum(['key', 'main', 'ordinary', 'small', 'insufficient']).nullable()

/** A hand-over in the list. */
export const HandoverLine = z.object({
  id: HandoverId,
  from: Who,
  to: Who,
  /** of those that are still there */
  accounts: z.array(z.object({ id: AccountId, name: z.string() })),
  /** YYYY-MM-DD */
  madeOn: z.string(),
  dueOn: z.string().nullable(),
  note: z.string(),
  state: z.enum(HANDOVER_STATES),
  /** lines of the checklist that are ticked, of both sides together, and how many there are */
  ticked: z.int(),
  checks: z.int(),
  /** instant; null before */
  movedAt: z.string().nullable(),
})
export type HandoverLine = z.infer<typeof HandoverLine>

/** What a successor has to know of a person there. Sensitive facts are not in it. */
const PackPerson = z.object({
  id: PersonId,
  name: z.string(),
  title: z.string(),
  phone: z.string(),
  attitude: z.enum(ATTITUDES).nullable(),
  decisionRole: z.enum(DECISION_ROLES).nullable(),
  influence: z.int().nullable(),
  rhythm: z.string(),
  interests: z.string(),
  greeting: z.string(),
  preconditions: z.string(),
  brandsView: z.string(),
  /** who of ours knows them, best first */
  knownBy: z.array(z.object({ name: z.string(), depth: z.int() })),
  /** YYYY-MM-DD of the last contact */
  lastMet: z.string().nullable(),
})

/** An account as it is handed over. */
export const PackAccount = z.object({
  id: AccountId,
  name: z.string(),
  tier,
  /** tenths of a point */
  score: z.int().nullable(),
  owner: z.string().nullable(),
  group: z.array(z.object({ name: z.string(), function: z.string() })),
  /** fields that hold something, by their contract names; the catalogue names them */
  facts: z.array(z.object({ field: z.string(), value: z.union([z.string(), z.int()]) })),
  people: z.array(PackPerson),
  promises: z.array(
    z.object({
      id: PromiseId,
      side: z.enum(['ours', 'theirs']),
      what: z.string(),
      member: z.string().nullable(),
      person: z.string().nullable(),
      dueOn: z.string().nullable(),
    }),
  ),
  nextSteps: z.array(
    z.object({ entryId: EntryId, what: z.string(), on: z.string().nullable(), by: z.string().nullable() }),
  ),
  /** the last twelve months, newest first */
  history: z.array(
    z.object({
      entryId: EntryId,
      on: z.string(),
      channel: z.enum(CHANNELS),
      by: z.string().nullable(),
      people: z.string(),
      /** null where a masked fact was lifted from it */
      text: z.string().nullable(),
    }),
  ),
  decision: z.object({ decision: z.string(), reason: z.string(), on: z.string() }).nullable(),
})
export type PackAccount = z.infer<typeof PackAccount>

/** Something open at an account. */
const OpenItem = z.object({
  /** of the promise, or of the entry that holds the next step */
  id: z.uuid(),
  what: z.string(),
  accountId: AccountId.nullable(),
  account: z.string().nullable(),
  on: z.string().nullable(),
})

/** What the department would lose with a colleague, or an account with one of its people. */
export const Leaving = z.object({
  name: z.string(),
  /** accounts owned (a colleague), or worked at (one of theirs) */
  accounts: z.array(z.object({ id: AccountId, name: z.string(), tier })),
  /** contacts that the leaver has, strongest first, with who else has the same one */
  contacts: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      remark: z.string(),
      depth: z.int(),
      others: z.array(z.object({ id: z.uuid(), name: z.string(), depth: z.int() })),
    }),
  ),
  /** contacts that nobody else has */
  lost: z.int(),
  openPromises: z.int(),
  openNextSteps: z.int(),
  /** the first of them by day, at most fifty each */
  promises: z.array(OpenItem),
  nextSteps: z.array(OpenItem),
  /** the colleague, or the person of theirs, who would be the best to fill the gap; null where nobody is */
  successor: z.object({ id: z.uuid(), name: z.string(), shared: z.int() }).nullable(),
})
export type Leaving = z.infer<typeof Leaving>

/** What an account would lose with each of the people who matter most, and with its owner, in short. */
const LeavingHere = z.object({
  /** most influential first, those only whom one of ours knows */
  people: z.array(
    z.object({
      id: PersonId,
      name: z.string(),
      /** lines to colleagues that would break, and how many of them are of the two deepest kinds */
      lines: z.int(),
      strong: z.int(),
    }),
  ),
  owner: z
    .object({
      id: MemberId,
      name: z.string(),
      /** people here whom the owner knows, and how many of them nobody else of ours knows */
      contacts: z.int(),
      lost: z.int(),
      /** the colleague to bring in first: knows the most people here, else sits in the working group */
      successor: z.string().nullable(),
    })
    .nullable(),
})

const notFound = { HANDOVER_NOT_FOUND: { status: 404 } } as const
const paper = { language: z.enum(['zh', 'en']), format: z.enum(PAPER_FORMATS) }

/** Handing accounts from one manager to another (B4.2), and what would be lost with somebody (B3.1). */
export const handover = {
  /** Hand-overs, those not moved yet first, then newest first. */
  list: oc.output(z.array(HandoverLine)),
  /** One with its checklist: who ticked and signed what, when. */
  get: oc
    .input(z.object({ handoverId: HandoverId }))
    .output(
      HandoverLine.extend({
        ticks: z.array(
          z.object({ check: z.enum(CHECKS), giver: z.string().nullable(), taker: z.string().nullable() }),
        ),
        signed: z.object({ giver: z.string().nullable(), taker: z.string().nullable() }),
        /** as whom the laptop knew its user when each side was signed; null where it isn't, or nobody was named */
        signedBy: z.object({ giver: z.string().nullable(), taker: z.string().nullable() }),
      }),
    )
    .errors(notFound),
  /** Accounts that a colleague owns and could hand over, by pinyin. */
  ownedBy: oc.input(z.object({ memberId: MemberId })).output(
    z.array(
      z.object({
        id: AccountId,
        name: z.string(),
        pinyin: z.string(),
        tier,
        /** open promises of both sides */
        openPromises: z.int(),
      }),
    ),
  ),
  /** Begins to hand accounts over. HANDOVER_TO_SELF where both are the same; NOT_OWNER names an account that isn't theirs. */
  make: oc
    .input(
      CommandInput.extend({
        fromId: MemberId,
        toId: MemberId,
        accountIds: z.array(AccountId).min(1).max(5_000),
        dueOn: Day.nullable(),
        note: z.string().max(4_000),
      }),
    )
    .output(Written.extend({ handoverId: HandoverId }))
    .errors({
      ...writeErrors,
      MEMBER_NOT_FOUND: { status: 404 },
      ACCOUNT_NOT_FOUND: { status: 404 },
      HANDOVER_TO_SELF: { status: 422 },
      NOT_OWNER: { status: 422, data: z.object({ name: z.string() }) },
    }),
  /** Ticks a line of the checklist for one side, or takes the tick back. */
  tick: oc
    .input(
      CommandInput.extend({
        handoverId: HandoverId,
        check: z.enum(CHECKS),
        side: z.enum(SIDES),
        done: z.boolean(),
      }),
    )
    .output(Written)
    .errors({ ...writeErrors, ...notFound, HANDOVER_MOVED: { status: 409 } }),
  /**
   * Signs for one side once its list is ticked. With the second signature the accounts move: owner, open promises,
   * next steps and actions go to the taker with their days; the giver's contacts become contacts that are wanted.
   */
  sign: oc
    .input(CommandInput.extend({ handoverId: HandoverId, side: z.enum(SIDES) }))
    .output(Written.extend({ moved: z.boolean() }))
    .errors({ ...writeErrors, ...notFound, HANDOVER_MOVED: { status: 409 }, CHECKS_OPEN: { status: 409 } }),
  /** Gives up a hand-over that hasn't moved. */
  remove: oc
    .input(CommandInput.extend({ handoverId: HandoverId }))
    .output(Written)
    .errors({ ...writeErrors, ...notFound, HANDOVER_MOVED: { status: 409 } }),
  /** What the taker has to know, account by account. */
  pack: oc
    .input(z.object({ handoverId: HandoverId }))
    .output(z.object({ accounts: z.array(PackAccount) }))
    .errors(notFound),
  /** The same as a document with the checklist to sign: Word or PDF. */
  document: oc
    .input(z.object({ handoverId: HandoverId, ...paper }))
    .output(z.file())
    .errors({ ...notFound, NO_PRINTER: { status: 501 } }),
  /** What would be lost if this colleague left. */
  ifMemberLeaves: oc
    .input(z.object({ memberId: MemberId }))
    .output(Leaving)
    .errors({ MEMBER_NOT_FOUND: { status: 404 } }),
  /** What would be lost if this person left the account: who of ours knows whom else there. */
  ifPersonLeaves: oc
    .input(z.object({ personId: PersonId, accountId: AccountId }))
    .output(Leaving)
    .errors({ PERSON_NOT_FOUND: { status: 404 } }),
  /** The same for one account in short, for its portrait. */
  ifSomebodyLeaves: oc.input(z.object({ accountId: AccountId })).output(LeavingHere),
}
