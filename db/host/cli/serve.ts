import type { EngineStatus } from '../../../electron/rules/supervisor.ts'
import type { Language } from '../../terms/language.ts'
import { dataFolder } from '../dataFolder.ts'
import { type BrowserHost, startBrowserHost } from '../http.ts'
import { type CommandCall, type ExitCode, type Io, UsageError } from './io.ts'
import { failureText, say } from './words.ts'

/** The engine's first word: that it runs, or why it won't. */
function firstWord(host: BrowserHost): Promise<EngineStatus> {
  return new Promise((resolve) => {
    const decide = (status: EngineStatus) => {
      if (status.state === 'running' || status.state === 'stopped') resolve(status)
    }
    host.supervisor.subscribe(decide)
    decide(host.supervisor.status())
  })
}

export interface Serving {
  readonly io: Io
  readonly language: Language
  readonly dataFolder: string
  readonly port: number | undefined
  /** once the workstation can be opened */
  readonly opened: (host: BrowserHost) => void
}

/**
 * Runs the browser host until the user ends it. A folder that another Yushui has open ends it at once: there is a
 * window to switch to. Every other trouble is shown by the pages too, which can do more about it.
 */
export async function serveUntilEnded({ io, language, ...options }: Serving): Promise<ExitCode> {
  const host = await startBrowserHost({
    dataFolder: options.dataFolder,
    appVersion: io.appVersion,
    build: await io.build(),
    port: options.port,
  })
  const first = await firstWord(host)
  if (first.state === 'stopped') io.stderr(`${failureText(first.failure, language)}\n`)
  if (first.state === 'stopped' && first.failure.code === 'LOCKED_BY_OTHER') {
    await host.close()
    return 1
  }
  options.opened(host)
  await io.ended()
  io.stderr(`${say(language, 'stopping')}\n`)
  await host.close()
  return 0
}

/** A port from the command line, 0 for the system's choice; undefined, the folder's usual one, when none is given. */
export function portOption(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  if (!(port <= 65_535)) throw new UsageError('badPort')
  return port
}

/** `serve`: the workstation without a window; prints its address. */
export function serve({ io, language, options }: CommandCall): Promise<ExitCode> {
  return serveUntilEnded({
    io,
    language,
    dataFolder: dataFolder(options.data, io.folder),
    port: portOption(options.port),
    opened: (host) =>
      io.stdout(`${say(language, 'serving', { url: host.url })}\n${say(language, 'stopHint')}\n`),
  })
}
