import { oc } from '@orpc/contract'
import { z } from 'zod'
import { PROMISE_SIDES, PROMISE_STATES } from '../../accounts/promises/rules/states.ts'
import { ledgerErrors } from '../../channel/ledger/contract.ts'
import { CommandInput, Written } from '../../kernel/contract.ts'
import {
  AccountId,
  CompetitorId,
  EntryId,
  MemberId,
  PersonId,
  PromiseId,
  TopicId,
  VisitId,
  VisitNoteId,
} from '../../kernel/ids.ts'
import { VISIT_LIMITS } from '../rules/limits.ts'
import { NOTE_KINDS } from '../rules/words.ts'

/** A note of the day. */
export const VisitNote = z.object({
  id: VisitNoteId,
  topicId: TopicId.nullable(),
  kind: z.enum(NOTE_KINDS),
  text: z.string(),
  /** never in the minutes for the customer */
  ours: z.boolean(),
  competitorId: CompetitorId.nullable(),
  competitor: z.string().nullable(),
  personId: PersonId.nullable(),
  person: z.string().nullable(),
  /** the entry of the work log in which it landed; null for a mere note */
  entryId: EntryId.nullable(),
  by: z.string().nullable(),
  /** epoch ms */
  at: z.number(),
})
export type VisitNote = z.infer<typeof VisitNote>

/** A promise of either side that was made at a visit. */
export const Commitment = z.object({
  id: PromiseId,
  side: z.enum(PROMISE_SIDES),
  what: z.string(),
  accountId: AccountId,
  memberId: MemberId.nullable(),
  member: z.string().nullable(),
  personId: PersonId.nullable(),
  person: z.string().nullable(),
  dueOn: z.string().nullable(),
  state: z.enum(PROMISE_STATES),
  late: z.boolean(),
  /** it holds the closing of the visit up */
  blocks: z.boolean(),
})
export type Commitment = z.infer<typeof Commitment>

/** The parts of a visit's effect, each in points of those that it counts: 40, 30, 20 and 10 make 100. */
export const VisitEffect = z.object({
  /** 0–100; null before it is known how far the objective was reached */
  points: z.int().nullable(),
  objective: z.int().nullable(),
  /** null where nothing was promised that is due by now */
  commitments: z.int().nullable(),
  attitude: z.int().nullable(),
  next: z.int(),
})
export type VisitEffect = z.infer<typeof VisitEffect>

const found = {
  ...ledgerErrors,
  VISIT_NOT_FOUND: { status: 404 },
  /** it is closed: reopening it says why */
  VISIT_CLOSED: { status: 409, data: z.object({ name: z.string() }) },
} as const
const noteErrors = {
  ...found,
  /** what somebody's competitor does needs the competitor's name, and an account at which it does it */
  NOTE_NEEDS_COMPETITOR: { status: 422 },
  NOTE_NEEDS_ACCOUNT: { status: 422 },
} as const

/** Notes of the day and minutes 纪要 of an executive visit: what was said, promised, and what came of it. */
export const minutes = {
  /** Notes in the order in which they were made, promises by their day, and the effect so far. */
  get: oc
    .input(z.object({ visitId: VisitId }))
    .output(z.object({ notes: z.array(VisitNote), commitments: z.array(Commitment), effect: VisitEffect }))
    .errors({ VISIT_NOT_FOUND: { status: 404 } }),
  /**
   * Notes something. Market information (any kind but `note`) lands in the work log of the account, what a competitor
   * does also among its moves, both with the visit as their source.
   */
  addNote: oc
    .input(
      CommandInput.extend({
        visitId: VisitId,
        topicId: TopicId.nullable(),
        kind: z.enum(NOTE_KINDS),
        text: z.string().trim().min(1).max(VISIT_LIMITS.note),
        ours: z.boolean().default(false),
        /** whose information it is; the visit's first account when absent */
        accountId: AccountId.optional(),
        competitorId: CompetitorId.nullable().default(null),
        personId: PersonId.nullable().default(null),
      }),
    )
    .output(Written.extend({ noteId: VisitNoteId }))
    .errors(noteErrors),
  /** Changes a mere note: what landed in the archive is corrected there. */
  changeNote: oc
    .input(
      CommandInput.extend({
        noteId: VisitNoteId,
        text: z.string().trim().min(1).max(VISIT_LIMITS.note),
        ours: z.boolean(),
      }),
    )
    .output(Written)
    .errors(noteErrors),
  /** Deletes a note; what landed in the archive stays there. */
  removeNote: oc
    .input(CommandInput.extend({ noteId: VisitNoteId }))
    .output(Written)
    .errors(noteErrors),
  /** The minutes as a paper: ours with private notes, or the customer's without them. */
  paper: oc
    .input(
      z.object({
        visitId: VisitId,
        audience: z.enum(['executive', 'customer']),
        format: z.enum(['pdf', 'docx']),
        language: z.enum(['zh', 'en']),
      }),
    )
    .output(z.file())
    .errors({ VISIT_NOT_FOUND: { status: 404 }, NO_PRINTER: { status: 501 } }),
}
