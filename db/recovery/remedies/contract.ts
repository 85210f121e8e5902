import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Day, dueErrors, ledgerErrors } from '../../channel/ledger/contract.ts'
import { CommandInput, Written } from '../../kernel/contract.ts'
import { CaseId, MemberId, OfferId, RemedyId } from '../../kernel/ids.ts'
import { workErrors } from '../contract.ts'
import { CASE_LIMITS } from '../rules/limits.ts'
import { REMEDY_KINDS } from '../rules/words.ts'

const Line = z.string().trim().min(1).max(CASE_LIMITS.line)
const Note = z.string().trim().max(CASE_LIMITS.note)
/** fen; what is paid is never less than nothing */
const Amount = z.int().min(0).max(CASE_LIMITS.amount)

/** How a remedy ended: delivered, or given up; YYYY-MM-DD. */
export const RemedyEnd = z.object({ on: z.string(), by: z.string(), note: z.string(), dropped: z.boolean() })

/** What is done for the customer. Names are null where nobody is named or who was is gone. */
export const Remedy = z.object({
  id: RemedyId,
  kind: z.enum(REMEDY_KINDS),
  what: z.string(),
  ownerId: MemberId.nullable(),
  owner: z.string().nullable(),
  /** YYYY-MM-DD */
  dueOn: z.string().nullable(),
  /** fen */
  amount: z.int(),
  end: RemedyEnd.nullable(),
})
export type Remedy = z.infer<typeof Remedy>

/** What of a remedy is written. */
export const RemedyFields = z.object({
  kind: z.enum(REMEDY_KINDS),
  what: Line,
  ownerId: MemberId.nullable(),
  dueOn: Day.nullable(),
  amount: Amount,
})
export type RemedyFields = z.infer<typeof RemedyFields>

/** Something more than satisfying that the department offers. */
export const Offer = z.object({
  id: OfferId,
  name: z.string(),
  kind: z.enum(REMEDY_KINDS),
  cost: z.int(),
  note: z.string(),
})
export type Offer = z.infer<typeof Offer>

/** Up to how much a role may approve for one case; fen. */
export const Limit = z.object({ role: z.string(), amount: z.int() })

const found = {
  ...ledgerErrors,
  ...dueErrors,
  CASE_NOT_FOUND: { status: 404 },
  /** compensation was approved up to an amount that this would go beyond; fen */
  ABOVE_APPROVED: { status: 409, data: z.object({ approved: z.int(), wanted: z.int() }) },
  ...workErrors,
  /** what costs something is delivered once it was approved */
  REMEDY_UNAPPROVED: { status: 409 },
  /** more of them than a case may have */
  REMEDIES_TOO_MANY: { status: 422, data: z.object({ most: z.int() }) },
} as const

/** What is done to make a case right (B5): remedies, extras, compensation with its limits. */
export const remedies = {
  /** A case's remedies in their order. */
  list: oc
    .input(z.object({ caseId: CaseId }))
    .output(
      z.object({
        remedies: z.array(Remedy),
        /** what was approved, fen, and by whom; null before */
        approval: z.object({ amount: z.int(), by: z.string(), on: z.string() }).nullable(),
        /** up to how much whoever sits here may approve; null as long as no limits are set */
        limit: z.int().nullable(),
      }),
    )
    .errors({ CASE_NOT_FOUND: { status: 404 } }),
  /** Adds a remedy at the end, or changes one. */
  save: oc
    .input(CommandInput.extend({ caseId: CaseId, remedyId: RemedyId.nullable(), remedy: RemedyFields }))
    .output(Written.extend({ remedyId: RemedyId }))
    .errors(found),
  /** Notes that a remedy was delivered or given up; null takes that back. */
  end: oc
    .input(
      CommandInput.extend({
        remedyId: RemedyId,
        as: z.enum(['delivered', 'dropped']).nullable(),
        note: Note.default(''),
      }),
    )
    .output(Written)
    .errors(found),
  /** Deletes a remedy (undoable). */
  remove: oc
    .input(CommandInput.extend({ remedyId: RemedyId }))
    .output(Written)
    .errors(found),
  /** What the department offers beyond what is owed, by name. */
  offers: oc.output(z.array(Offer)),
  /** Adds an offer, or changes one. */
  saveOffer: oc
    .input(
      CommandInput.extend({
        offerId: OfferId.nullable(),
        offer: z.object({ name: Line, kind: z.enum(REMEDY_KINDS), cost: Amount, note: Note }),
      }),
    )
    .output(Written.extend({ offerId: OfferId }))
    .errors(ledgerErrors),
  /** Deletes an offer (undoable). */
  removeOffer: oc
    .input(CommandInput.extend({ offerId: OfferId }))
    .output(Written)
    .errors(ledgerErrors),
  /** The limits by role, the highest first. */
  limits: oc.output(z.array(Limit)),
  /** Sets a role's limit; null takes it away: the role approves nothing as long as another one has a limit. */
  setLimit: oc
    .input(
      CommandInput.extend({
        role: z.string().trim().min(1).max(CASE_LIMITS.line),
        amount: Amount.nullable(),
      }),
    )
    .output(Written)
    .errors(ledgerErrors),
}
