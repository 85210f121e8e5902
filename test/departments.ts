import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { dayOf } from '../db/accounts/rules/days.ts'
import { loadSample } from '../db/department/service/sample.ts'
import { startEmpty } from '../db/department/service/start.ts'
import { changeSettings } from '../db/department/settings.ts'
import { openEngine } from '../db/engine.ts'
import { databaseIn } from '../db/kernel/files.ts'
import { CommandId } from '../db/kernel/ids.ts'
import type { Kernel } from '../db/kernel/kernel.ts'

/** What a data folder holds before anybody opens a window: nothing (the first run), or what the first run gives. */
export type Department = 'none' | 'empty' | 'sample'

/** Departments that are made once, by the engine itself, and copied as often as they are wanted. */
export interface Departments {
  /**
   * Puts a department into a data folder that has no database yet, where it makes the folder; 'none' does nothing.
   * @param now epoch ms, when the department was made; the machine's clock when absent
   */
  copyInto(dataFolder: string, department: Department, now?: () => number): Promise<void>
  /** Removes what the copies are made of. */
  remove(): void
}

const FIRST_RUN: Readonly<Record<Exclude<Department, 'none'>, (kernel: Kernel) => unknown>> = {
  empty: (kernel) => startEmpty(kernel, { name: '' }),
  sample: (kernel) => loadSample(kernel, { commandId: CommandId.parse(uuidv7()) }),
}

/**
 * Departments to copy. A copy holds what the first run would have left there on this day: the database alone, so that
 * the folder gets a laptop's id of its own, as any copied one does, and has no backups yet.
 */
export function preparedDepartments(): Departments {
  const place = mkdtempSync(join(tmpdir(), 'yushui-departments-'))
  const made = new Map<string, Promise<string>>()

  async function make(
    department: Exclude<Department, 'none'>,
    key: string,
    now: () => number,
  ): Promise<string> {
    const dataFolder = join(place, key)
    const engine = await openEngine({ dataFolder, appVersion: '0.0.0-test', now })
    FIRST_RUN[department](engine.kernel)
    // where the person left off: most tests begin at the list of accounts, and say so where they don't
    changeSettings(engine.kernel, { lastRoute: '/accounts' })
    await engine.close()
    return databaseIn(dataFolder)
  }

  return {
    async copyInto(dataFolder, department, now = Date.now) {
      if (department === 'none') return
      // the sample's days are told from today: a run over midnight makes it anew
      const key = `${department} ${dayOf(now())}`
      const source = made.get(key) ?? make(department, key, now)
      made.set(key, source)
      mkdirSync(dataFolder, { recursive: true })
      copyFileSync(await source, databaseIn(dataFolder))
    },
    remove: () => rmSync(place, { recursive: true, force: true }),
  }
}
