import { plainText } from '../../log/rules/mentions.ts'
import { phoneDigits } from '../rules/grams.ts'
import type { NameKind, TailKind } from '../rules/kinds.ts'

/** A name that a row is found by. */
export interface IndexedName {
  readonly kind: NameKind
  readonly name: string
}

/** All that a row is found by. */
export interface Indexed {
  readonly names: readonly IndexedName[]
  readonly tails: readonly { readonly kind: TailKind; readonly digits: string }[]
  /** its texts, each from a column of its own */
  readonly texts: readonly string[]
  /** what is to be done next, found apart from what happened */
  readonly nextStep?: string
}

type Cell = string | number | null
export type SourceRow = Readonly<Record<string, Cell | undefined>>

/** How rows of a table are indexed, from which of their columns. */
export interface Source {
  readonly columns: readonly string[]
  readonly indexed: (row: SourceRow) => Indexed
}

const textOf = (row: SourceRow, column: string): string => {
  const value = row[column]
  return typeof value === 'string' ? value : ''
}

/** Texts of a JSON list, or of a JSON object's values. */
function textsIn(json: string): string[] {
  if (json === '[]' || json === '{}') return []
  const held: unknown = JSON.parse(json)
  if (typeof held !== 'object' || held === null) return []
  return Object.values(held).filter((value) => typeof value === 'string')
}

const texts = (...columns: readonly string[]): Source => ({
  columns,
  indexed: (row) => ({ names: [], tails: [], texts: columns.map((column) => textOf(row, column)) }),
})

const named = (kind: NameKind): Source => ({
  columns: ['name'],
  indexed: (row) => ({ names: [{ kind, name: textOf(row, 'name') }], tails: [], texts: [] }),
})

const ACCOUNT_TEXTS = [
  'note',
  'business',
  'market_position',
  'selling_mode_why',
  'payment_behaviour',
  'address',
  'site',
  'industry',
  'region',
]
// never family, health, idNumber, privatePhone: what is masked can't be felt for by searching
const PERSON_TEXTS = [
  'note',
  'career',
  'interests',
  'native_place',
  'rhythm',
  'brands_view',
  'preconditions',
  'greeting',
  'email',
  'wechat',
]

/**
 * What is searched, by table. Deleted, merged and erased rows are not in the index; what a correction replaced
 * (`log_former`) and warning signs never are.
 */
export const SOURCES: Readonly<Record<string, Source>> = {
  account: {
    columns: ['name', 'short_name', 'code', 'phone', 'tags', 'custom', ...ACCOUNT_TEXTS],
    indexed: (row) => ({
      names: [
        { kind: 'account', name: textOf(row, 'name') },
        { kind: 'accountShort', name: textOf(row, 'short_name') },
        { kind: 'accountCode', name: textOf(row, 'code') },
        ...textsIn(textOf(row, 'tags')).map((name) => ({ kind: 'accountTag' as const, name })),
      ],
      tails: phoneDigits(textOf(row, 'phone')).map((digits) => ({ kind: 'account', digits })),
      texts: [...ACCOUNT_TEXTS.map((column) => textOf(row, column)), ...textsIn(textOf(row, 'custom'))],
    }),
  },
  person: {
    columns: ['name', 'phone', 'tags', 'custom', 'erased_at', ...PERSON_TEXTS],
    indexed: (row) => ({
      names: [
        { kind: 'person', name: textOf(row, 'name') },
        ...textsIn(textOf(row, 'tags')).map((name) => ({ kind: 'personTag' as const, name })),
      ],
      tails: phoneDigits(textOf(row, 'phone')).map((digits) => ({ kind: 'person', digits })),
      texts: [...PERSON_TEXTS.map((column) => textOf(row, column)), ...textsIn(textOf(row, 'custom'))],
    }),
  },
  member: named('member'),
  product: named('product'),
  competitor: named('competitor'),
  attachment: named('file'),
  employment: texts('title', 'department'),
  promise: texts('what'),
  request: texts('code', 'title', 'detail'),
  care_task: texts('title', 'note'),
  // what is not to be said, and bottom lines, are not to be felt for
  visit: texts('code', 'title', 'objective', 'wished'),
  recovery_case: texts('code', 'title', 'words', 'remedy_asked', 'place'),
  swot_item: texts('text'),
  rival: texts('strengths', 'weaknesses'),
  rival_move: texts('text'),
  value_action: texts('what'),
  stickiness: texts('evidence'),
  switching_cost: texts('what'),
  delivered_value: texts('note'),
  account_decision: texts('reason'),
  referral: texts('note'),
  log_entry: {
    columns: ['text', 'next_step'],
    indexed: (row) => ({
      names: [],
      tails: [],
      texts: [plainText(textOf(row, 'text'))],
      nextStep: plainText(textOf(row, 'next_step')),
    }),
  },
}

/** The tables that are searched. */
export const SOURCE_TABLES: readonly string[] = Object.keys(SOURCES)

/** Whose texts are found apart from each other. The order numbers the index's ids. */
export const TEXT_CLASSES = ['account', 'person', 'step', 'entry'] as const
export type TextClass = (typeof TEXT_CLASSES)[number]

/** Which class the texts of a part belong to: a table's, or the next steps of log entries. */
export function classOf(part: string): TextClass {
  if (part === 'person' || part === 'employment') return 'person'
  if (STEPS.has(part)) return 'step'
  return part === 'log_entry' ? 'entry' : 'account'
}

/** What there is to be done: promises, requests, tasks, visits, cases, next steps of entries. */
const STEPS: ReadonlySet<string> = new Set([
  ...['promise', 'request', 'care_task', 'visit', 'recovery_case', 'next_step'],
])

/** The table whose rows have a part's texts. */
export const tableOf = (part: string): string => (part === 'next_step' ? 'log_entry' : part)

/** A row's texts of a part. */
export const textsOf = (part: string, { texts: all, nextStep = '' }: Indexed): readonly string[] =>
  part === 'next_step' ? [nextStep] : all
