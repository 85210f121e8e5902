import { startIndexing } from './accounts/search/service/building.ts'
import { searchIndex } from './accounts/search/service/upkeep.ts'
import { startNotices } from './channel/notices/service/timer.ts'
import { startCare } from './channel/tasks/service/nightly.ts'
import { actorName } from './department/settings.ts'
import type { Kernel } from './kernel/kernel.ts'
import { openKernel } from './kernel/open.ts'
import { startUpkeep } from './kernel/upkeep.ts'
import { startPatterns } from './recovery/patterns/service/warming.ts'

/** Where the engine keeps its data, and what it is part of. */
export interface EngineOptions {
  readonly dataFolder: string
  readonly appVersion: string
  /** milliseconds since 1970 */
  readonly now?: () => number
}

/** An open data folder. */
export interface Engine {
  readonly kernel: Kernel
  /** Ends it: backs up what changed, and lets go of the folder. */
  close(): Promise<void>
}

/** Opens (making or migrating) a data folder; one engine at a time. Throws OpenFailure with nothing changed. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const kernel = openKernel({ ...options, actor: actorName, derived: searchIndex })
  const indexing = startIndexing(kernel)
  const care = startCare(kernel)
  const upkeep = startUpkeep(kernel)
  const notices = startNotices(kernel)
  const patterns = startPatterns(kernel)
  let closing: Promise<void> | undefined
  return {
    kernel,
    close() {
      indexing.stop()
      notices.stop()
      patterns.stop()
      care.stop()
      closing ??= upkeep.stop().then(() => kernel.close())
      return closing
    },
  }
}
