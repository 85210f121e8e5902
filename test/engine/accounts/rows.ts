import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command } from '../newKernel.ts'

export type Row = Record<string, string | number | null>

/** Inserts rows in one command, as another part would; answers their ids. */
export const insert = (kernel: Kernel, table: string, ...rows: Row[]): string[] =>
  kernel.write({ commandId: command(), label: { command: 'addAccounts', params: {} } }, (tx) => ({
    ids: rows.map((row) => {
      const whole: Row = { id: tx.newId(), ...row }
      const names = Object.keys(whole)
      tx.db
        .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
        .run(...Object.values(whole))
      return String(whole.id)
    }),
  })).ids

/** Inserts one row; answers its id. */
export function insertOne(kernel: Kernel, table: string, row: Row): string {
  const [id] = insert(kernel, table, row)
  if (id === undefined) throw new Error('nothing inserted')
  return id
}

/** A row by its id, deleted or not. */
export const read = (kernel: Kernel, table: string, id: string): Row | undefined =>
  kernel.db.prepare<[string], Row>(`SELECT * FROM ${table} WHERE id = ?`).get(id)

/** The rows of a table that are there. */
export const live = (kernel: Kernel, table: string): Row[] =>
  kernel.db.prepare<[], Row>(`SELECT * FROM ${table} WHERE deleted = 0 ORDER BY id`).all()
