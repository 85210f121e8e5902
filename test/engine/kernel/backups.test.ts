import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openEngine } from '../../../db/engine.ts'
import { backup } from '../../../db/kernel/backup.ts'
import { backupFolder, backupPath, listBackups } from '../../../db/kernel/backupFiles.ts'
import type { CommittedEvent } from '../../../db/kernel/contract.ts'
import { databaseIn } from '../../../db/kernel/files.ts'
import { undo } from '../../../db/kernel/history.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { currentSchema } from '../../../db/kernel/open.ts'
import { restore } from '../../../db/kernel/restore.ts'
import { verify } from '../../../db/kernel/verify.ts'
import {
  addMember,
  contentsOf,
  memberNames,
  newCommandId,
  newFolder,
  newKernel,
  openIn,
  refusalOf,
} from './kernels.ts'

const restoreHere = (kernel: Kernel, file: string) => restore(kernel, currentSchema, file)

const namesIn = (file: string): string[] => {
  const db = new Database(file, { readonly: true })
  try {
    return db.prepare<[], string>('SELECT name FROM member WHERE deleted = 0 ORDER BY id').pluck().all()
  } finally {
    db.close()
  }
}

describe('a backup', () => {
  test('is a whole file of its own with everything that was written', async () => {
    const kernel = newKernel()
    addMember(kernel, '李雷')
    const made = await backup(kernel, 'manual')
    expect(listBackups(kernel.dataFolder)).toEqual([made])
    expect(readdirSync(backupFolder(kernel.dataFolder))).toEqual([made.file])
    expect(namesIn(backupPath(kernel.dataFolder, made.file))).toEqual(['李雷'])
    expect(Math.abs(Date.parse(made.at) - Date.now())).toBeLessThan(60_000)
  })

  test('can be made while commands go on', async () => {
    const kernel = newKernel()
    addMember(kernel, '一')
    const making = [backup(kernel, 'manual'), backup(kernel, 'import')]
    addMember(kernel, '二')
    const [first, second] = await Promise.all(making)
    for (const made of [first, second])
      expect(namesIn(backupPath(kernel.dataFolder, made?.file ?? ''))).toEqual(['一', '二'])
  })

  test('list leaves out what is not one: other files, cut ones, half-made ones', async () => {
    const kernel = newKernel()
    addMember(kernel, '一')
    const made = await backup(kernel, 'manual')
    const folder = backupFolder(kernel.dataFolder)
    writeFileSync(join(folder, 'notes.txt'), 'mine')
    writeFileSync(join(folder, 'yushui-20990101T000000000Z-manual.db'), 'cut')
    writeFileSync(
      join(folder, 'yushui-20990101T000000000Z-manual.db.partial'),
      readFileSync(join(folder, made.file)),
    )
    expect(listBackups(kernel.dataFolder)).toEqual([made])
  })
})

