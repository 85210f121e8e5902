import { oc } from '@orpc/contract'
import { z } from 'zod'
import { TIERS } from '../../evaluation/rules/tiers.ts'
import { AccountId, MemberId, PersonId, RoundId, VisitId } from '../../kernel/ids.ts'
import { CASE_CLOCKS } from '../../recovery/rules/deadlines.ts'
import { CLOCKS } from '../requests/rules/clocks.ts'
import { TASK_KINDS } from '../tasks/rules/words.ts'
import { RISK_LEVELS } from './rules/risks.ts'
import { ITEM_KINDS, LINES, SECTIONS, WHOSE } from './rules/sections.ts'

/** A line of Today. Days are YYYY-MM-DD, instants epoch ms; names are null where nobody is named or who was is gone. */
export const TodayItem = z.object({
  kind: z.enum(ITEM_KINDS),
  /** of the record that it stands for */
  id: z.uuid(),
  /** the record in which that lies: a part's request */
  of: z.uuid().nullable(),
  /** what is to be done; empty where `why` says it */
  what: z.string(),
  /** a care task's reason, as its row keeps it; null for anything else */
  why: z.string().nullable(),
  task: z.enum(TASK_KINDS).nullable(),
  /** the clock that ends first; null where none is promised */
  clock: z.enum(CLOCKS).nullable(),
  /** the same of a case */
  caseClock: z.enum(CASE_CLOCKS).nullable(),
  accountId: AccountId.nullable(),
  account: z.string().nullable(),
  tier: z.enum(TIERS).nullable(),
  person: z.string().nullable(),
  /** whom it waits for, or in lists of the department whose it is, with their role */
  who: z.string().nullable(),
  role: z.string(),
  dueOn: z.string().nullable(),
  dueTime: z.string(),
  dueAt: z.number().nullable(),
  /** working minutes by which a clock is late, where an instant was promised */
  lateMinutes: z.int().nullable(),
  /** since when it waits */
  since: z.number().nullable(),
  done: z.boolean(),
  /** blanks of a ballot, answers that a consultation waits for */
  count: z.int().nullable(),
})
export type TodayItem = z.infer<typeof TodayItem>

/** A list of Today: how many are open and how many were done today, and the first of them. */
export const TodayList = z.object({ open: z.int(), done: z.int(), items: z.array(TodayItem) })
export type TodayList = z.infer<typeof TodayList>

const Birthday = z.object({
  personId: PersonId,
  person: z.string(),
  accountId: AccountId,
  account: z.string(),
  title: z.string(),
  /** the day on which it is kept */
  on: z.string(),
  /** as it is kept, see accounts/people/rules/birthday.ts */
  birthday: z.string(),
  /** the age that they reach; null where the year isn't known */
  age: z.int().nullable(),
})
export type TodayBirthday = z.infer<typeof Birthday>

const RiskReason = z.discriminatedUnion('code', [
  /** tenths of a percent, negative */
  z.object({ code: z.literal('orders'), change: z.int() }),
  z.object({ code: z.literal('incidents'), count: z.int() }),
  z.object({ code: z.literal('overdue'), fen: z.number() }),
  z.object({ code: z.literal('broken'), count: z.int() }),
  z.object({ code: z.literal('silence'), days: z.int() }),
  z.object({ code: z.literal('rival'), name: z.string(), on: z.string() }),
])

const RiskLine = z.object({
  accountId: AccountId,
  account: z.string(),
  tier: z.enum(TIERS).nullable(),
  level: z.enum(RISK_LEVELS),
  reasons: z.array(RiskReason),
})
export type TodayRisk = z.infer<typeof RiskLine>

const BallotLine = z.object({
  roundId: RoundId,
  round: z.string(),
  /** a ballot of one's own, or the sheet that the group shares */
  method: z.enum(['sheet', 'ballots']),
  marked: z.int(),
  cells: z.int(),
  /** accounts with a blank */
  accounts: z.int(),
  /** ISO-8601; null where no end is set */
  deadline: z.string().nullable(),
})
export type TodayBallot = z.infer<typeof BallotLine>

const Rates = z.object({
  /** tenths of a percent */
  rate: z.int().nullable(),
  kept: z.int(),
  broken: z.int(),
  weeks: z.array(z.int().nullable()),
  change: z.int().nullable(),
})

/** The lists of Today, and the ballots among them. */
export const TodayPage = z.object({
  now: z.number(),
  today: z.string(),
  lists: z.object({ late: TodayList, today: TodayList, next7: TodayList, waiting: TodayList }),
  ballots: z.array(BallotLine),
})
export type TodayPage = z.infer<typeof TodayPage>

const VisitLine = z.object({
  visitId: VisitId,
  /** HH:MM; empty where only the day is known */
  time: z.string(),
  name: z.string(),
  tier: z.enum(TIERS).nullable(),
  lead: z.string().nullable(),
  /** the first of theirs, with their title */
  meets: z.string().nullable(),
  place: z.string(),
  /** 0–100 */
  ready: z.int(),
  isFrozen: z.boolean(),
})
export type TodayVisit = z.infer<typeof VisitLine>

/** What is worth knowing beside the lists. */
export const TodayAside = z.object({
  today: z.string(),
  lunar: z.object({ month: z.int(), leap: z.boolean(), day: z.int() }),
  /** executive visits of the day, of the whole department */
  visits: z.array(VisitLine),
  birthdays: z.object({ count: z.int(), rows: z.array(Birthday) }),
  risks: z.object({ count: z.int(), rows: z.array(RiskLine) }),
  /** of our promises that were settled */
  kept: Rates,
})
export type TodayAside = z.infer<typeof TodayAside>

/** The page Today 今日 (A9, C2): what is late, due, waiting, and what is worth knowing this morning. */
export const today = {
  /**
   * The lists, of this laptop's user or of the department; nobody's where the user is unknown. `lines`: how many lines of
   * a list at most, where more are asked for than it opens with.
   */
  open: oc
    .input(
      z.object({
        whose: z.enum(WHOSE),
        lines: z.partialRecord(z.enum(SECTIONS), z.int().min(LINES.first).max(LINES.most)).optional(),
      }),
    )
    .output(TodayPage),
  /** What stands beside them: asked for apart, so that it keeps no list waiting. */
  aside: oc.input(z.object({ whose: z.enum(WHOSE) })).output(TodayAside),
  /** What the rail counts: late lines of this laptop's user (of all where that is unknown), and late requests among them. */
  badges: oc.output(z.object({ late: z.int(), lateRequests: z.int(), me: MemberId.nullable() })),
}
