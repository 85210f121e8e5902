import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CellEdits, Day, dueErrors, ledgerErrors, StandingOrNone } from '../../channel/ledger/contract.ts'
import { CommandInput, Written } from '../../kernel/contract.ts'
import { AccountId, CaseId, MemberId, PersonId, WinBackId, WinBackStepId } from '../../kernel/ids.ts'
import { CASE_LIMITS } from '../rules/limits.ts'
import { FORCES, LOSS_CAUSES } from '../rules/words.ts'
import { WIN_BACK_STATES } from './rules/course.ts'
import { DEFECTIONS, GUIDE, OUTCOME_MONTHS, WIN_BACK_DECISIONS, WIN_BACK_OUTCOMES } from './rules/words.ts'

const Line = z.string().trim().min(1).max(CASE_LIMITS.line)
const Text = z.string().trim().max(CASE_LIMITS.text)
/** fen */
const Amount = z.int().min(0).max(CASE_LIMITS.amount)
const Percent = z.int().min(0).max(100)

/** What they said when they were asked why they left; `why` is the cause in our words. */
export const Interview = z.object({
  defection: z.enum(DEFECTIONS),
  lossCause: z.enum(LOSS_CAUSES),
  force: z.enum(FORCES),
  why: Text,
  personId: PersonId.nullable(),
  on: Day,
  answers: z.partialRecord(z.enum(GUIDE), Text),
})
export type Interview = z.infer<typeof Interview>

/** What it would be worth — see rules/secondLife.ts for what the figures mean. */
export const WorthFigures = z.object({
  yearly: Amount,
  share: Percent,
  years: z.int().min(1).max(CASE_LIMITS.years),
  chance: Percent,
  cost: Amount,
})
export type WorthFigures = z.infer<typeof WorthFigures>

/** What was decided, why, and by whom. */
export const Decision = z.object({
  decision: z.enum(WIN_BACK_DECISIONS),
  reason: z.string().trim().min(1).max(CASE_LIMITS.text),
  memberId: MemberId,
  on: Day,
})
export type Decision = z.infer<typeof Decision>

/** What was found when it was looked at again. */
const Outcome = z.object({
  outcome: z.enum(WIN_BACK_OUTCOMES),
  note: z.string(),
  on: z.string(),
  by: z.string(),
})

/** A dated step. Names are null where nobody is named or who was is gone. */
export const WinBackStep = z.object({
  id: WinBackStepId,
  what: z.string(),
  ownerId: MemberId.nullable(),
  owner: z.string().nullable(),
  /** YYYY-MM-DD */
  dueOn: z.string(),
  done: z.object({ on: z.string(), by: z.string(), note: z.string() }).nullable(),
})
export type WinBackStep = z.infer<typeof WinBackStep>

/** A lost account in the list. */
export const WinBackLine = z.object({
  id: WinBackId,
  code: z.string(),
  accountId: AccountId,
  account: z.string(),
  tier: StandingOrNone,
  /** YYYY-MM-DD */
  lostOn: z.string(),
  ownerId: MemberId.nullable(),
  owner: z.string().nullable(),
  state: z.enum(WIN_BACK_STATES),
  defection: z.enum(DEFECTIONS).nullable(),
  lossCause: z.enum(LOSS_CAUSES).nullable(),
  force: z.enum(FORCES).nullable(),
  /** fen; null before it was weighed */
  net: z.int().nullable(),
  /** YYYY-MM-DD of the first step or look that is open */
  dueOn: z.string().nullable(),
})
export type WinBackLine = z.infer<typeof WinBackLine>

/** A lost account with all that is known of it. */
export const WinBackSheet = WinBackLine.extend({
  case: z.object({ id: CaseId, code: z.string(), title: z.string() }).nullable(),
  interview: Interview.nullable(),
  /** who of theirs was asked */
  asked: z.string().nullable(),
  worth: WorthFigures.nullable(),
  decision: Decision.nullable(),
  decidedBy: z.string().nullable(),
  steps: z.array(WinBackStep),
  outcomes: z.array(
    z.object({ months: z.literal(OUTCOME_MONTHS), dueOn: z.string(), found: Outcome.nullable() }),
  ),
})
export type WinBackSheet = z.infer<typeof WinBackSheet>

/** What is changed field by field. */
export const WinBackFields = z.object({
  lostOn: Day,
  ownerId: MemberId.nullable(),
  caseId: CaseId.nullable(),
})

