import { oc } from '@orpc/contract'
import { z } from 'zod'
import { ATTITUDES, DECISION_ROLES } from '../../accounts/people/rules/fields.ts'
import { PROMISE_SIDES, PROMISE_STATES } from '../../accounts/promises/rules/states.ts'
import { FIGURE_UNITS } from '../../accounts/rules/figures.ts'
import { ledgerErrors } from '../../channel/ledger/contract.ts'
import { TIERS } from '../../evaluation/rules/tiers.ts'
import { PAPER_FORMATS } from '../../exchange/rules/paperFormat.ts'
import { CommandInput, Written } from '../../kernel/contract.ts'
import { AccountId, BriefId, GiftId, MemberId, PersonId, TopicId, VisitId } from '../../kernel/ids.ts'
import { VISIT_LIMITS } from '../rules/limits.ts'
import { VISIT_EVENTS, VISIT_STATES } from '../rules/states.ts'
import { DIRECTIONS, MEMBER_PARTS, REACHES, VISIT_KINDS } from '../rules/words.ts'
import { AUDIENCES, BRIEF_FIGURES, PAGES, PAPERS, SEALS, SECRETS, SECTIONS } from './rules/words.ts'

/** Every row has a key of its own in its section, and says whether only named readers may see it. */
const row = { key: z.string(), private: z.boolean() }
const ofAccount = { ...row, accountId: z.string() }
/** fen; null where nobody wrote it */
const amount = z.int().nullable()
const text = z.string()

/** One thing of the first page: what the visit is for, what to say and what not to say. */
const SayRow = z.object({
  ...row,
  kind: z.literal('say'),
  what: z.enum(['objective', 'wished', 'ask', 'give', 'saying', 'unsaid']),
  text,
})

/** One of theirs as everybody of ours may know them; an empty name for one who is gone. */
const PersonRow = z.object({
  ...row,
  kind: z.literal('person'),
  personId: PersonId,
  accountId: z.string().nullable(),
  name: text,
  title: text,
  attitude: z.enum(ATTITUDES).nullable(),
  decisionRole: z.enum(DECISION_ROLES).nullable(),
  influence: z.int().nullable(),
  phone: text,
  /** as it is kept: see accounts/people/rules/birthday.ts; null where not known */
  birthday: z.string().nullable(),
  nativePlace: text,
  greeting: text,
  rhythm: text,
  interests: text,
  preconditions: text,
  brandsView: text,
  /** names of ours who know them, best first */
  knownBy: z.array(text),
  /** YYYY-MM-DD */
  lastMet: z.string().nullable(),
  /** open promises of ours to them */
  promised: z.int(),
  /** erased or deleted since */
  gone: z.boolean(),
})

/** A masked fact of one of theirs. `masked` where it is told only on asking: its text is empty then. */
const SecretRow = z.object({
  ...row,
  kind: z.literal('secret'),
  personId: PersonId,
  name: text,
  what: z.enum(SECRETS),
  text,
  masked: z.boolean(),
})

/** Something open between us and an account. */
const IssueRow = z.object({
  ...ofAccount,
  kind: z.literal('issue'),
  /** of ours: a promise, a request or an incident; `owed` is what they promised us */
  issue: z.enum(['promise', 'request', 'incident', 'owed']),
  what: text,
  /** names: who of ours sees to it, and to whom of theirs it was promised; '' where nobody is named */
  by: text,
  person: text,
  /** YYYY-MM-DD; null where no day is known */
  dueOn: z.string().nullable(),
})

/** How our promises of the last twelve months were kept. */
const KeptRow = z.object({ ...ofAccount, kind: z.literal('kept'), kept: z.int(), broken: z.int() })

/** A figure of an account, in stored units: fen for money, thousandths otherwise. */
const FigureRow = z.object({
  ...ofAccount,
  kind: z.literal('figure'),
  figure: z.enum(BRIEF_FIGURES),
  name: text,
  unit: z.enum(FIGURE_UNITS),
  value: amount,
})

/** What an account bought from us in a year. */
const BoughtRow = z.object({ ...ofAccount, kind: z.literal('bought'), year: z.int(), amount: z.int() })

