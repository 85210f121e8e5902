import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A download that takes longer than this isn't worth waiting for at a start; `npm run electron:install` has all day. */
const INSTALL_TIMEOUT_MS = 120_000

function packageFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return null
  }
}

/**
 * Electron's binary, or null. Only looks for files: requiring the package would start a download.
 * ELECTRON_EXEC_PATH names the binary, ELECTRON_OVERRIDE_DIST_PATH the folder it is in.
 */
export function electronBinary(folder: string | null = packageFolder(), env = process.env): string | null {
  const named = env.ELECTRON_EXEC_PATH
  if (named) return existsSync(named) ? named : null
  if (folder === null) return null
  const mark = join(folder, 'path.txt')
  const inside = existsSync(mark) ? readFileSync(mark, 'utf8').trim() : ''
  const dist = env.ELECTRON_OVERRIDE_DIST_PATH
  const binary = dist ? join(dist, inside || 'electron') : inside ? join(folder, 'dist', inside) : ''
  return binary !== '' && existsSync(binary) ? binary : null
}

/** Tries once to fetch the binary. Null when it is there afterwards, else why not, in one line. */
export function installElectron(): Promise<string | null> {
  const folder = packageFolder()
  if (folder === null) return Promise.resolve('the package electron is not installed')
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: INSTALL_TIMEOUT_MS,
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => {
      if (code === 0 && electronBinary(folder) !== null) resolve(null)
      else if (signal !== null) resolve(`no answer within ${INSTALL_TIMEOUT_MS / 1_000} s`)
      else resolve(/(?:Error|error): (.*)/.exec(said)?.[1] ?? `install-electron ended with ${code}`)
    })
  })
}
