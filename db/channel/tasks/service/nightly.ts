import { dayOf } from '../../../accounts/rules/days.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { generateIfDue } from './generate.ts'

/** How often the day is asked for: a laptop that slept over midnight has its tasks a minute after it is opened. */
const LOOK_MS = 60_000
/** After the start the first screen has the engine to itself for this long. */
const START_MS = 3_000

/**
 * Makes care tasks soon after the start and whenever the local day has changed. Timers don't keep the process alive; what
 * fails is logged and tried again a minute later.
 */
export function startCare(kernel: Kernel): { stop(): void } {
  let doneOn = ''
  const look = (): void => {
    const today = dayOf(kernel.now())
    if (today === doneOn) return
    try {
      generateIfDue(kernel)
      doneOn = today
    } catch (error) {
      kernel.log.error(error)
    }
  }
  const first = setTimeout(look, START_MS).unref()
  const later = setInterval(look, LOOK_MS).unref()
  return {
    stop() {
      clearTimeout(first)
      clearInterval(later)
    },
  }
}
