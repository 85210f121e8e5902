import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  realpathSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openEngine } from '../db/engine.ts'
import { DATABASE_FILE } from '../db/kernel/files.ts'

/** What can be wrong with a data folder before anything is opened; any test can run under any of them. */
export type Fault = 'none' | 'readOnlyFolder' | 'blockedFolder' | 'damagedFile' | 'newerFile'

export interface FaultyFolder {
  readonly dataFolder: string
  /** why this fault can't be made on this machine; such a test is skipped with this reason */
  readonly impossible: string | null
  remove(): void
}

/** root ignores permissions, so a folder is mounted read-only onto itself instead. */
function makeReadOnly(folder: string): { impossible: string | null; undo: () => void } {
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o555)
    return { impossible: null, undo: () => chmodSync(folder, 0o755) }
  }
  try {
    execFileSync('mount', ['--bind', folder, folder], { stdio: 'ignore' })
    execFileSync('mount', ['-o', 'remount,ro,bind', folder], { stdio: 'ignore' })
    return { impossible: null, undo: () => execFileSync('umount', [folder], { stdio: 'ignore' }) }
  } catch {
    return { impossible: 'root may not mount here, and permissions do not bind root', undo: () => {} }
  }
}

/** Damages a database: garbage over the middle of the file: its header still looks like a database. */
export function damage(file: string) {
  const handle = openSync(file, 'r+')
  const garbage = Buffer.alloc(4_096, 0xa5)
  for (let page = 1; page < 12; page += 1) writeSync(handle, garbage, 0, garbage.length, page * 4_096 + 100)
  closeSync(handle)
}

async function makeData(dataFolder: string) {
  const engine = await openEngine({ dataFolder, appVersion: '0.0.0-test' })
  await engine.close()
}

/** A fresh data folder in the system's temporary place, with the fault asked for. */
export async function faultyFolder(fault: Fault): Promise<FaultyFolder> {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'yushui-test-')))
  const dataFolder = join(place, '数据 data')
  let impossible: string | null = null
  let undo = () => {}
  const file = join(dataFolder, DATABASE_FILE)
  if (fault === 'blockedFolder') writeFileSync(dataFolder, 'a file where the folder should be')
  else if (fault !== 'none') await makeData(dataFolder)
  if (fault === 'damagedFile') damage(file)
  if (fault === 'newerFile') {
    const db = new Database(file)
    db.pragma('user_version = 99999')
    db.close()
  }
  if (fault === 'readOnlyFolder') ({ impossible, undo } = makeReadOnly(dataFolder))
  return {
    dataFolder,
    impossible,
    remove() {
      undo()
      rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
    },
  }
}
