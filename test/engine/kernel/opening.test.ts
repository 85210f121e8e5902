import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { backup } from '../../../db/kernel/backup.ts'
import { backupPath, listBackups } from '../../../db/kernel/backupFiles.ts'
import { databaseIn } from '../../../db/kernel/files.ts'
import { recoverFromBackup, startAnew } from '../../../db/kernel/recover.ts'
import { addMember, contentsOf, memberNames, newFolder, openIn, openProblem, refusalOf } from './kernels.ts'

const GARBAGE = Buffer.alloc(100_000, 0xa5)

/** Garbage over the middle of a file; its header still looks like a database. */
const damageMiddle = (file: string) => writeFileSync(file, readFileSync(file).fill(0xa5, 4_200, 60_000))

/** A closed folder with one member in the backup and two in the database. */
async function folderWithBackup(): Promise<{ folder: string; backup: string }> {
  const folder = newFolder()
  const kernel = openIn(folder)
  addMember(kernel, '备份里的')
  const made = await backup(kernel, 'manual')
  addMember(kernel, '之后的')
  await kernel.close()
  return { folder, backup: made.file }
}

describe('a damaged database', () => {
  const damages: readonly [string, (file: string) => void][] = [
    ['overwritten with garbage', (file) => writeFileSync(file, GARBAGE)],
    ['overwritten in the middle', damageMiddle],
    ['cut in the middle', (file) => truncateSync(file, 30_000)],
    ['cut to nothing', (file) => truncateSync(file, 0)],
    ['replaced by a web page', (file) => writeFileSync(file, '<html>'.repeat(1_000))],
    ['gone', (file) => rmSync(file)],
    [
      'the database of another program',
      (file) => {
        rmSync(file)
        const other = new Database(file)
        other.exec('CREATE TABLE notes (id integer)')
        other.close()
      },
    ],
  ]
  test.each(damages)(
    '%s, is told with its newest backup, and not a byte is changed',
    async (_how, damage) => {
      const { folder, backup: newest } = await folderWithBackup()
      damage(databaseIn(folder))
      const before = contentsOf(folder)
      expect(openProblem(() => openIn(folder))).toMatchObject({
        code: 'DAMAGED',
        file: databaseIn(folder),
        lastBackup: newest,
      })
      expect(contentsOf(folder)).toEqual(before)
    },
  )

  test.each(damages)('%s, is replaced by the backup, and lies aside in full', async (_how, damage) => {
    const { folder } = await folderWithBackup()
    damage(databaseIn(folder))
    const damaged = contentsOf(folder)['yushui.db']
    const { setAside, restored } = recoverFromBackup(folder)
    expect(restored).toEqual(listBackups(folder)[0])
    expect(memberNames(openIn(folder))).toEqual(['备份里的'])
    if (damaged) expect(contentsOf(folder)[setAside[0] ?? '']).toBe(damaged)
  })

  test('with a write-ahead log keeps both together aside', async () => {
    const { folder } = await folderWithBackup()
    writeFileSync(databaseIn(folder), GARBAGE)
    writeFileSync(`${databaseIn(folder)}-wal`, GARBAGE)
    const before = contentsOf(folder)
    expect(openProblem(() => openIn(folder)).code).toBe('DAMAGED')
    expect(contentsOf(folder)).toEqual(before)
    const { setAside } = recoverFromBackup(folder)
    expect(setAside.map((path) => path.split(/[\\/]/).at(-1))).toEqual(['yushui.db', 'yushui.db-wal'])
    for (const path of setAside) expect(readFileSync(join(folder, path)).equals(GARBAGE)).toBe(true)
    expect(memberNames(openIn(folder))).toEqual(['备份里的'])
  })
})

