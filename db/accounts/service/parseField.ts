import type { z } from 'zod'
import { AccountFields } from '../contract.ts'
import { type AccountField, emptyValue, type FieldValue } from '../rules/accountFields.ts'

/** A new value as its field keeps it; undefined where it doesn't fit. */
export function parseField(field: AccountField, after: FieldValue): FieldValue | undefined {
  const schema: z.ZodType<FieldValue> = AccountFields.shape[field]
  return schema.safeParse(after === null || after === '' ? emptyValue(field) : after).data
}
