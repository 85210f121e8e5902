import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { backup } from '../../db/kernel/backup.ts'
import { backupFolder, backupPath, listBackups } from '../../db/kernel/backupFiles.ts'
import { CommandId } from '../../db/kernel/ids.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'
import { currentSchema, openKernel } from '../../db/kernel/open.ts'
import type { Schema } from '../../db/kernel/schema.ts'
import { verify } from '../../db/kernel/verify.ts'
import { largerSchema } from './largerSchema.ts'
import { type Acknowledged, bundleVictim, type Moment, Victims } from './victims.ts'

let victims: Victims
beforeAll(async () => {
  victims = new Victims(await bundleVictim(), 3)
})
afterAll(() => victims.end())

function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'yushui-fault-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const open = (dataFolder: string, schema?: Schema): Kernel =>
  openKernel({ dataFolder, appVersion: 'after', ...(schema ? { schema } : {}) })

const members = (db: Database.Database): string[] =>
  db.prepare<[], string>('SELECT id || name || role FROM member WHERE deleted = 0 ORDER BY id').pluck().all()

const hashOf = (rows: string[]): string => createHash('sha1').update(rows.join()).digest('hex')

function addMembers(kernel: Kernel, count: number): void {
  const command = { commandId: CommandId.parse(uuidv7()), label: { command: 'import', params: {} } }
  kernel.write(command, (tx) => {
    const insert = tx.db.prepare('INSERT INTO member (id, name) VALUES (?, ?)')
    for (let i = 0; i < count; i += 1) {
      insert.run(tx.newId(), `成员 ${i}`)
      tx.breathe()
    }
    return {}
  })
}

/** A closed folder with `count` members, and a backup of it. */
async function folderWith(count: number): Promise<{ dataFolder: string; file: string }> {
  const dataFolder = newFolder()
  const kernel = open(dataFolder)
  addMembers(kernel, count)
  const { file } = await backup(kernel, 'manual')
  await kernel.close()
  return { dataFolder, file }
}

const txnsOf = (kernel: Kernel): string[] =>
  kernel.db.prepare<[], string>('SELECT id FROM txn ORDER BY hlc').pluck().all()

/** Random, and spread over the whole time in which something can happen. */
const moments = (count: number, after: Moment['after'], upToMs: number): Moment[] =>
  Array.from({ length: count }, (_, i) => ({ after, ms: ((i + Math.random()) / count) * upToMs }))

test('killed 100 times at random moments, the engine keeps every write that it acknowledged', async () => {
  const dataFolder = newFolder()
  const acknowledged: Acknowledged[] = []
  let unanswered = 0
  for (const moment of [...moments(20, 'order', 150), ...moments(80, 'firstDone', 60)]) {
    const lines = await victims.runAndKill({ what: 'write', dataFolder }, moment)
    acknowledged.push(...lines.map((line): Acknowledged => JSON.parse(line)))
    const kernel = open(dataFolder)
    const there = txnsOf(kernel)
    // at most the write that was under way may be there without an answer; it counts as said from now on
    const known = new Set(acknowledged.map(({ txnId }) => txnId))
    const more = there.filter((txnId) => !known.has(txnId))
    expect(more.length).toBeLessThanOrEqual(1)
    const rows = hashOf(members(kernel.db))
    const last = acknowledged.at(-1)
    if (more.length === 0 && last) expect(rows).toBe(last.seen)
    unanswered += more.length
    acknowledged.push(...more.map((txnId) => ({ txnId, seen: rows })))
    expect(there).toEqual(acknowledged.map(({ txnId }) => txnId))
    expect(await verify(kernel, currentSchema.sharedTables)).toMatchObject({ ok: true, integrity: [] })
    await kernel.close()
  }
  // the kills must have met it at work, or they prove nothing
  expect(acknowledged.length - unanswered).toBeGreaterThanOrEqual(80)
}, 120_000)

test('killed while it backs up, it leaves no half backup that could be taken for a good one', async () => {
  const { dataFolder } = await folderWith(10_000)
  for (const moment of moments(8, 'order', 300)) {
    await victims.runAndKill({ what: 'backup', dataFolder }, moment)
    for (const { file } of listBackups(dataFolder)) {
      const copy = new Database(backupPath(dataFolder, file), { readonly: true })
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(members(copy)).toHaveLength(10_000)
      copy.close()
    }
  }
  await open(dataFolder).close()
  expect(readdirSync(backupFolder(dataFolder)).filter((name) => name.includes('partial'))).toEqual([])
}, 60_000)

test('killed while it restores, the data is the old or the new one, whole, and never gone', async () => {
  const { dataFolder, file } = await folderWith(2_000)
  let kernel = open(dataFolder)
  addMembers(kernel, 2_000)
  await kernel.close()
  for (const moment of moments(8, 'order', 300)) {
    await victims.runAndKill({ what: 'restore', dataFolder, file }, moment)
    kernel = open(dataFolder)
    expect([2_000, 4_000]).toContain(members(kernel.db).length)
    expect(await verify(kernel, currentSchema.sharedTables)).toMatchObject({ ok: true })
    await kernel.close()
  }
}, 60_000)

test('killed while it migrates, the file is of the old or the new schema, whole, with a backup of the old', async () => {
  const { dataFolder } = await folderWith(20_000)
  const versionOf = (path: string): number => {
    const db = new Database(path, { readonly: true })
    const version = Number(db.pragma('user_version', { simple: true }))
    db.close()
    return version
  }
  const before = currentSchema.steps.length
  for (const moment of moments(6, 'order', 400)) {
    await victims.runAndKill({ what: 'migrate', dataFolder }, moment)
    const version = versionOf(join(dataFolder, 'yushui.db'))
    expect([before, before + 1]).toContain(version)
    for (const { file } of listBackups(dataFolder))
      expect(versionOf(backupPath(dataFolder, file))).toBe(before)
    const kernel = open(dataFolder, version === before ? currentSchema : largerSchema)
    expect(members(kernel.db)).toHaveLength(20_000)
    expect(await verify(kernel, currentSchema.sharedTables)).toMatchObject({ ok: true })
    await kernel.close()
    if (version > before) break
  }
  const kernel = open(dataFolder, largerSchema)
  expect(listBackups(dataFolder).map(({ reason }) => reason)).toContain('migration')
  expect(members(kernel.db)).toHaveLength(20_000)
  await kernel.close()
  expect(existsSync(join(dataFolder, 'yushui.db-wal'))).toBe(false)
}, 60_000)
