import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { backupFolder, listBackups } from '../../../db/kernel/backupFiles.ts'
import { databaseIn } from '../../../db/kernel/files.ts'
import { listHistory, redo, undo } from '../../../db/kernel/history.ts'
import { currentSchema } from '../../../db/kernel/open.ts'
import { describeSchema, emptyDatabase, type Schema } from '../../../db/kernel/schema.ts'
import { verify } from '../../../db/kernel/verify.ts'
import { type MigrationStep, migrations } from '../../../db/migrations/steps.ts'
import {
  addMember,
  command,
  contentsOf,
  insertMember,
  memberNames,
  newCommandId,
  newFolder,
  openIn,
  openProblem,
} from './kernels.ts'
import { buildFixture, fixtureFile } from './schemaFixture.ts'

describe.each(migrations.map(({ version }) => version))('a file of schema %i', (version) => {
  test('opens with every row and its whole history, and looks like one made today', async () => {
    const folder = newFolder()
    const fixture = readFileSync(fixtureFile(version), 'utf8')
    buildFixture(version, databaseIn(folder), fixture)
    const before = rowsOf(databaseIn(folder))
    const kernel = openIn(folder)
    const fresh = emptyDatabase(currentSchema)
    expect(describeSchema(kernel.db)).toEqual(describeSchema(fresh))
    fresh.close()
    expect(rowsOf(databaseIn(folder))).toMatchObject(before)
    expect(await verify(kernel, currentSchema.sharedTables)).toMatchObject({ ok: true })
    expect(memberNames(kernel)).toEqual(['韩梅梅'])
    undo(kernel, newCommandId())
    expect(memberNames(kernel)).toEqual(['李雷'])
    redo(kernel, newCommandId())
    expect(listHistory(kernel, { limit: 20 }).entries).toHaveLength((before.txn?.length ?? 0) + 2)
  })
})

