import type { AccountTable } from '../../db/accounts/contract.ts'
import { type FieldValue, fieldOfName, shapeOf } from '../../db/accounts/rules/accountFields.ts'
import { splitStrip } from '../../db/accounts/rules/strips.ts'
import { tagsOfJson } from '../../db/accounts/rules/tags.ts'

/** An account of the list. Values are named as in the engine's strips: by field, `figure:<id>`, `custom:<id>`. */
export interface ListedAccount {
  readonly id: string
  readonly name: string
  /** full spelling, a blank, initials */
  readonly pinyin: string
  value(name: string): FieldValue
}

/** The list of accounts, ready to be shown; `rows` are fewer than `all` while only the first ones are there. */
export interface OpenTable extends Pick<AccountTable, 'figures' | 'custom' | 'all'> {
  readonly rows: readonly ListedAccount[]
}

const HELD_AS_NUMBERS: ReadonlySet<string> = new Set(['money', 'whole', 'year'])

/** The columns of a table, each taken apart when it is first read: most of them are hidden. */
class Columns {
  readonly #strips: AccountTable['strips']
  readonly #numeric: ReadonlySet<string>
  readonly #read = new Map<string, readonly FieldValue[] | null>()

  constructor({ strips, custom, figures }: AccountTable) {
    this.#strips = strips
    this.#numeric = new Set([
      'score',
      ...figures.map(({ id }) => `figure:${id}`),
      ...custom.flatMap(({ id, kind }) => (kind === 'number' ? [`custom:${id}`] : [])),
    ])
  }

  value(name: string, at: number): FieldValue {
    const values = this.#read.get(name) ?? this.#take(name)
    return values?.[at] ?? emptyOf(name)
  }

  #take(name: string): readonly FieldValue[] | null {
    const strip = this.#strips[name]
    const values = strip === undefined ? null : splitStrip(strip).map(this.#reader(name))
    this.#read.set(name, values)
    return values
  }

  #reader(name: string): (text: string) => FieldValue {
    const field = fieldOfName(name)
    if (this.#numeric.has(name) || (field && HELD_AS_NUMBERS.has(shapeOf(field).kind)))
      return (text) => (text === '' ? null : Number(text))
    if (field === 'tags') return (text) => (text === '' ? '' : tagsOfJson(text))
    const empty = emptyOf(name)
    return (text) => (text === '' ? empty : text)
  }
}

/** Empty texts are '', everything else that is empty is null. */
function emptyOf(name: string): '' | null {
  const field = fieldOfName(name)
  const kind = field && shapeOf(field).kind
  return name === 'id' || name === 'pinyin' || kind === 'text' || kind === 'tags' ? '' : null
}

class TableAccount implements ListedAccount {
  readonly #columns: Columns
  readonly #at: number

  constructor(columns: Columns, at: number) {
    this.#columns = columns
    this.#at = at
  }

  get id(): string {
    return String(this.value('id'))
  }

  get name(): string {
    return String(this.value('name'))
  }

  get pinyin(): string {
    return String(this.value('pinyin'))
  }

  value(name: string): FieldValue {
    return this.#columns.value(name, this.#at)
  }
}

function openPage(table: AccountTable): ListedAccount[] {
  const columns = new Columns(table)
  return Array.from({ length: table.count }, (_, at) => new TableAccount(columns, at))
}

/** The rows of a table as it came from the engine, in pages. */
export function openTable(first: AccountTable, ...more: readonly AccountTable[]): OpenTable {
  const { figures, custom, all } = first
  return { figures, custom, all, rows: [first, ...more].flatMap(openPage) }
}

/** An account with other values, as the engine will hold it. */
export const withValues = (
  account: ListedAccount,
  values: ReadonlyMap<string, FieldValue>,
): ListedAccount => ({
  id: account.id,
  name: values.has('name') ? String(values.get('name')) : account.name,
  pinyin: account.pinyin,
  value: (name) => (values.has(name) ? (values.get(name) ?? null) : account.value(name)),
})
