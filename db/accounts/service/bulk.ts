import type { AccountId } from '../../kernel/ids.ts'
import { FigureId } from '../../kernel/ids.ts'
import { orderKeyBetween } from '../../kernel/orderKey.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { AccountFields } from '../contract.ts'
import type { FigureUnit } from '../rules/figures.ts'

/** New values of some of an account's fields, as they are stored: an empty choice is null, an empty text is ''. */
export type FieldChanges = { readonly [Field in keyof AccountFields]?: string | null | undefined }

const COLUMNS = {
  code: 'code',
  name: 'name',
  ownerId: 'owner_id',
  kind: 'kind',
  cycle: 'cycle',
  industry: 'industry',
  region: 'region',
  phone: 'phone',
  note: 'note',
} as const satisfies Record<keyof AccountFields, string>

const FIELDS = Object.keys(COLUMNS).filter((field): field is keyof AccountFields => field in COLUMNS)

/** Changes fields of many accounts inside a command: one update an account, so one entry in the log. */
export function accountUpdater(tx: Tx): (id: AccountId, changes: FieldChanges) => void {
  const statements = new Map<string, ReturnType<typeof tx.db.prepare>>()
  return (id, changes) => {
    const fields = FIELDS.filter((field) => changes[field] !== undefined)
    if (fields.length === 0) return
    const assignments = fields.map((field) => `${COLUMNS[field]} = ?`).join(', ')
    const update =
      statements.get(assignments) ?? tx.db.prepare(`UPDATE account SET ${assignments} WHERE id = ?`)
    statements.set(assignments, update)
    update.run(...fields.map((field) => changes[field]), id)
  }
}

/** Adds a figure after the last one inside a command. */
export function insertFigure(tx: Tx, name: string, unit: FigureUnit): FigureId {
  const last = tx.db
    .prepare<[], string | null>('SELECT max(order_key) FROM figure WHERE deleted = 0')
    .pluck()
    .get()
  const id = FigureId.parse(tx.newId())
  tx.db
    .prepare('INSERT INTO figure (id, name, unit, order_key) VALUES (?, ?, ?, ?)')
    .run(id, name, unit, orderKeyBetween(last ?? null, null))
  return id
}
