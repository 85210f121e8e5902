import { CYCLES, FIELD_LIMITS, KINDS, LIFECYCLES, SELLING_MODES, TECHNICAL_CONTENTS } from './fields.ts'

/**
 * What an account's field holds: a text; a list of tags; one of some words (by their keys); an amount in fen; a whole
 * number; a year; a day of which month and day may be unknown; a member's or another account's id.
 */
export type FieldShape =
  | { readonly kind: 'text'; readonly max: number; readonly lines?: number }
  | { readonly kind: 'tags' }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'money'; readonly least: number; readonly most: number }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  | { readonly kind: 'year' }
  | { readonly kind: 'day' }
  | { readonly kind: 'member' }
  | { readonly kind: 'account' }

const short = { kind: 'text', max: FIELD_LIMITS.short } as const
const long = { kind: 'text', max: FIELD_LIMITS.note, lines: 3 } as const

/** The editable fields of an account (A2), in the order of lists and files: the one place that names them all. */
export const ACCOUNT_FIELDS = {
  code: { kind: 'text', max: FIELD_LIMITS.code },
  name: { kind: 'text', max: FIELD_LIMITS.name },
  shortName: short,
  ownerId: { kind: 'member' },
  kind: { kind: 'word', words: KINDS },
  cycle: { kind: 'word', words: CYCLES },
  lifecycle: { kind: 'word', words: LIFECYCLES },
  industry: short,
  region: short,
  address: { kind: 'text', max: FIELD_LIMITS.long },
  site: { kind: 'text', max: FIELD_LIMITS.long },
  phone: short,
  founded: { kind: 'year' },
  staff: { kind: 'whole', least: 0, most: 100_000_000 },
  revenue: { kind: 'money', least: 0, most: Number.MAX_SAFE_INTEGER },
  cooperationSince: { kind: 'day' },
  parentId: { kind: 'account' },
  sellingMode: { kind: 'word', words: SELLING_MODES },
  sellingModeWhy: long,
  technicalContent: { kind: 'word', words: TECHNICAL_CONTENTS },
  creditLimit: { kind: 'money', least: 0, most: Number.MAX_SAFE_INTEGER },
  creditDays: { kind: 'whole', least: 0, most: 3_650 },
  paymentBehaviour: long,
  marketPosition: long,
  business: long,
  tags: { kind: 'tags' },
  note: { kind: 'text', max: FIELD_LIMITS.note, lines: 4 },
} as const satisfies Readonly<Record<string, FieldShape>>

/** The name of an account's field, as the contract has it. */
export type AccountField = keyof typeof ACCOUNT_FIELDS

/** A field's value as it travels and stands in a cell: a text, a whole number (fen for money), or null where empty. */
export type FieldValue = string | number | null

const isField = (name: string): name is AccountField => Object.hasOwn(ACCOUNT_FIELDS, name)

/** All fields, in their order. */
export const FIELD_NAMES: readonly AccountField[] = Object.keys(ACCOUNT_FIELDS).filter(isField)

/** The field of a name such as a grid column's id; undefined where there is none. */
export const fieldOfName = (name: string): AccountField | undefined => (isField(name) ? name : undefined)

/** What a field holds. */
export const shapeOf = (field: AccountField): FieldShape => ACCOUNT_FIELDS[field]

/** What an empty field holds: texts and tags are empty texts, all else is null. */
export const emptyValue = (field: AccountField): '' | null => {
  const { kind } = shapeOf(field)
  return kind === 'text' || kind === 'tags' ? '' : null
}

/** Years that an account may have been founded in. */
export const YEARS = { least: 1000, most: 2999 } as const
