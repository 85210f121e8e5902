import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { onTestFinished } from 'vitest'
import { searchIndex } from '../../db/accounts/search/service/upkeep.ts'
import { loadSample } from '../../db/department/service/sample.ts'
import { actorName } from '../../db/department/settings.ts'
import { databaseIn } from '../../db/kernel/files.ts'
import { CommandId } from '../../db/kernel/ids.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'
import { openKernel } from '../../db/kernel/open.ts'

/** A folder of its own, gone when the test ends. */
function newFolder(): string {
  const dataFolder = mkdtempSync(join(tmpdir(), 'yushui-test-'))
  onTestFinished(() => rmSync(dataFolder, { recursive: true }))
  return dataFolder
}

/** Opens a folder as the engine does; closed when the test ends. */
function open(dataFolder: string, now: () => number): Kernel {
  const options = { dataFolder, appVersion: '0.1.0-test', now }
  const kernel = openKernel({ ...options, derived: searchIndex, actor: actorName })
  onTestFinished(() => kernel.close())
  return kernel
}

/** Database files as they are before the first test writes into them: making one takes many times a copy. */
const prepared = new Map<string, Buffer>()

/** A kernel on a copy of the file of that name, which is made where there is none yet. */
function copyOf(name: string, now: () => number, make: (kernel: Kernel) => void): Kernel {
  const dataFolder = newFolder()
  const file = prepared.get(name)
  if (file) writeFileSync(databaseIn(dataFolder), file)
  const kernel = open(dataFolder, now)
  if (!file) {
    make(kernel)
    prepared.set(name, kernel.db.serialize())
  }
  return kernel
}

/** A kernel on a real file in a folder of its own, gone when the test ends. */
export const newKernel = (now: () => number = Date.now): Kernel => copyOf('empty', now, () => {})

/** The same with the sample department in it, as it is loaded at the hour of its clock: its requests' clocks run from then. */
export const newSampleKernel = (now: () => number = Date.now): Kernel =>
  copyOf(`sample ${new Date(now()).toISOString().slice(0, 13)}`, now, (kernel) =>
    loadSample(kernel, { commandId: command() }),
  )

/** A new command's id. */
export const command = (): CommandId => CommandId.parse(uuidv7())

/** The code and data that a refusal carries, for `expect(…).toThrow`. */
export const refusal = (code: string, data?: unknown) =>
  data === undefined ? { name: 'Refusal', code } : { name: 'Refusal', code, data }