/** Every row of every table but the steps. */
function rowsOf(file: string): Record<string, unknown[]> {
  const db = new Database(file, { readonly: true })
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'migration'`,
    )
    .pluck()
    .all()
  const rows = Object.fromEntries(
    tables.map((table): [string, unknown[]] => [
      table,
      db.prepare(`SELECT * FROM "${table}" ORDER BY 1`).all(),
    ]),
  )
  db.close()
  return rows
}

const laterRoom = sqliteTable('later_room', {
  id: text().primaryKey(),
  memberId: text('member_id'),
  deleted: integer().notNull().default(0),
})
/** What a next release could bring: a new shared table, and a rebuilt one with children. */
const nextStep: MigrationStep = {
  version: migrations.length + 1,
  name: '9999-later',
  sql: `CREATE TABLE later_room (id text PRIMARY KEY NOT NULL, member_id text, deleted integer DEFAULT 0 NOT NULL,
      FOREIGN KEY (member_id) REFERENCES member(id) DEFERRABLE INITIALLY DEFERRED);
    CREATE TABLE member_new (id text PRIMARY KEY NOT NULL, name text NOT NULL, role text DEFAULT '' NOT NULL,
      deleted integer DEFAULT 0 NOT NULL);
    INSERT INTO member_new SELECT id, name, role, deleted FROM member;
    DROP TABLE member;
    ALTER TABLE member_new RENAME TO member;`,
}
const next = (sql = nextStep.sql): Schema => ({
  steps: [...migrations, { ...nextStep, sql }],
  sharedTables: [...currentSchema.sharedTables, laterRoom],
})

async function folderWithData(): Promise<string> {
  const folder = newFolder()
  const kernel = openIn(folder)
  const id = addMember(kernel, '李雷')
  kernel.write(command(), (tx) => {
    tx.db.prepare('INSERT INTO account (id, name, owner_id) VALUES (?, ?, ?)').run(tx.newId(), '甲', id)
    return {}
  })
  await kernel.close()
  return folder
}

describe('a step to a newer schema', () => {
  test('backs up first, keeps rows, children and history, and logs the rebuilt table', async () => {
    const folder = await folderWithData()
    const kernel = openIn(folder, { schema: next() })
    const [backup, ...others] = listBackups(folder)
    expect([backup?.reason, others]).toEqual(['migration', []])
    expect(memberNames(kernel)).toEqual(['李雷'])
    expect(kernel.db.prepare('SELECT count(*) FROM account').pluck().get()).toBe(1)
    const { id } = kernel.write(command(), (tx) => ({ id: insertMember(tx, '韩梅梅') }))
    kernel.write(command(), (tx) => {
      tx.db.prepare('INSERT INTO later_room (id, member_id) VALUES (?, ?)').run(tx.newId(), id)
      return {}
    })
    expect(() => kernel.db.exec(`UPDATE member SET name = ''`)).toThrow('outside a transaction')
    expect(await verify(kernel, next().sharedTables)).toMatchObject({ ok: true })
  })

  test.each([
    ['fails', 'CREATE TABLE later_room (id text); INSERT INTO nowhere VALUES (1);', 'no such table: nowhere'],
    ['leaves rows that point nowhere', `${nextStep.sql} DELETE FROM member;`, 'point nowhere'],
  ])('that %s is undone as a whole: the file is byte for byte as it was', async (_what, sql, detail) => {
    const folder = await folderWithData()
    const before = contentsOf(folder)[`yushui.db`]
    const schema = next(sql)
    const problem = openProblem(() => openIn(folder, { schema }))
    expect(problem).toMatchObject({
      code: 'MIGRATION_FAILED',
      step: '9999-later',
      detail: expect.stringContaining(detail),
    })
    expect(contentsOf(folder)['yushui.db']).toBe(before)
    expect(memberNames(openIn(folder))).toEqual(['李雷'])
  })

  test('that was edited after it ran is refused by name, and nothing is changed', async () => {
    const folder = await folderWithData()
    await openIn(folder, { schema: next() }).close()
    const before = contentsOf(folder)
    const edited = next(`${nextStep.sql} -- harmless`)
    expect(openProblem(() => openIn(folder, { schema: edited }))).toEqual({
      code: 'MIGRATION_EDITED',
      step: '9999-later',
    })
    expect(contentsOf(folder)).toEqual(before)
  })

  test('makes a file that the older program refuses, and nothing is changed', async () => {
    const folder = await folderWithData()
    await openIn(folder, { schema: next() }).close()
    const before = contentsOf(folder)
    expect(openProblem(() => openIn(folder))).toEqual({
      code: 'NEWER_FILE',
      fileVersion: nextStep.version,
      appVersion: migrations.length,
    })
    expect(contentsOf(folder)).toEqual(before)
  })
})

test('a file whose tables somebody changed by hand is refused, and stays as it is', async () => {
  const folder = await folderWithData()
  const db = new Database(databaseIn(folder))
  db.exec('CREATE TABLE stray (id text)')
  db.close()
  const before = contentsOf(folder)['yushui.db']
  for (const schema of [currentSchema, next()])
    expect(openProblem(() => openIn(folder, { schema }))).toMatchObject({
      code: 'MIGRATION_FAILED',
      detail: expect.stringContaining('unknown table stray'),
    })
  expect(contentsOf(folder)['yushui.db']).toBe(before)
})

test('triggers that are missing or from another program are made anew before anything is written', async () => {
  const folder = await folderWithData()
  const db = new Database(databaseIn(folder))
  db.exec('DROP TRIGGER log_member_update; DROP TRIGGER log_change_delete')
  db.close()
  const kernel = openIn(folder)
  expect(() => kernel.db.exec(`UPDATE member SET name = ''`)).toThrow('outside a transaction')
  expect(() => kernel.db.exec('DELETE FROM change')).toThrow('immutable')
})

test('a new folder gets no backup and no leftovers', () => {
  const folder = newFolder()
  openIn(folder)
  expect(existsSync(backupFolder(folder))).toBe(false)
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
  expect(existsSync(join(folder, 'yushui.db'))).toBe(true)
})
