import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { CustomFieldId } from '../../kernel/ids.ts'
import { CUSTOM_KINDS, CUSTOM_SUBJECTS } from '../rules/fields.ts'
import { CUSTOM_LIMITS } from './rules/values.ts'

/** A field that the department added to its accounts or people. */
export const CustomField = z.object({
  id: CustomFieldId,
  subject: z.enum(CUSTOM_SUBJECTS),
  name: z.string(),
  kind: z.enum(CUSTOM_KINDS),
  /** the words that a choice offers */
  choices: z.array(z.string()),
  /** fractional order key */
  order: z.string(),
})
export type CustomField = z.infer<typeof CustomField>

/** A value of a custom field, see rules/values.ts: numbers in thousandths, days as YYYY-MM-DD, colleagues by id. */
export const CustomValueShape = z.union([z.string().max(CUSTOM_LIMITS.text), z.int(), z.null()])

const name = z.string().trim().min(1).max(CUSTOM_LIMITS.name)
const choices = z.array(z.string().trim().max(CUSTOM_LIMITS.choice)).max(CUSTOM_LIMITS.choices)

const nameTaken = {
  /** another field of the subject (a built-in one, a figure, or a custom one) has the name */
  FIELD_NAME_TAKEN: { status: 409, data: z.object({ name: z.string() }) },
} as const

export const custom = {
  /** The custom fields of accounts and of people, in their order. */
  list: oc.output(z.object({ account: z.array(CustomField), person: z.array(CustomField) })),
  /** Adds a field after the last one of its subject. Choices count for the kind choice alone. */
  add: oc
    .input(
      CommandInput.extend({
        subject: z.enum(CUSTOM_SUBJECTS),
        name,
        kind: z.enum(CUSTOM_KINDS),
        choices: choices.optional(),
      }),
    )
    .output(Written.extend({ fieldId: CustomFieldId }))
    .errors({ ...writeErrors, ...nameTaken, CHOICES_MISSING: { status: 422 } }),
  /** Renames a field, or changes what a choice offers; values that were chosen before stay as they are. */
  change: oc
    .input(
      CommandInput.extend({ fieldId: CustomFieldId, name: name.optional(), choices: choices.optional() }),
    )
    .output(Written)
    .errors({
      ...writeErrors,
      ...nameTaken,
      CUSTOM_FIELD_NOT_FOUND: { status: 404 },
      CHOICES_MISSING: { status: 422 },
    }),
  /** Moves a field to before another one of its subject; to the end where null. */
  move: oc
    .input(CommandInput.extend({ fieldId: CustomFieldId, before: CustomFieldId.nullable() }))
    .output(Written)
    .errors({ ...writeErrors, CUSTOM_FIELD_NOT_FOUND: { status: 404 } }),
  /** Deletes a field and hides its values, which come back with an undo. */
  remove: oc
    .input(CommandInput.extend({ fieldId: CustomFieldId }))
    .output(Written)
    .errors({ ...writeErrors, CUSTOM_FIELD_NOT_FOUND: { status: 404 } }),
}