describe('a damaged database with damaged backups', () => {
  test('falls back to the newest backup that is whole', async () => {
    const { folder, backup: good } = await folderWithBackup()
    const cut = 'yushui-20990101T000000000Z-hourly.db'
    writeFileSync(backupPath(folder, cut), readFileSync(backupPath(folder, good)).fill(0xa5, 5_000, 60_000))
    writeFileSync(backupPath(folder, 'yushui-20990102T000000000Z-quit.db'), GARBAGE)
    writeFileSync(databaseIn(folder), GARBAGE)
    expect(await refusalOf(() => recoverFromBackup(folder, cut))).toMatchObject({ code: 'BACKUP_DAMAGED' })
    expect(readFileSync(databaseIn(folder)).equals(GARBAGE)).toBe(true)
    expect(recoverFromBackup(folder).restored?.file).toBe(good)
    expect(memberNames(openIn(folder))).toEqual(['备份里的'])
  })

  test('leaves everything where it is until a person starts anew, and then deletes nothing', async () => {
    const { folder, backup: only } = await folderWithBackup()
    writeFileSync(databaseIn(folder), GARBAGE)
    writeFileSync(backupPath(folder, only), GARBAGE)
    const before = contentsOf(folder)
    expect(openProblem(() => openIn(folder))).toMatchObject({ code: 'DAMAGED', lastBackup: null })
    expect(await refusalOf(() => recoverFromBackup(folder))).toMatchObject({ code: 'BACKUP_NOT_FOUND' })
    expect(contentsOf(folder)).toEqual(before)
    const { setAside } = startAnew(folder)
    expect(memberNames(openIn(folder))).toEqual([])
    expect(readFileSync(join(folder, setAside[0] ?? '')).equals(GARBAGE)).toBe(true)
    expect(readFileSync(backupPath(folder, only)).equals(GARBAGE)).toBe(true)
  })
})

describe('a folder that can not be used', () => {
  test('because a file is in its place', () => {
    const file = join(newFolder(), 'data')
    writeFileSync(file, 'mine')
    expect(openProblem(() => openIn(file))).toMatchObject({ code: 'BLOCKED_FOLDER', folder: file })
    expect(openProblem(() => openIn(join(file, 'deeper')))).toMatchObject({ code: 'BLOCKED_FOLDER' })
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  test('because a folder is in the place of the database', () => {
    const folder = newFolder()
    mkdirSync(databaseIn(folder))
    expect(openProblem(() => openIn(folder))).toMatchObject({ code: 'BLOCKED_FOLDER' })
    expect(existsSync(databaseIn(folder))).toBe(true)
  })
})

describe('a folder that another Yushui has open', () => {
  test('is refused, in the same process too, and free again when that one ends', async () => {
    const folder = newFolder()
    const first = openIn(folder)
    addMember(first, '一')
    expect(openProblem(() => openIn(folder))).toEqual({ code: 'LOCKED_BY_OTHER', pid: process.pid })
    expect(openProblem(() => recoverFromBackup(folder))).toMatchObject({ code: 'LOCKED_BY_OTHER' })
    expect(memberNames(first)).toEqual(['一'])
    await first.close()
    expect(memberNames(openIn(folder))).toEqual(['一'])
  })

  test('in another process is refused with its number; SIGKILL frees it at once', async () => {
    const folder = newFolder()
    const open = join(import.meta.dirname, '../../../db/kernel/open.ts')
    const script = `const { openKernel } = await import(${JSON.stringify(open)})
      const kernel = openKernel({ dataFolder: ${JSON.stringify(folder)}, appVersion: 'other' })
      console.log('open')
      // held: a kernel that nothing refers to is collected, and its lock with it
      setInterval(() => kernel, 1000)`
    const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      await once(other.stdout, 'data')
      expect(openProblem(() => openIn(folder))).toEqual({ code: 'LOCKED_BY_OTHER', pid: other.pid })
    } finally {
      other.kill('SIGKILL')
      await once(other, 'exit')
    }
    addMember(openIn(folder), '一')
  })
})

test('a newer file that a crash left with its write-ahead log is refused without folding that in', async () => {
  const { folder } = await folderWithBackup()
  const crashed = newFolder()
  const newer = new Database(databaseIn(folder))
  newer.pragma('journal_mode = WAL')
  newer.pragma('user_version = 99')
  for (const end of ['', '-wal']) copyFileSync(databaseIn(folder) + end, databaseIn(crashed) + end)
  newer.close()
  const before = contentsOf(crashed)
  expect(Object.keys(before)).toEqual(['yushui.db', 'yushui.db-wal'])
  expect(openProblem(() => openIn(crashed))).toMatchObject({ code: 'NEWER_FILE', fileVersion: 99 })
  expect(contentsOf(crashed)).toEqual(before)
})

test('a copied or moved folder goes on under another laptop id', async () => {
  const { folder } = await folderWithBackup()
  const first = openIn(folder)
  const { device } = first
  await first.close()
  const elsewhere = join(newFolder(), 'copy')
  renameSync(folder, elsewhere)
  const moved = openIn(elsewhere)
  expect(moved.device).not.toBe(device)
  expect(memberNames(moved)).toEqual(['备份里的', '之后的'])
})
