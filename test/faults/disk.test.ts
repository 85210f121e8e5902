import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backup } from '../../db/kernel/backup.ts'
import { backupFolder, listBackups } from '../../db/kernel/backupFiles.ts'
import { undo } from '../../db/kernel/history.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'
import { currentSchema } from '../../db/kernel/open.ts'
import { restore } from '../../db/kernel/restore.ts'
import { verify } from '../../db/kernel/verify.ts'
import {
  addMember,
  command,
  contentsOf,
  memberNames,
  newCommandId,
  openIn,
  openProblem,
  refusalOf,
} from '../engine/kernel/kernels.ts'
import { faultyFolder } from '../faultyFolders.ts'

const FULL = { code: 'NOT_SAVED', data: { reason: 'diskFull' } }

function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'yushui-fault-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A folder on a disk of its own with so much room; null where this user may not mount one. */
function smallDisk(megabytes: number): string | null {
  const folder = newFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' })
  })
  return folder
}

/** Takes what room is left on the disk; gives it back when called. */
function fillUp(folder: string): () => void {
  const ballast = join(folder, 'ballast')
  for (let size = 64 * 1024 * 1024; size >= 1024; size /= 2) {
    try {
      while (true) writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' })
    } catch {
      // no room for so much; try with half of it
    }
  }
  return () => rmSync(ballast)
}

const importMembers = (kernel: Kernel, count: number) =>
  kernel.write(command('accounts.import', { source: 'import' }), (tx) => {
    const insert = tx.db.prepare('INSERT INTO member (id, name, role) VALUES (?, ?, ?)')
    for (let i = 0; i < count; i += 1) {
      insert.run(tx.newId(), `导入的客户经理第 ${i} 位`, '客户经理')
      tx.breathe()
    }
    return {}
  })

const isWhole = async (kernel: Kernel) =>
  expect(await verify(kernel, currentSchema.sharedTables)).toMatchObject({ ok: true, integrity: [] })

describe('a full disk', () => {
  test('during an import: refused by name, nothing half written, and work goes on once there is room', async (context) => {
    const folder = smallDisk(8)
    if (!folder) return context.skip('a small disk can not be mounted by this user')
    const kernel = openIn(folder)
    addMember(kernel, '之前')
    expect(await refusalOf(() => importMembers(kernel, 60_000))).toEqual(FULL)
    expect(memberNames(kernel)).toEqual(['之前'])
    await isWhole(kernel)
    addMember(kernel, '之后')
    undo(kernel, newCommandId())
    importMembers(kernel, 500)
    expect(memberNames(kernel)).toHaveLength(501)
    await kernel.close()
    const reopened = openIn(folder)
    expect(memberNames(reopened)).toHaveLength(501)
    await isWhole(reopened)
  })

  test('to the last byte: a single command is refused or saved, never lost after it was answered', async (context) => {
    const folder = smallDisk(4)
    if (!folder) return context.skip('a small disk can not be mounted by this user')
    const kernel = openIn(folder)
    addMember(kernel, '0')
    const makeRoom = fillUp(folder)
    const answered = ['0']
    let refused = 0
    for (let i = 1; i < 400 && refused < 5; i += 1) {
      try {
        addMember(kernel, `${i}`)
        answered.push(`${i}`)
      } catch (error) {
        expect(error).toMatchObject({ code: 'NOT_SAVED' })
        refused += 1
      }
      expect(memberNames(kernel)).toEqual(answered)
    }
    expect(refused).toBe(5)
    makeRoom()
    addMember(kernel, '又有空间')
    await kernel.close()
    const reopened = openIn(folder)
    expect(memberNames(reopened)).toEqual([...answered, '又有空间'])
    await isWhole(reopened)
  })

  test('during a backup or restore: refused, no partial file, the data and the other backups as they were', async (context) => {
    const folder = smallDisk(12)
    if (!folder) return context.skip('a small disk can not be mounted by this user')
    const kernel = openIn(folder)
    importMembers(kernel, 3_000)
    kernel.db.pragma('wal_checkpoint(TRUNCATE)')
    const good = await backup(kernel, 'manual')
    addMember(kernel, '之后')
    fillUp(folder)
    expect(await refusalOf(() => backup(kernel, 'import'))).toEqual(FULL)
    expect(await refusalOf(() => restore(kernel, currentSchema, good.file))).toEqual(FULL)
    expect(readdirSync(backupFolder(folder))).toEqual([good.file])
    expect(listBackups(folder)).toEqual([good])
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
    expect(memberNames(kernel)).toHaveLength(3_001)
  })

  test('when opening: told, and nothing is changed', async (context) => {
    const folder = smallDisk(4)
    if (!folder) return context.skip('a small disk can not be mounted by this user')
    const kernel = openIn(folder)
    addMember(kernel, '之前')
    await kernel.close()
    const makeRoom = fillUp(folder)
    const before = contentsOf(folder)
    expect(openProblem(() => openIn(folder))).toMatchObject({ code: 'BLOCKED_FOLDER', folder })
    expect(contentsOf(folder)).toEqual(before)
    makeRoom()
    expect(memberNames(openIn(folder))).toEqual(['之前'])
  })
})

