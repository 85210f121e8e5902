import type { z } from 'zod'
import { isDay } from '../../rules/days.ts'
import { PersonFields, type PersonValue } from '../contract.ts'
import { birthdayProblem } from '../lunar.ts'
import { birthdayCode, parseBirthday } from '../rules/birthday.ts'

/** A value as a person's column keeps it. */
export type StoredValue = string | number | null

/** A value that fits its field, as it is kept; or why it doesn't, where there is more to say than that. */
export type FieldValue =
  | { readonly ok: true; readonly value: StoredValue }
  | { readonly ok: false; readonly reason?: string }

/** Fields that are empty as null; the others are empty texts. */
const NULLABLE: ReadonlySet<keyof PersonFields> = new Set([
  'gender',
  'birthday',
  'tradeSince',
  'attitude',
  'decisionRole',
  'influence',
  'retainUntil',
])

/** A value as its field keeps it. `today` is YYYY-MM-DD: nobody is born later. */
export function fieldValue(field: keyof PersonFields, given: PersonValue, today: string): FieldValue {
  const empty = given === null || given === ''
  if (empty && field === 'tags') return { ok: true, value: '[]' }
  if (empty && NULLABLE.has(field)) return { ok: true, value: null }
  const schema: z.ZodType<PersonValue> = PersonFields.shape[field]
  const parsed = schema.safeParse(given ?? '')
  if (!parsed.success) return { ok: false }
  const { data } = parsed
  if (Array.isArray(data)) return { ok: true, value: JSON.stringify([...new Set(data)]) }
  if (field === 'birthday' && typeof data === 'string') return birthdayValue(data, today)
  if (field === 'retainUntil' && !isDay(String(data))) return { ok: false }
  return { ok: true, value: data }
}

function birthdayValue(typed: string, today: string): FieldValue {
  const read = parseBirthday(typed)
  const reason = read.ok ? birthdayProblem(read.birthday, today) : read.problem
  return reason === undefined && read.ok
    ? { ok: true, value: birthdayCode(read.birthday) }
    : { ok: false, ...(reason === undefined ? {} : { reason }) }
}

/** A value that was kept, in the form in which it travels. */
export const travelValue = (field: keyof PersonFields, stored: StoredValue): PersonValue =>
  field === 'tags' && typeof stored === 'string' ? JSON.parse(stored) : stored

/** Whether two values of a field are the same, empty ones included. */
export const sameValue = (field: keyof PersonFields, stored: StoredValue, given: PersonValue): boolean => {
  const plain = (value: PersonValue): string => (value === null ? '' : JSON.stringify(value))
  const held = travelValue(field, stored)
  return plain(held === '' ? null : held) === plain(given === '' ? null : given)
}