const found = {
  ...ledgerErrors,
  ...dueErrors,
  CASE_NOT_FOUND: { status: 404 },
  /** the account is being won back already; data is the code under which */
  WIN_BACK_THERE: { status: 409, data: z.object({ code: z.string() }) },
  /** it has to be said first what it would be worth */
  WORTH_MISSING: { status: 409 },
  /** steps and looks need a decision to try, or to part with courtesy */
  NOT_DECIDED: { status: 409 },
  /** it is looked at again on that day */
  LOOK_TOO_EARLY: { status: 409, data: z.object({ day: z.string() }) },
  STEPS_TOO_MANY: { status: 422, data: z.object({ most: z.int() }) },
} as const
const ofOne = CommandInput.extend({ winBackId: WinBackId })
const StepFields = z.object({ what: Line, ownerId: MemberId.nullable(), dueOn: Day })

/** Lost accounts 流失客户: asked why, weighed, decided about, won back 赢回 or let go (B3, B5, A9). */
export const winBacks = {
  /** Lost accounts, open ones by what is due next, then ended ones by the day on which they were lost. */
  list: oc
    .input(z.object({ accountId: AccountId.optional(), caseId: CaseId.optional() }))
    .output(z.object({ today: z.string(), rows: z.array(WinBackLine) })),
  /** One lost account with all that is known of it. */
  get: oc
    .input(z.object({ winBackId: WinBackId }))
    .output(z.object({ today: z.string(), winBack: WinBackSheet }))
    .errors({ ROW_NOT_FOUND: { status: 404 } }),
  /** Says that an account is lost; its lifecycle says so too. */
  start: oc
    .input(
      CommandInput.extend({
        accountId: AccountId,
        lostOn: Day,
        caseId: CaseId.nullable().default(null),
        /** the account's owner when absent */
        ownerId: MemberId.nullable().optional(),
      }),
    )
    .output(Written.extend({ winBackId: WinBackId, code: z.string() }))
    .errors(found),
  /** Changes fields, all or none. */
  change: oc.input(CellEdits(WinBackId, WinBackFields.keyof())).output(Written).errors(found),
  /** Writes what they said; `before` guards against overwriting another window's edit. */
  writeInterview: oc
    .input(ofOne.extend({ before: Interview.nullable(), after: Interview.nullable() }))
    .output(Written)
    .errors(found),
  /** Writes what it would be worth; the same guard. */
  writeWorth: oc
    .input(ofOne.extend({ before: WorthFigures.nullable(), after: WorthFigures.nullable() }))
    .output(Written)
    .errors(found),
  /** Decides to try, to leave it or to part with courtesy; null takes that back. The account's lifecycle follows. */
  decide: oc
    .input(ofOne.extend({ before: Decision.nullable(), after: Decision.nullable() }))
    .output(Written)
    .errors(found),
  /** Adds steps, all or none. */
  addSteps: oc
    .input(ofOne.extend({ steps: z.array(StepFields).min(1).max(CASE_LIMITS.steps) }))
    .output(Written)
    .errors(found),
  /** Changes a step. */
  changeStep: oc
    .input(CommandInput.extend({ stepId: WinBackStepId, step: StepFields }))
    .output(Written)
    .errors(found),
  /** Notes that a step was done, or takes that back. */
  doStep: oc
    .input(
      CommandInput.extend({
        stepId: WinBackStepId,
        done: z.boolean(),
        note: z.string().trim().max(CASE_LIMITS.note).default(''),
      }),
    )
    .output(Written)
    .errors(found),
  /** Deletes a step (undoable). */
  removeStep: oc
    .input(CommandInput.extend({ stepId: WinBackStepId }))
    .output(Written)
    .errors(found),
  /** Writes what was found when it was looked at again; null takes that back. The account's lifecycle follows. */
  writeOutcome: oc
    .input(
      ofOne.extend({
        months: z.literal(OUTCOME_MONTHS),
        outcome: z.enum(WIN_BACK_OUTCOMES).nullable(),
        note: z.string().trim().max(CASE_LIMITS.note).default(''),
      }),
    )
    .output(Written)
    .errors(found),
  /** Deletes it (undoable); the account's lifecycle stays. */
  remove: oc
    .input(CommandInput.extend({ winBackIds: z.array(WinBackId).min(1).max(500) }))
    .output(Written)
    .errors(found),
}
