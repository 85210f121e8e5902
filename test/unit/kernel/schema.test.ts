import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterAll, describe, expect, test } from 'vitest'
import { emptyDatabase } from '../../../db/kernel/schema.ts'
import { migrations } from '../../../db/migrations/steps.ts'
import { derivedTables, fullTextIndices, localTables, logTables, sharedTables } from '../../../db/tables.ts'

const db = emptyDatabase({ steps: migrations, sharedTables })
afterAll(() => {
  db.close()
})
const all: readonly SQLiteTable[] = [...sharedTables, ...localTables, ...logTables, ...derivedTables]
const named = (tables: readonly SQLiteTable[]) =>
  tables.map((table): [string, SQLiteTable] => [getTableConfig(table).name, table])

interface ColumnInfo {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly dflt_value: string | null
  readonly pk: number
}
const columnsOf = (table: string) => db.prepare<[], ColumnInfo>(`PRAGMA table_info("${table}")`).all()
const indexesOf = (table: string) =>
  db
    .prepare<[], { name: string; unique: number; origin: string }>(`PRAGMA index_list("${table}")`)
    .all()
    .map((index) => ({
      ...index,
      columns: db.prepare<[], { name: string }>(`PRAGMA index_info("${index.name}")`).all(),
    }))
const foreignKeysOf = (table: string) =>
  db
    .prepare<[], { from: string; table: string; to: string; on_delete: string }>(
      `PRAGMA foreign_key_list("${table}")`,
    )
    .all()

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name)

const literal = (column: SQLiteColumn): string | null => {
  if (!column.hasDefault || column.default === undefined) return null
  return typeof column.default === 'string' ? `'${column.default}'` : JSON.stringify(column.default)
}

test('every table is declared once: shared, local, log or derived', () => {
  const ofType = (type: string) =>
    db
      .prepare<[string], string>(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = ? AND name NOT LIKE 'sqlite%'`,
      )
      .pluck()
      .all(type)
  const made = ofType('table')
  expect(ofType('virtual').sort()).toEqual([...fullTextIndices].sort())
  expect(
    named(all)
      .map(([name]) => name)
      .sort(),
  ).toEqual(made.sort())
})

describe.each(named(all))('%s', (name, table) => {
  const config = getTableConfig(table)
  const compound = config.primaryKeys[0]?.columns.map((column) => column.name) ?? []

  test('has the columns that the code declares', () => {
    const declared = config.columns.map((column) => ({
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      notnull: column.notNull ? 1 : 0,
      dflt_value: literal(column),
      pk: column.primary ? 1 : compound.indexOf(column.name) + 1,
    }))
    // an added column comes last in the file, wherever the code has it
    expect(columnsOf(name).sort(byName)).toMatchObject(declared.sort(byName))
  })

  test('has the indices and foreign keys that the code declares', () => {
    const declared = config.indexes.map(({ config: index }) => ({
      name: index.name,
      columns: index.columns.map((column) => ('name' in column ? column.name : null)),
    }))
    const made = indexesOf(name)
      .filter(({ origin }) => origin === 'c')
      .map((index) => ({ name: index.name, columns: index.columns.map((column) => column.name) }))
    expect(made.sort(byName)).toEqual(declared.sort(byName))
    const keys = config.foreignKeys.map((key) => {
      const { columns, foreignTable } = key.reference()
      return `${columns.map((column) => column.name).join()} -> ${getTableConfig(foreignTable).name}`
    })
    expect(
      foreignKeysOf(name)
        .map(({ from, table: target }) => `${from} -> ${target}`)
        .sort(),
    ).toEqual(keys.sort())
  })
})

describe.each(named(sharedTables))('the shared table %s', (name) => {
  const sql =
    db.prepare<[string], string>(`SELECT sql FROM sqlite_master WHERE name = ?`).pluck().get(name) ?? ''

  test('can be exchanged between laptops: text ids, TEXT or INTEGER, a column deleted', () => {
    const columns = columnsOf(name)
    expect(columns.filter(({ pk }) => pk > 0)).toMatchObject([{ name: 'id', type: 'TEXT', notnull: 1 }])
    for (const { type } of columns) expect(['TEXT', 'INTEGER']).toContain(type)
    expect(columns.find((column) => column.name === 'deleted')).toMatchObject({
      type: 'INTEGER',
      notnull: 1,
      dflt_value: '0',
    })
  })

  test('has no constraint that a merge could trip over', () => {
    expect(indexesOf(name).filter(({ unique, origin }) => unique === 1 && origin !== 'pk')).toEqual([])
    expect(sql).not.toMatch(/\bUNIQUE\b|\bCHECK\b|AUTOINCREMENT/i)
    const keys = foreignKeysOf(name)
    expect(keys.filter(({ to, on_delete }) => to !== 'id' || on_delete !== 'NO ACTION')).toEqual([])
    expect(sql.match(/DEFERRABLE INITIALLY DEFERRED/g) ?? []).toHaveLength(keys.length)
  })

  test('is logged: insert, update and delete have their triggers', () => {
    const triggers = db
      .prepare<[string], string>(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?`)
      .pluck()
      .all(name)
    expect(triggers.sort()).toEqual([`log_${name}_delete`, `log_${name}_insert`, `log_${name}_update`])
  })
})
