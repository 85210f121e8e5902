import type { CommandCall, ExitCode } from './io.ts'
import type { CliWord } from './words.ts'

export type OptionName = 'data' | 'lang' | 'sheet' | 'marks' | 'out' | 'port'

export interface CommandEntry {
  readonly about: CliWord
  /** options besides --lang and --help */
  readonly options: readonly OptionName[]
  /** name of what follows the command, where something does */
  readonly rest?: string
  /** loaded only when called: workbooks and the database are heavy to import */
  readonly load: () => Promise<(call: CommandCall) => Promise<ExitCode>>
}

/** Every command of the command line, in the order of its help. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  score: {
    about: 'score',
    options: ['sheet', 'marks', 'out'],
    load: async () => (await import('./score.ts')).score,
  },
  api: { about: 'api', options: [], load: async () => (await import('./api.ts')).api },
  call: {
    about: 'call',
    options: ['data', 'out'],
    rest: 'PROCEDURE',
    load: async () => (await import('./call.ts')).call,
  },
  backup: { about: 'backup', options: ['data'], load: async () => (await import('./safety.ts')).backup },
  verify: { about: 'verify', options: ['data'], load: async () => (await import('./safety.ts')).verify },
  serve: { about: 'serve', options: ['data', 'port'], load: async () => (await import('./serve.ts')).serve },
}