describe('restore', () => {
  test('brings back what was there, keeps what is there now as a backup, and tells every window', async () => {
    const kernel = newKernel()
    addMember(kernel, '一')
    const made = await backup(kernel, 'manual')
    addMember(kernel, '二')
    const told: CommittedEvent[] = []
    kernel.feed.listen((event) => told.push(event))
    const device = kernel.device
    const { setAside } = await restoreHere(kernel, made.file)
    expect(memberNames(kernel)).toEqual(['一'])
    expect(told).toMatchObject([{ txnId: null, undo: { undo: { command: 'department.addMember' } } }])
    expect(kernel.device).not.toBe(device)
    expect(setAside.reason).toBe('restore')
    expect(namesIn(backupPath(kernel.dataFolder, setAside.file))).toEqual(['一', '二'])

    undo(kernel, newCommandId())
    addMember(kernel, '三')
    expect(memberNames(kernel)).toEqual(['三'])
    expect(await verify(kernel, currentSchema.sharedTables)).toMatchObject({ ok: true })
    await restoreHere(kernel, setAside.file)
    expect(memberNames(kernel)).toEqual(['一', '二'])
    const { dataFolder } = kernel
    await kernel.close()
    expect(memberNames(openIn(dataFolder))).toEqual(['一', '二'])
  })

  test('goes on with the clock after what was written before it, also when the wall clock stands still', async () => {
    const kernel = newKernel({ now: () => Date.UTC(2026, 0, 1) })
    addMember(kernel, '一')
    const made = await backup(kernel, 'manual')
    addMember(kernel, '二')
    const readings = [kernel.newestHlc()?.slice(0, 22) ?? '']
    await restoreHere(kernel, made.file)
    addMember(kernel, '三')
    readings.push(kernel.newestHlc()?.slice(0, 22) ?? '')
    expect(readings).toEqual([...new Set(readings)].sort())
  })

  test('of a missing or damaged backup is refused, and everything stays as it is', async () => {
    const kernel = newKernel()
    addMember(kernel, '一')
    const made = await backup(kernel, 'manual')
    const damaged = readFileSync(backupPath(kernel.dataFolder, made.file)).fill(0xa5, 5_000, 40_000)
    const name = 'yushui-20200101T000000000Z-manual.db'
    writeFileSync(backupPath(kernel.dataFolder, name), damaged)
    const before = contentsOf(kernel.dataFolder)
    expect(await refusalOf(() => restoreHere(kernel, name))).toMatchObject({ code: 'BACKUP_DAMAGED' })
    for (const missing of [
      'yushui-20210101T000000000Z-manual.db',
      '../yushui.db',
      join('..', '..', 'etc', 'passwd'),
      '',
    ])
      expect(await refusalOf(() => restoreHere(kernel, missing))).toMatchObject({ code: 'BACKUP_NOT_FOUND' })
    expect(contentsOf(kernel.dataFolder)).toEqual(before)
    addMember(kernel, '二')
    expect(memberNames(kernel)).toEqual(['一', '二'])
  })

  test('loses nothing that commits while it is under way', async () => {
    const kernel = newKernel()
    addMember(kernel, '一')
    const made = await backup(kernel, 'manual')
    const restoring = restoreHere(kernel, made.file)
    await Promise.resolve()
    addMember(kernel, '在恢复途中')
    const { setAside } = await restoring
    expect(namesIn(backupPath(kernel.dataFolder, setAside.file))).toEqual(['一', '在恢复途中'])
  })
})

describe('the engine', () => {
  afterEach(() => {
    vi.useRealTimers()
  })
  const reasons = (folder: string) => listBackups(folder).map(({ reason }) => reason)

  test('backs up on quit what changed since the last backup, and only that', async () => {
    const dataFolder = newFolder()
    const run = async (work: (kernel: Kernel) => void) => {
      const engine = await openEngine({ dataFolder, appVersion: '0.1.0-test' })
      work(engine.kernel)
      await engine.close()
    }
    await run(() => {})
    expect(reasons(dataFolder)).toEqual([])
    await run((kernel) => addMember(kernel, '一'))
    expect(reasons(dataFolder)).toEqual(['quit'])
    await run(() => {})
    expect(reasons(dataFolder)).toEqual(['quit'])
    await run((kernel) => addMember(kernel, '二'))
    expect(reasons(dataFolder)).toEqual(['quit', 'quit'])
  })

  test('backs up every hour in which something changed', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const dataFolder = newFolder()
    const engine = await openEngine({ dataFolder, appVersion: '0.1.0-test' })
    const hour = async () => {
      vi.advanceTimersByTime(3_600_000)
      await engine.kernel.oneAtATime(async () => {})
    }
    await hour()
    expect(reasons(dataFolder)).toEqual([])
    addMember(engine.kernel, '一')
    await hour()
    await hour()
    expect(reasons(dataFolder)).toEqual(['hourly'])
    await engine.close()
    expect(reasons(dataFolder)).toEqual(['hourly'])
  })

  test('closed, leaves one file and no write-ahead log', async () => {
    const dataFolder = newFolder()
    const engine = await openEngine({ dataFolder, appVersion: '0.1.0-test' })
    addMember(engine.kernel, '一')
    await engine.close()
    await engine.close()
    expect(existsSync(`${databaseIn(dataFolder)}-wal`)).toBe(false)
  })
})