/** Where an account stands by the newest round; scores in tenths of a point. */
const StandingRow = z.object({
  ...ofAccount,
  kind: z.literal('standing'),
  tier: z.enum(TIERS).nullable(),
  score: z.int().nullable(),
  change: z.int().nullable(),
  rank: z.int().nullable(),
  ranked: z.int().nullable(),
  trend: z.array(z.object({ round: text, score: z.int() })),
})

/** What moved a score since the round before, in tenths of a point; `line` is the indicator, '' for the sheet itself. */
const MovedRow = z.object({
  ...ofAccount,
  kind: z.literal('moved'),
  part: z.enum(['sheet', 'weights', 'figures', 'marks', 'evaluators', 'meeting', 'rest']),
  line: text,
  by: z.int(),
})

const RivalRow = z.object({
  ...ofAccount,
  kind: z.literal('rival'),
  competitor: text,
  strengths: text,
  weaknesses: text,
})
/** What a competitor did there, on a day. */
const MoveRow = z.object({ ...ofAccount, kind: z.literal('move'), competitor: text, on: text, text })

/** What an account buys of a product group in a year, from us and elsewhere. */
const ProductRow = z.object({
  ...ofAccount,
  kind: z.literal('product'),
  product: text,
  year: z.int(),
  ours: amount,
  elsewhere: amount,
})

/** The visit before this one with an account. */
const PastRow = z.object({
  ...ofAccount,
  kind: z.literal('past'),
  visitId: VisitId,
  day: text,
  visitKind: z.enum(VISIT_KINDS),
  lead: text,
  objective: text,
  reach: z.enum(REACHES).nullable(),
  note: text,
})
/** What was promised there, and what became of it. */
const PromisedRow = z.object({
  ...ofAccount,
  kind: z.literal('promised'),
  side: z.enum(PROMISE_SIDES),
  what: text,
  by: text,
  dueOn: z.string().nullable(),
  state: z.enum(PROMISE_STATES),
})

const CareRow = z.object({ ...row, kind: z.literal('care'), text })

const TopicRow = z.object({
  ...row,
  kind: z.literal('topic'),
  topicId: TopicId,
  topic: text,
  speaker: text,
  minutes: z.int(),
})
/** What we don't go below at a topic, and what we can give. */
const LineRow = z.object({
  ...row,
  kind: z.literal('line'),
  topicId: TopicId,
  topic: text,
  bottomLine: text,
  concession: text,
})

const PlaceRow = z.object({
  ...row,
  kind: z.literal('place'),
  day: text,
  time: text,
  minutes: z.int(),
  city: text,
  place: text,
  travel: text,
  interpreter: text,
})
const OursRow = z.object({
  ...row,
  kind: z.literal('ours'),
  memberId: MemberId,
  name: text,
  role: text,
  part: z.enum(MEMBER_PARTS),
})
const ContactRow = z.object({ ...ofAccount, kind: z.literal('contact'), phone: text, address: text })
/** A gift that is taken along; `approvedBy` is '' where nobody approved it. */
const GiftRow = z.object({
  ...row,
  kind: z.literal('gift'),
  giftId: GiftId,
  what: text,
  amount: z.int(),
  person: text,
  approvedBy: text,
})

/** Rows of each section. */
const sections = {
  summary: z.array(SayRow),
  people: z.array(z.discriminatedUnion('kind', [PersonRow, SecretRow])),
  issues: z.array(z.discriminatedUnion('kind', [IssueRow, KeptRow])),
  figures: z.array(z.discriminatedUnion('kind', [FigureRow, BoughtRow])),
  standing: z.array(z.discriminatedUnion('kind', [StandingRow, MovedRow])),
  rivals: z.array(z.discriminatedUnion('kind', [RivalRow, MoveRow])),
  whiteSpace: z.array(ProductRow),
  lastVisit: z.array(z.discriminatedUnion('kind', [PastRow, PromisedRow])),
  sensitivities: z.array(CareRow),
  agenda: z.array(z.discriminatedUnion('kind', [TopicRow, LineRow])),
  journey: z.array(z.discriminatedUnion('kind', [PlaceRow, OursRow, ContactRow, GiftRow])),
}

