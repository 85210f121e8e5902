import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { onTestFinished } from 'vitest'
import { searchIndex } from '../../db/accounts/search/service/upkeep.ts'
import { actorName } from '../../db/department/settings.ts'
import { CommandId } from '../../db/kernel/ids.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'
import { openKernel } from '../../db/kernel/open.ts'

/** A kernel on a real file in a folder of its own, gone when the test ends. */
export function newKernel(now: () => number = Date.now): Kernel {
  const dataFolder = mkdtempSync(join(tmpdir(), 'yushui-test-'))
  const options = { dataFolder, appVersion: '0.1.0-test', now }
  const kernel = openKernel({ ...options, derived: searchIndex, actor: actorName })
  onTestFinished(async () => {
    await kernel.close()
    rmSync(dataFolder, { recursive: true })
  })
  return kernel
}

/** A new command's id. */
export const command = (): CommandId => CommandId.parse(uuidv7())

/** The code and data that a refusal carries, for `expect(…).toThrow`. */
export const refusal = (code: string, data?: unknown) =>
  data === undefined ? { name: 'Refusal', code } : { name: 'Refusal', code, data }
