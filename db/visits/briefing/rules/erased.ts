import type { BriefContent, BriefRow } from '../contract.ts'
import { withRows } from './audience.ts'

/**
 * A content without a person: what it says of them alone goes, and in every other text `redact` takes out what belongs
 * to them. Their place at the visit stays, without a name.
 */
export const withoutPerson = (
  content: BriefContent,
  personIds: readonly string[],
  redact: (text: string) => string,
): BriefContent => {
  const isTheirs = (id: string): boolean => personIds.includes(id)
  const blank = (row: BriefRow): Partial<BriefRow> | null => {
    if (row.kind === 'person' && isTheirs(row.personId)) return BLANK
    return row.kind === 'secret' && isTheirs(row.personId) ? null : {}
  }
  const rest = withRows(content, (row) => {
    const blanked = blank(row)
    // a colleague of the same name keeps it
    const name = row.kind === 'person' || row.kind === 'secret' ? { name: row.name } : {}
    return blanked === null ? null : { ...redacted(row, redact), ...name, ...blanked }
  })
  return { ...rest, visit: redacted(rest.visit, redact), accounts: rest.accounts }
}

const BLANK = {
  accountId: null,
  name: '',
  title: '',
  attitude: null,
  decisionRole: null,
  influence: null,
  phone: '',
  birthday: null,
  nativePlace: '',
  greeting: '',
  rhythm: '',
  interests: '',
  preconditions: '',
  brandsView: '',
  knownBy: [],
  lastMet: null,
  promised: 0,
  gone: true,
} as const

/** Fields that name rows and hold no words. */
const TIES = /^(?:key|kind|id|.*Id)$/

/** The texts of an object, redacted; lists of texts too. */
function redacted<Value extends object>(value: Value, redact: (text: string) => string): Value {
  const copy = { ...value }
  for (const [name, field] of Object.entries(value)) {
    if (TIES.test(name)) continue
    const clean =
      typeof field === 'string' ? redact(field) : Array.isArray(field) ? texts(field, redact) : field
    Object.assign(copy, { [name]: clean })
  }
  return copy
}

const texts = (list: readonly unknown[], redact: (text: string) => string): unknown[] =>
  list.map((one) => {
    if (typeof one === 'string') return redact(one)
    return typeof one === 'object' && one !== null ? redacted(one, redact) : one
  })
