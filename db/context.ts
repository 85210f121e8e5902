import type { Kernel } from './kernel/kernel.ts'

/** What every procedure is given by its host. */
export interface EngineContext {
  readonly kernel: Kernel
  /** Prints a self-contained HTML page as PDF; null where this host has nothing to print with. */
  readonly printPdf: ((html: string) => Promise<Uint8Array>) | null
  /** Writes an unexpected error to the log and gives the id under which it stands there. */
  readonly logError: (error: unknown) => string
}
