import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'better-sqlite3'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { v7 as uuidv7 } from 'uuid'
import { redo, undo } from '../../../db/kernel/history.ts'
import { CommandId } from '../../../db/kernel/ids.ts'
import type { Kernel, Tx } from '../../../db/kernel/kernel.ts'
import { openKernel } from '../../../db/kernel/open.ts'
import { sharedTables } from '../../../db/tables.ts'

/**
 * One file for each released schema, as that release left it: rows in every table, a history with undo and redo. Tests
 * migrate them all. Made once by `node test/engine/kernel/schemaFixture.ts`, before the release that it is named after;
 * never made again after it.
 */
export const fixtureFile = (version: number): string =>
  join(import.meta.dirname, '../../fixtures/schema', `${String(version).padStart(4, '0')}.sql`)

/**
 * A database as SQL: schema with triggers, every row, version. Running it gives the same file again. Full-text indices
 * are derived: they come without their rows, and make the tables that they keep for themselves.
 */
export function dumpOf(db: Database.Database): string {
  const objects = db
    .prepare<[], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'
         AND name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')
       ORDER BY type = 'table' DESC, type = 'index' DESC, name`,
    )
    .all()
  const tables = objects.filter(({ type }) => type === 'table')
  return [
    `PRAGMA user_version = ${String(db.pragma('user_version', { simple: true }))};`,
    ...tables.map(({ sql }) => `${sql};`),
    ...tables
      .filter(({ sql }) => !sql.startsWith('CREATE VIRTUAL'))
      .flatMap(({ name }) => rowsAsSql(db, name)),
    ...objects.filter(({ type }) => type !== 'table').map(({ sql }) => `${sql};`),
    '',
  ].join('\n')
}

function rowsAsSql(db: Database.Database, table: string): string[] {
  const columns = db.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all()
  const values = columns.map((column) => `quote("${column}")`).join(` || ', ' || `)
  return db
    .prepare<[], string>(
      `SELECT 'INSERT INTO ${table} (${columns.join(', ')}) VALUES (' || ${values} || ');' FROM "${table}" ORDER BY rowid`,
    )
    .pluck()
    .all()
}

const commandId = () => CommandId.parse(uuidv7())

function run(kernel: Kernel, name: string, work: (tx: Tx) => void, final: true | null = null): void {
  kernel.write(
    { commandId: commandId(), label: { command: name, params: { name: '鱼' } }, ...(final ? { final } : {}) },
    (tx) => {
      work(tx)
      return {}
    },
  )
}

/** A row of each table, by several commands, the last of them undone and redone. */
function fill(kernel: Kernel): void {
  const id = () => uuidv7()
  const [member, account, figure, sheet, indicator, round, publication] = [
    id(),
    id(),
    id(),
    id(),
    id(),
    id(),
    id(),
  ]
  const insert = (tx: Tx, table: string, row: Record<string, string | number | null>) =>
    tx.db
      .prepare(
        `INSERT INTO "${table}" (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
          .map(() => '?')
          .join(', ')})`,
      )
      .run(...Object.values(row))
  run(kernel, 'accounts.import', (tx) => {
    insert(tx, 'member', { id: member, name: '李雷', role: '客户经理' })
    insert(tx, 'account', {
      id: account,
      code: 'A001',
      name: '“引号”\n换行 😀',
      owner_id: member,
      kind: null,
      figures: JSON.stringify({ [figure]: 9_007_199_254_740_991 }),
    })
    insert(tx, 'figure', { id: figure, name: '年销售额', unit: 'money', order_key: 'i' })
  })
  run(kernel, 'rounds.start', (tx) => {
    insert(tx, 'sheet', { id: sheet, name: '分级考评表' })
    insert(tx, 'indicator', {
      ...{ id: indicator, sheet_id: sheet, mark_key: 'k1', name: '销售额', weight: 10_000 },
      ...{ figure_id: figure, excellent: '>=1000000', order_key: 'i' },
    })
    insert(tx, 'round', {
      id: round,
      name: '2026',
      sheet_id: sheet,
      state: 'marking',
      borders: '{"key":800}',
    })
    insert(tx, 'marks', { id: id(), round_id: round, account_id: account, marks: '{"k1":10}' })
    insert(tx, 'mark_note', {
      ...{ id: id(), round_id: round, account_id: account, indicator_id: indicator, text: '凭据' },
    })
    insert(tx, 'exception', {
      ...{ id: id(), round_id: round, account_id: account, tier: 'key', reason: '战略', approver: '总经理' },
    })
  })
  run(
    kernel,
    'rounds.publish',
    (tx) => {
      insert(tx, 'publication', {
        ...{ id: publication, round_id: round, round_name: '2026', revision: 1, published_at: tx.hlc },
        ...{ published_by: '李雷', note: '', sheet: '{}' },
      })
      insert(tx, 'result', {
        ...{
          id: id(),
          publication_id: publication,
          account_id: account,
          score: 1_000,
          standing: 'key',
          rank: 1,
        },
        detail: '{}',
      })
    },
    true,
  )
  run(kernel, 'rounds.reopen', (tx) => {
    insert(tx, 'reopening', {
      ...{ id: id(), publication_id: publication, reopened_at: tx.hlc, reopened_by: '李雷', reason: '更正' },
    })
  })
  fillRest(kernel)
  run(kernel, 'department.changeMember', (tx) => {
    tx.db.prepare('UPDATE member SET name = ? WHERE id = ?').run('韩梅梅', member)
  })
  undo(kernel, commandId())
  redo(kernel, commandId())
  kernel.writeLocal((db) => db.prepare(`INSERT INTO local_state (key, json) VALUES ('settings', '{}')`).run())
}

/** A row in each shared table that the story above leaves empty: every text, number and reference holds something. */
function fillRest(kernel: Kernel): void {
  const firstOf = (table: string): string | undefined =>
    kernel.db.prepare<[], string>(`SELECT id FROM "${table}" WHERE deleted = 0 LIMIT 1`).pluck().get()
  run(kernel, 'archive.fill', (tx) => {
    for (const table of sharedTables) {
      const { name, columns, foreignKeys } = getTableConfig(table)
      if (firstOf(name) !== undefined) continue
      const targets = new Map(
        foreignKeys.map((key) => {
          const { columns: own, foreignTable } = key.reference()
          return [own[0]?.name, getTableConfig(foreignTable).name]
        }),
      )
      const row = columns.map((column): [string, string | number | null] => {
        const target = targets.get(column.name)
        if (column.name === 'id') return ['id', uuidv7()]
        if (column.name === 'deleted') return ['deleted', 0]
        if (target !== undefined) return [column.name, firstOf(target) ?? null]
        if (typeof column.default === 'string' && /^[[{]/.test(column.default))
          return [column.name, column.default]
        if (IN_INDICES.has(column.name)) return [column.name, '{}']
        return [column.name, column.dataType === 'number' ? 1 : `“${column.name}”`]
      })
      tx.db
        .prepare(
          `INSERT INTO "${name}" (${row.map(([column]) => column).join(', ')}) VALUES (${row.map(() => '?').join(', ')})`,
        )
        .run(...row.map(([, value]) => value))
    }
  })
}

/** Columns of JSON that indices look into. */
const IN_INDICES: ReadonlySet<string> = new Set([
  'progress',
  'settlement',
  'correction',
  'waiting',
  'snooze',
  'done',
])

async function makeFixture(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'yushui-fixture-'))
  const kernel = openKernel({ dataFolder, appVersion: '0.1.0' })
  fill(kernel)
  writeFileSync(fixtureFile(kernel.schemaVersion), dumpOf(kernel.db))
  await kernel.close()
  rmSync(dataFolder, { recursive: true })
}

/** Builds a database file from a fixture. */
export function buildFixture(version: number, file: string, sql: string): void {
  const db = new Database(file)
  try {
    db.pragma('journal_mode = WAL')
    // tables and rows come in any order
    db.pragma('foreign_keys = OFF')
    db.exec(sql)
    if (db.pragma('user_version', { simple: true }) !== version)
      throw new Error(`not a file of schema ${version}`)
  } finally {
    db.close()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await makeFixture()
