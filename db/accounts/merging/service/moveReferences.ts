import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { derivedId } from '../../../kernel/derivedId.ts'
import type { Tx } from '../../../kernel/kernel.ts'
import { sharedTables } from '../../../tables.ts'
import type { CustomSubject } from '../../rules/fields.ts'
import { LINKS, type Reference, referencesTo } from './references.ts'

type Row = Readonly<Record<string, string | number | null>>

/** Lets everything that points to one account or person point to another, inside a command. */
export function moveReferences(tx: Tx, subject: CustomSubject, goneId: string, keepId: string): void {
  for (const reference of referencesTo(subject)) {
    const parts = LINKS[reference.table]
    // a column that isn't part of the id moves where it is
    if (parts?.includes(reference.column)) moveLinks(tx, reference, parts, goneId, keepId)
    else moveRows(tx, reference, goneId, keepId)
  }
}

/** How many live rows of which tables point to an account or person. */
export function countReferences(
  db: Tx['db'],
  subject: CustomSubject,
  id: string,
): { table: string; rows: number }[] {
  const counts = new Map<string, number>()
  for (const { table, column } of referencesTo(subject)) {
    const rows = db
      .prepare<[string], number>(`SELECT count(*) FROM "${table}" WHERE "${column}" = ? AND deleted = 0`)
      .pluck()
      .get(id)
    if (rows) counts.set(table, (counts.get(table) ?? 0) + rows)
  }
  return [...counts].map(([table, rows]) => ({ table, rows }))
}

function moveRows(tx: Tx, { table, column }: Reference, goneId: string, keepId: string): void {
  const ids = tx.db
    .prepare<[string], string>(`SELECT id FROM "${table}" WHERE "${column}" = ? AND deleted = 0`)
    .pluck()
    .all(goneId)
  const move = tx.db.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE id = ?`)
  for (const id of ids) {
    move.run(keepId, id)
    tx.breathe()
  }
}

function moveLinks(
  tx: Tx,
  { table, column }: Reference,
  parts: readonly string[],
  goneId: string,
  keepId: string,
): void {
  const rows = tx.db
    .prepare<[string], Row>(`SELECT * FROM "${table}" WHERE "${column}" = ? AND deleted = 0`)
    .all(goneId)
  const read = tx.db.prepare<[string], Row>(`SELECT * FROM "${table}" WHERE id = ?`)
  const write = linkWriter(tx, table)
  const remove = tx.db.prepare(`UPDATE "${table}" SET deleted = 1 WHERE id = ?`)
  for (const row of rows) {
    const moved: Row = { ...row, [column]: keepId }
    const [first = '', ...others] = parts.map((part) => String(moved[part] ?? ''))
    const id = derivedId(first, ...others)
    const there = read.get(id)
    // the kept one's own link stands; the other's fills what it leaves open
    write(there?.deleted === 0 ? filled(there, moved) : { ...moved, id })
    remove.run(row.id)
    tx.breathe()
  }
}

/** A row with the empty columns taken from another. */
const filled = (row: Row, other: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value === null || value === '' ? (other[name] ?? value) : value,
    ]),
  )

/** Writes whole rows of a link table, new or known. */
function linkWriter(tx: Tx, table: string): (row: Row) => void {
  const shape = sharedTables.map((one) => getTableConfig(one)).find(({ name }) => name === table)
  const columns = shape?.columns.map(({ name }) => name) ?? []
  const statement = tx.db.prepare(
    `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${columns
       .filter((name) => name !== 'id')
       .map((name) => `${name} = excluded.${name}`)
       .join(', ')}`,
  )
  return (row) => {
    statement.run(...columns.map((name) => row[name] ?? null))
  }
}
