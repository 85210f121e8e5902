import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Day, dueErrors, ledgerErrors } from '../../channel/ledger/contract.ts'
import { CommandInput, Written } from '../../kernel/contract.ts'
import { ActionId, CaseId, MemberId, RootCauseId, WhyId } from '../../kernel/ids.ts'
import { workErrors } from '../contract.ts'
import { CASE_LIMITS } from '../rules/limits.ts'
import { ACTION_KINDS, CHECK_DAYS, FORCES, LOSS_CAUSES } from '../rules/words.ts'

const Line = z.string().trim().min(1).max(CASE_LIMITS.line)
const Note = z.string().trim().max(CASE_LIMITS.note)

/** A question of the five whys with its answer. */
export const Why = z.object({
  id: WhyId,
  /** the answer that this one asks about; null for the first */
  parentId: WhyId.nullable(),
  question: z.string(),
  answer: z.string(),
  /** whether the answer is a fault of our own: that is asked first (B3) */
  ours: z.boolean(),
  evidence: z.string(),
})
export type Why = z.infer<typeof Why>

/** A cause that the department's cases have in common. */
export const RootCause = z.object({
  id: RootCauseId,
  name: z.string(),
  lossCause: z.enum(LOSS_CAUSES),
  force: z.enum(FORCES),
  /** cases that had it in the twelve months before today */
  cases: z.int(),
})
export type RootCause = z.infer<typeof RootCause>

/** What is done about the cause, with the looks at whether it works. Days YYYY-MM-DD. */
export const Action = z.object({
  id: ActionId,
  kind: z.enum(ACTION_KINDS),
  what: z.string(),
  ownerId: MemberId.nullable(),
  owner: z.string().nullable(),
  dueOn: z.string().nullable(),
  done: z.object({ on: z.string(), by: z.string(), note: z.string() }).nullable(),
  checks: z.array(
    z.object({
      days: z.literal(CHECK_DAYS),
      dueOn: z.string(),
      found: z.object({ on: z.string(), by: z.string(), works: z.boolean(), note: z.string() }).nullable(),
    }),
  ),
})
export type Action = z.infer<typeof Action>

const found = {
  ...workErrors,
  ...ledgerErrors,
  ...dueErrors,
  CASE_NOT_FOUND: { status: 404 },
  /** a look at an action that isn't carried out, or before its day */
  CHECK_TOO_EARLY: { status: 409, data: z.object({ day: z.string() }) },
} as const
const ofCase = CommandInput.extend({ caseId: CaseId })

/** Why it happened, and what is done about it: five whys, root cause, actions and their checks (8D, B3). */
export const causes = {
  /** A case's whys, actions, and the cases that had the same root cause in the year before it. */
  get: oc
    .input(z.object({ caseId: CaseId }))
    .output(
      z.object({
        whys: z.array(Why),
        actions: z.array(Action),
        repeated: z.array(z.object({ id: CaseId, code: z.string(), title: z.string(), account: z.string() })),
      }),
    )
    .errors({ CASE_NOT_FOUND: { status: 404 } }),
  /** The causes that cases can share, by name. */
  roots: oc.output(z.array(RootCause)),
  /** Adds a question, or changes one. */
  saveWhy: oc
    .input(
      ofCase.extend({
        whyId: WhyId.nullable(),
        parentId: WhyId.nullable(),
        question: Line,
        answer: z.string().trim().max(CASE_LIMITS.line),
        ours: z.boolean(),
        evidence: z.string().trim().max(CASE_LIMITS.line),
      }),
    )
    .output(Written.extend({ whyId: WhyId }))
    .errors(found),
  /** Deletes a question with all that hang on it (undoable). */
  removeWhy: oc
    .input(CommandInput.extend({ whyId: WhyId }))
    .output(Written)
    .errors(found),
  /** Names a case's root cause: one that is known, a new one, or none. */
  setRoot: oc
    .input(
      ofCase.extend({
        root: z.union([
          z.object({ id: RootCauseId }),
          z.object({ name: Line, lossCause: z.enum(LOSS_CAUSES), force: z.enum(FORCES) }),
          z.null(),
        ]),
      }),
    )
    .output(Written)
    .errors(found),
  /** Adds an action, or changes one. */
  saveAction: oc
    .input(
      ofCase.extend({
        actionId: ActionId.nullable(),
        kind: z.enum(ACTION_KINDS),
        what: Line,
        ownerId: MemberId.nullable(),
        dueOn: Day.nullable(),
      }),
    )
    .output(Written.extend({ actionId: ActionId }))
    .errors(found),
  /** Notes that an action was carried out, or takes that back. */
  doAction: oc
    .input(CommandInput.extend({ actionId: ActionId, done: z.boolean(), note: Note.default('') }))
    .output(Written)
    .errors(found),
  /** Writes what the look at an action found so many days after it; null takes that back. */
  checkAction: oc
    .input(
      CommandInput.extend({
        actionId: ActionId,
        days: z.literal(CHECK_DAYS),
        works: z.boolean().nullable(),
        note: Note.default(''),
      }),
    )
    .output(Written)
    .errors(found),
  /** Deletes an action (undoable). */
  removeAction: oc
    .input(CommandInput.extend({ actionId: ActionId }))
    .output(Written)
    .errors(found),
}