/** A brief as facts that no language is needed for: what is frozen, compared, and told in words when it is read. */
export const BriefContent = z.object({
  visit: z.object({
    id: VisitId,
    code: text,
    title: text,
    kind: z.enum(VISIT_KINDS),
    direction: z.enum(DIRECTIONS),
    lead: text,
  }),
  /** in their order; rows name them by id */
  accounts: z.array(z.object({ id: AccountId, name: text, tier: z.enum(TIERS).nullable() })),
  sections: z.object(sections),
  /**
   * Lawful erasures after it was frozen, oldest first: when, and the hash of what was left, so that anything else done
   * to it still shows.
   */
  erasures: z.array(z.object({ at: text, sha256: text })),
})
export type BriefContent = z.infer<typeof BriefContent>
/** A row of any section. */
export type BriefRow = {
  [Name in keyof BriefContent['sections']]: BriefContent['sections'][Name][number]
}[keyof BriefContent['sections']]

const BriefRowShape = z.union([
  ...([SayRow, PersonRow, SecretRow, IssueRow, KeptRow, FigureRow, BoughtRow, StandingRow] as const),
  ...([MovedRow, RivalRow, MoveRow, ProductRow, PastRow, PromisedRow, CareRow, TopicRow] as const),
  ...([LineRow, PlaceRow, OursRow, ContactRow, GiftRow] as const),
])

/** Sections in their order, and who may read private facts; who leads always may. */
export const Arrangement = z.object({
  sections: z.array(z.enum(SECTIONS)).max(SECTIONS.length),
  readers: z.array(MemberId).max(VISIT_LIMITS.members),
})
export type Arrangement = z.infer<typeof Arrangement>

/** A row that isn't what it was when the brief was frozen: added, removed (`after` is null) or changed. */
export const BriefChange = z.object({
  section: z.enum(SECTIONS),
  key: z.string(),
  before: BriefRowShape.nullable(),
  after: BriefRowShape.nullable(),
  /** who changed it and when (epoch ms), where history tells it; null elsewhere */
  by: z.string().nullable(),
  at: z.number().nullable(),
})
export type BriefChange = z.infer<typeof BriefChange>

/** A frozen version. */
export const BriefVersion = z.object({
  id: BriefId,
  /** 1 and up */
  version: z.int(),
  /** epoch ms */
  frozenAt: z.number(),
  by: z.string(),
  /** SHA-256 of what was frozen, hex */
  sha256: z.string(),
  /** 0–100 when it was frozen */
  readiness: z.int(),
  /** why it was frozen below the line; '' where it wasn't */
  reason: z.string(),
})
export type BriefVersion = z.infer<typeof BriefVersion>

/** A brief as this laptop's user may see it. */
export const BriefSheet = z.object({
  /** YYYY-MM-DD on which the content stands: today, or the day of freezing */
  asOf: z.string(),
  state: z.enum(VISIT_STATES),
  account: z.string(),
  content: BriefContent,
  /** private facts that were left out, for this laptop's user is no named reader */
  hidden: z.int(),
  /** private facts that there are */
  privateFacts: z.int(),
  /** which version it is; null for what is known now */
  version: z.int().nullable(),
  /** whether a frozen one is still what was frozen; null for what is known now */
  seal: z.enum(SEALS).nullable(),
  /** all frozen ones, newest first */
  versions: z.array(BriefVersion),
  arrangement: Arrangement,
  /** the same as it is stored, for the guard of `arrange`; null where nobody arranged anything */
  stored: Arrangement.nullable(),
  /** ours at the visit who may be made readers of private facts; `named` where they are */
  ours: z.array(z.object({ memberId: MemberId, name: z.string(), leads: z.boolean(), named: z.boolean() })),
  /** whether this laptop's user is a named reader */
  isReader: z.boolean(),
  /** what left the workstation, newest first; `version` is null where nothing frozen did */
  exports: z.array(
    z.object({
      id: z.string(),
      version: z.int().nullable(),
      audience: z.enum(AUDIENCES),
      reader: z.string(),
      format: z.string(),
      by: z.string(),
      at: z.number(),
    }),
  ),
})
export type BriefSheet = z.infer<typeof BriefSheet>

