import type { EngineFailure } from '../../electron/rules/restarts.ts'
import type { EngineContext } from '../context.ts'
import { openEngine } from '../engine.ts'
import { OpenFailure, type OpenProblem, Refusal } from '../kernel/errors.ts'
import { createErrorLog } from '../kernel/log.ts'
import { recoverFromBackup } from '../kernel/recover.ts'

export interface HostedEngine {
  readonly context: EngineContext
  close(): Promise<void>
}

export interface HostOptions {
  readonly dataFolder: string
  readonly appVersion: string
  /** how this host prints, null where it can't */
  readonly printPdf: EngineContext['printPdf']
  /** first puts the newest whole backup in the place of a damaged file, which is set aside */
  readonly recover?: boolean
}

export type Opened =
  | { readonly ok: true; readonly engine: HostedEngine }
  | { readonly ok: false; readonly failure: EngineFailure }

/** The engine's refusal as the supervisor and the recovery screen know it. */
export function failureOf(problem: OpenProblem): EngineFailure {
  const { code, ...data } = problem
  return { code, data }
}

/**
 * Opens the engine with what every host gives it. A refusal (locked, damaged, newer, not writable) comes back as a
 * value: it is an answer for the user, not a fault. Anything else is thrown.
 */
export async function openForHost(options: HostOptions): Promise<Opened> {
  try {
    if (options.recover === true) recoverFromBackup(options.dataFolder)
    const opened = await openEngine({ dataFolder: options.dataFolder, appVersion: options.appVersion })
    const context: EngineContext = {
      kernel: opened.kernel,
      printPdf: options.printPdf,
      logError: createErrorLog(options.dataFolder),
    }
    return { ok: true, engine: { context, close: async () => opened.close() } }
  } catch (error) {
    if (error instanceof OpenFailure) return { ok: false, failure: failureOf(error.problem) }
    if (error instanceof Refusal) return { ok: false, failure: { code: error.code, data: {} } }
    throw error
  }
}
