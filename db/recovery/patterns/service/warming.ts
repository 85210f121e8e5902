import type { Kernel } from '../../../kernel/kernel.ts'
import { readAhead } from './caseBook.ts'

/**
 * Reads the book of all cases between the engine's other work once a folder is open, so that the first look at patterns
 * waits no longer than later ones.
 */
export function startPatterns(kernel: Kernel): { stop(): void } {
  let next: NodeJS.Immediate | undefined
  const pages = readAhead(kernel)
  const goOn = (): void => {
    try {
      if (pages.next().done !== true) next = setImmediate(goOn)
    } catch (error) {
      // whoever looks at patterns reads them then
      kernel.log.error(error)
    }
  }
  next = setImmediate(goOn)
  return { stop: () => clearImmediate(next) }
}