const ofVisit = z.object({ visitId: VisitId })
const notFound = { VISIT_NOT_FOUND: { status: 404 } } as const
const noVersion = { BRIEF_NOT_FOUND: { status: 404, data: z.object({ version: z.int() }) } } as const
/** a frozen version, or null for what is known now */
const version = z.int().min(1).nullable()

/** The briefing pack 拜访简报 of a visit (A9): composed from live data, frozen, compared, and handed out on paper. */
export const briefing = {
  /** A brief as this laptop's user may see it: masked facts are left out until `reveal` is asked. */
  get: oc
    .input(ofVisit.extend({ version }))
    .output(BriefSheet)
    .errors({ ...notFound, ...noVersion }),
  /** The same with masked facts. Each look is recorded; who is no named reader is told nothing more. */
  reveal: oc
    .input(CommandInput.extend({ visitId: VisitId, version }))
    .output(BriefSheet)
    .errors({ ...ledgerErrors, ...notFound, ...noVersion }),
  /** What changed since the newest brief was frozen; a visit without one has no changes. */
  changes: oc
    .input(ofVisit)
    .output(
      z.object({
        version: z.int().nullable(),
        frozenAt: z.number().nullable(),
        by: z.string(),
        changes: z.array(BriefChange),
        /** somebody saw these very changes and kept the version */
        kept: z.boolean(),
      }),
    )
    .errors(notFound),
  /**
   * Freezes what is known now as the next version. Below the line of readiness, or with an agenda longer than the visit,
   * it needs a reason.
   */
  freeze: oc
    .input(
      CommandInput.extend({
        visitId: VisitId,
        reason: z.string().trim().max(VISIT_LIMITS.reason).default(''),
      }),
    )
    .output(Written.extend({ version: z.int() }))
    .errors({
      ...ledgerErrors,
      ...notFound,
      VISIT_STEP_REFUSED: {
        status: 409,
        data: z.object({ name: z.string(), state: z.enum(VISIT_STATES), event: z.enum(VISIT_EVENTS) }),
      },
      BRIEF_NOT_READY: { status: 422, data: z.object({ points: z.int(), enough: z.int() }) },
      BRIEF_AGENDA_LONG: { status: 422, data: z.object({ over: z.int(), minutes: z.int() }) },
    }),
  /** Says of the newest version that it stays as it is, in spite of what changed since. */
  keep: oc
    .input(CommandInput.extend({ visitId: VisitId, version: z.int().min(1) }))
    .output(Written)
    .errors({ ...ledgerErrors, ...notFound, ...noVersion }),
  /** Chooses sections, their order, and readers; `before` guards against overwriting another window's choice. */
  arrange: oc
    .input(CommandInput.extend({ visitId: VisitId, before: Arrangement.nullable(), after: Arrangement }))
    .output(Written)
    .errors({ ...ledgerErrors, ...notFound }),
  /**
   * A brief, or the page of its changes, as a file for one reader, whose name and the time stand on every page. That it
   * was made is recorded, and each masked fact in it as looked at. `readerId` names one of ours, `reader` anybody else.
   */
  paper: oc
    .input(
      CommandInput.extend({
        visitId: VisitId,
        what: z.enum(PAPERS),
        audience: z.enum(AUDIENCES),
        readerId: MemberId.nullable(),
        reader: z.string().trim().max(VISIT_LIMITS.line).default(''),
        format: z.enum(PAPER_FORMATS),
        page: z.enum(PAGES),
        version,
        language: z.enum(['zh', 'en']),
      }),
    )
    .output(z.file())
    .errors({
      ...ledgerErrors,
      ...notFound,
      ...noVersion,
      BRIEF_WITHOUT_READER: { status: 422 },
      NO_PRINTER: { status: 501 },
    }),
}