test('a file that may not grow further (quota): refused by name, nothing half written', async (context) => {
  if (process.platform === 'win32') return context.skip('Windows has no limit for the size of a file')
  const folder = newFolder()
  const helpers = JSON.stringify(join(import.meta.dirname, '../../db/kernel/open.ts'))
  const script = `const { openKernel } = await import(${helpers})
    const kernel = openKernel({ dataFolder: ${JSON.stringify(folder)}, appVersion: 'limited' })
    const write = (commandId, count) => kernel.write({ commandId, label: { command: 'import', params: {} } }, (tx) => {
      const insert = tx.db.prepare('INSERT INTO member (id, name) VALUES (?, ?)')
      for (let i = 0; i < count; i += 1) { insert.run(tx.newId(), 'x'.repeat(50)); tx.breathe() }
      return {}
    })
    write('01900000-0000-7000-8000-000000000001', 5)
    try { write('01900000-0000-7000-8000-000000000002', 30_000); console.log('saved') }
    catch (error) { console.log(error.code) }`
  // in blocks of 512 or 1024 bytes, as the shell has it: 3 to 6 MB, of which an empty file takes one
  const run = spawnSync(
    'sh',
    ['-c', 'ulimit -f 6000 && exec "$0" --input-type=module -e "$1"', process.execPath, script],
    {
      encoding: 'utf8',
    },
  )
  expect(run.stdout.trim()).toBe('NOT_SAVED')
  const kernel = openIn(folder)
  expect(memberNames(kernel)).toHaveLength(5)
  await isWhole(kernel)
})

describe('a folder with a fault', () => {
  test('read-only: told by name, and nothing is changed', async (context) => {
    const folder = await faultyFolder('readOnlyFolder')
    onTestFinished(() => folder.remove())
    if (folder.impossible) return context.skip(folder.impossible)
    const before = contentsOf(folder.dataFolder)
    expect(openProblem(() => openIn(folder.dataFolder))).toEqual({
      code: 'READ_ONLY_FOLDER',
      folder: folder.dataFolder,
    })
    expect(openProblem(() => openIn(join(folder.dataFolder, 'new')))).toMatchObject({
      code: 'READ_ONLY_FOLDER',
    })
    expect(contentsOf(folder.dataFolder)).toEqual(before)
  })

  test.each([
    ['damagedFile', 'DAMAGED'],
    ['newerFile', 'NEWER_FILE'],
    ['blockedFolder', 'BLOCKED_FOLDER'],
  ] as const)('%s: told by name', async (fault, code) => {
    const folder = await faultyFolder(fault)
    onTestFinished(() => folder.remove())
    expect(openProblem(() => openIn(folder.dataFolder)).code).toBe(code)
  })
})
