import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { CUSTOM_SUBJECTS } from '../rules/fields.ts'
import { LIKENESSES } from './rules/likeness.ts'

/** An account or a person; which of the two says `subject`. */
const SubjectId = z.uuid()
const pair = { subject: z.enum(CUSTOM_SUBJECTS), keepId: SubjectId, goneId: SubjectId }

/** One of two that look alike, with what helps to tell them apart. */
const Twin = z.object({
  id: SubjectId,
  name: z.string(),
  /** accounts: code, region, owner · people: titles with companies, phone */
  remark: z.string(),
})

/** A field in which two accounts or people differ. */
export const MergeField = z.object({
  /** `field:phone`, `figure:<id>`, `custom:<id>` or `wallet:<year>` */
  key: z.string(),
  /** name of a figure or custom field; null for a built-in field, which the catalogue names */
  label: z.string().nullable(),
  /** what the figure counts, or how the built-in or custom field is to be read */
  kind: z.enum([
    'text',
    'choice',
    'number',
    'money',
    'percent',
    'years',
    'days',
    'member',
    'account',
    'birthday',
  ]),
  /** stored values; null where empty, and where they are sensitive */
  keep: z.union([z.string(), z.number()]).nullable(),
  gone: z.union([z.string(), z.number()]).nullable(),
  /** both values are kept from the screen; `keep` and `gone` say only whether there is one */
  sensitive: z.boolean(),
  keepFilled: z.boolean(),
  goneFilled: z.boolean(),
  /** of a wallet: in how many cells of the year the two differ; the amounts are sums over these. `<key>+` adds both up */
  cells: z.int().optional(),
})
export type MergeField = z.infer<typeof MergeField>

const notFound = { SUBJECT_NOT_FOUND: { status: 404 } } as const

/** Finding and joining accounts or people that are the same. */
export const merging = {
  /** Pairs that are probably the same, likeliest first, without those that somebody told apart. */
  pairs: oc
    .input(z.object({ subject: z.enum(CUSTOM_SUBJECTS), limit: z.int().min(1).max(500).default(100) }))
    .output(
      z.object({
        pairs: z.array(
          z.object({ first: Twin, second: Twin, likenesses: z.array(z.enum(LIKENESSES)).min(1) }),
        ),
        more: z.boolean(),
      }),
    ),
  /** The one that a merge put in the place of another; null where the other wasn't merged. */
  survivor: oc
    .input(z.object({ subject: z.enum(CUSTOM_SUBJECTS), id: SubjectId }))
    .output(z.object({ id: SubjectId.nullable() })),
  /** Remembers that two are not the same: they are no longer proposed. */
  tellApart: oc
    .input(CommandInput.extend({ subject: z.enum(CUSTOM_SUBJECTS), firstId: SubjectId, secondId: SubjectId }))
    .output(Written)
    .errors({ ...writeErrors, ...notFound }),
  /** Two side by side: the fields in which they differ, and how many rows of what would move. */
  compare: oc
    .input(z.object(pair))
    .output(
      z.object({
        keep: Twin,
        gone: Twin,
        fields: z.array(MergeField),
        /** rows that would move to the kept one, by table */
        moves: z.array(z.object({ table: z.string(), rows: z.int() })),
      }),
    )
    .errors(notFound),
  /**
   * Joins two: the kept one takes the named fields (`take`, keys of {@link MergeField}) and everything that points to
   * the other, which is deleted and points to the kept one from then on. Undoable. Published results stay as they were.
   */
  merge: oc
    .input(CommandInput.extend({ ...pair, take: z.array(z.string().max(100)).max(500) }))
    .output(Written)
    .errors({ ...writeErrors, ...notFound, MERGE_WITH_ITSELF: { status: 422 } }),
}
