import { oc } from '@orpc/contract'
import { z } from 'zod'
import { FileRef } from '../../accounts/log/contract.ts'
import { CommandInput, Written } from '../../kernel/contract.ts'
import { AccountId, AttachmentId, IncidentId, MemberId, ProductId } from '../../kernel/ids.ts'
import { CellEdits, Day, Line, ledgerErrors, MOST_ROWS, StandingOrNone, Text } from '../ledger/contract.ts'
import { INCIDENT_STATES } from './rules/course.ts'
import { QUALITY_KINDS, SEVERITIES } from './rules/words.ts'

/** What shall put an incident right, and by when: YYYY-MM-DD; `doneOn` null while it isn't carried out. */
export const Correction = z.object({ what: Line, dueOn: Day, doneOn: Day.nullable() })
export type Correction = z.infer<typeof Correction>

/** Why we believe that it won't happen again, and since when: YYYY-MM-DD. */
export const Proof = z.object({ what: Line, on: Day })
export type Proof = z.infer<typeof Proof>

/** A quality incident 质量事故 (C1). Names are null where nobody is named or who was named is gone. */
export const Incident = z.object({
  id: IncidentId,
  code: z.string(),
  accountId: AccountId,
  account: z.string(),
  tier: StandingOrNone,
  kind: z.enum(QUALITY_KINDS),
  severity: z.enum(SEVERITIES),
  productId: ProductId.nullable(),
  product: z.string().nullable(),
  title: z.string(),
  detail: z.string(),
  happenedOn: z.string(),
  cause: z.string(),
  ownerId: MemberId.nullable(),
  owner: z.string().nullable(),
  correction: Correction.extend({ by: z.string().nullable() }).nullable(),
  proof: Proof.extend({
    by: z.string().nullable(),
    files: z.array(z.object({ id: AttachmentId, name: z.string() })),
  }).nullable(),
  state: z.enum(INCIDENT_STATES),
  /** days by which the correction is late today */
  late: z.int(),
  /** incidents of the same account and product in the twelve months before */
  earlier: z.int(),
})
export type Incident = z.infer<typeof Incident>

/** What of an incident is written and changed field by field. */
export const IncidentFields = z.object({
  kind: z.enum(QUALITY_KINDS),
  severity: z.enum(SEVERITIES),
  productId: ProductId.nullable(),
  title: Line,
  detail: Text,
  happenedOn: Day,
  cause: Text,
  ownerId: MemberId.nullable(),
})
export type IncidentFields = z.infer<typeof IncidentFields>

const errors = { ...ledgerErrors, PRODUCT_NOT_FOUND: { status: 404 } } as const
const ofIncident = CommandInput.extend({ incidentId: IncidentId })

/** Quality incidents of product and service with their correction and proof (C1). */
export const quality = {
  /** Incidents, of an account where one is given: those that are not over first, late ones before all, then the newest. */
  list: oc.input(z.object({ accountId: AccountId.optional() })).output(
    z.object({
      today: z.string(),
      products: z.array(z.object({ id: ProductId, name: z.string() })),
      rows: z.array(Incident),
    }),
  ),
  /** Records an incident under the next code. DAY_TO_COME where it has not happened yet. */
  add: oc
    .input(
      CommandInput.extend({
        accountId: AccountId,
        ...IncidentFields.partial({ productId: true, detail: true, cause: true, ownerId: true }).shape,
      }),
    )
    .output(Written.extend({ incidentId: IncidentId, code: z.string() }))
    .errors(errors),
  /** Changes fields, all or none. CELLS_CHANGED where one no longer holds `before`. */
  change: oc.input(CellEdits(IncidentId, IncidentFields.keyof())).output(Written).errors(errors),
  /**
   * Decides, carries out or withdraws the correction. PROOF_STANDS where a proof rests on what is taken back;
   * DAYS_OUT_OF_ORDER where it was done before it happened, or proven before it was done.
   */
  correct: oc
    .input(ofIncident.extend({ before: Correction.nullable(), after: Correction.nullable() }))
    .output(Written)
    .errors({ ...errors, PROOF_STANDS: { status: 409, data: z.object({ code: z.string() }) } }),
  /** Proves a correction, or withdraws the proof. NOT_CORRECTED while the correction isn't carried out. */
  prove: oc
    .input(
      ofIncident.extend({
        before: Proof.nullable(),
        after: Proof.nullable(),
        /** files that were uploaded, kept with the account; ids of those that stay */
        files: z.array(FileRef).max(20).default([]),
        keep: z.array(AttachmentId).max(100).default([]),
      }),
    )
    .output(Written)
    .errors({
      ...errors,
      NOT_CORRECTED: { status: 409, data: z.object({ code: z.string() }) },
      FILE_MISSING: { status: 410, data: z.object({ name: z.string() }) },
    }),
  /** Deletes incidents (undoable). */
  remove: oc
    .input(CommandInput.extend({ ids: z.array(IncidentId).min(1).max(MOST_ROWS) }))
    .output(Written)
    .errors(errors),
}
