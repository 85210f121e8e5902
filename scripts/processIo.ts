import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { Io } from '../db/host/cli/io.ts'
import { languageOf, say } from '../db/host/cli/words.ts'
import { ROOT, upToDateBuild } from './pages.ts'

/**
 * npm runs scripts in the package's folder; paths are meant from where the user called npm. Only when npm started
 * this very script: further in, INIT_CWD is some ancestor's.
 */
function callersFolder(script: string): string {
  const { INIT_CWD, npm_lifecycle_event } = process.env
  return INIT_CWD !== undefined && npm_lifecycle_event === script ? INIT_CWD : process.cwd()
}

function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

/** The version in package.json. */
function appVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return z.object({ version: z.string() }).parse(manifest).version
}

/** A reader that has enough (`| head`) closes the pipe: the end, not a fault. */
function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

/** This process as the command line knows it. `script` is the name of the npm script that started it. */
export function processIo(script: string): Io {
  endWithReader()
  return {
    stdout: (line) => process.stdout.write(line),
    stderr: (line) => process.stderr.write(line),
    stdin: async () => (process.stdin.isTTY ? '' : text(process.stdin)),
    env: process.env,
    folder: callersFolder(script),
    appVersion: appVersion(),
    build: () =>
      upToDateBuild(() =>
        process.stderr.write(`${say(languageOf(undefined, process.env) ?? 'zh', 'building')}\n`),
      ),
    ended,
  }
}
