import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { onTestFinished } from 'vitest'
import { OpenFailure, type OpenProblem, Refusal } from '../../../db/kernel/errors.ts'
import { CommandId } from '../../../db/kernel/ids.ts'
import type { Command, Kernel, Tx } from '../../../db/kernel/kernel.ts'
import { type OpenOptions, openKernel } from '../../../db/kernel/open.ts'

/** An empty folder, gone when the test ends. */
export function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'yushui-kernel-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An open kernel on a folder, closed when the test ends if it still is open. */
export function openIn(dataFolder: string, options: Partial<OpenOptions> = {}): Kernel {
  const kernel = openKernel({ dataFolder, appVersion: '0.1.0-test', ...options })
  onTestFinished(() => kernel.close())
  return kernel
}

export const newKernel = (options: Partial<OpenOptions> = {}): Kernel => openIn(newFolder(), options)

export const newCommandId = (): CommandId => CommandId.parse(uuidv7())

/** A command of its own, named `name`. */
export const command = (name = 'test', more: Partial<Command> = {}): Command => ({
  commandId: newCommandId(),
  label: { command: name, params: {} },
  ...more,
})

/** Adds a member; answers with the row's id. */
export function addMember(kernel: Kernel, name: string, more: Partial<Command> = {}): string {
  return kernel.write(command('department.addMember', more), (tx) => ({ id: insertMember(tx, name) })).id
}

export function insertMember(tx: Tx, name: string): string {
  const id = tx.newId()
  tx.db.prepare('INSERT INTO member (id, name) VALUES (?, ?)').run(id, name)
  return id
}

export const renameMember = (kernel: Kernel, id: string, name: string, more: Partial<Command> = {}) =>
  kernel.write(command('department.changeMember', more), (tx) => {
    tx.db.prepare('UPDATE member SET name = ? WHERE id = ?').run(name, id)
    return {}
  })

/** The names of members that are not deleted, in order of age. */
export const memberNames = (kernel: Kernel): string[] =>
  kernel.db.prepare<[], string>('SELECT name FROM member WHERE deleted = 0 ORDER BY id').pluck().all()

/** The refusal that `work` throws. */
export async function refusalOf(work: () => unknown): Promise<{ code: string; data: unknown }> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, data: error.data }
    throw error
  }
  throw new Error('nothing was refused')
}

/** The problem with which opening fails. */
export function openProblem(open: () => unknown): OpenProblem {
  try {
    open()
  } catch (error) {
    if (error instanceof OpenFailure) return error.problem
    throw error
  }
  throw new Error('it opened')
}

/** The user's files of a folder with a hash of each; the lock, the log and SQLite's shared memory are not data. */
export function contentsOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    names
      .filter((name) => !/^lock\.|^logs|-shm$/.test(name) && statSync(join(folder, name)).isFile())
      .filter((name) => !(name.endsWith('-wal') && statSync(join(folder, name)).size === 0))
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  )
}
