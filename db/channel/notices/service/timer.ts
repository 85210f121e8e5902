import { setImmediate as pause } from 'node:timers/promises'
import type { Kernel } from '../../../kernel/kernel.ts'
import { NoticeKeeper } from './keeper.ts'

/** Looks at the clocks so often, by the wall clock. */
const EVERY_MS = 30_000
/** Notices within this time that the laptop slept, or that its clock was set: two numbers are compared. */
const BEAT_MS = 1_000
/** After a commit, so that one of many in a row is looked after. */
const SETTLE_MS = 200
/** A start has more pressing things to do. */
const START_MS = 500

const keepers = new WeakMap<Kernel, NoticeKeeper>()

/** The keeper of a kernel's notices; it looks by itself where an engine has started its timer. */
export function keeperOf(kernel: Kernel): NoticeKeeper {
  const known = keepers.get(kernel)
  if (known) return known
  const made = new NoticeKeeper(kernel)
  keepers.set(kernel, made)
  return made
}

/**
 * Lets notices be given as long as the engine runs: every half minute, after commits, and at once when the laptop has
 * slept or its clock was set, which shows in the wall clock having gone another way than a second's beat. While no
 * window listens nothing is given, so that none is lost between a start and its first window. Timers don't keep the
 * process alive.
 */
export function startNotices(kernel: Kernel): { stop(): void } {
  const keeper = keeperOf(kernel)
  let stopped = false
  let lookedAt = Number.NEGATIVE_INFINITY
  let beatAt = kernel.now()
  const look = (): void => {
    if (stopped || !keeper.isHeard) return
    lookedAt = kernel.now()
    try {
      keeper.look()
    } catch (error) {
      kernel.log.error(error)
    }
  }
  const beat = (): void => {
    const now = kernel.now()
    const jumped = now < beatAt || now - beatAt > 3 * BEAT_MS
    beatAt = now
    if (jumped || now - lookedAt >= EVERY_MS) look()
  }
  const begin = async (): Promise<void> => {
    if (stopped) return
    await keeper.load(() => pause())
    look()
  }
  const starting = setTimeout(() => void begin().catch((error) => kernel.log.error(error)), START_MS).unref()
  const beats = setInterval(beat, BEAT_MS).unref()
  let settling: NodeJS.Timeout | undefined
  const deaf = kernel.feed.listen(() => {
    clearTimeout(settling)
    settling = setTimeout(look, SETTLE_MS).unref()
  })
  return {
    stop() {
      stopped = true
      clearTimeout(starting)
      clearTimeout(settling)
      clearInterval(beats)
      deaf()
      keeper.stop()
    },
  }
}
