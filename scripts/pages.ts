import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Build } from '../db/host/http.ts'

export const ROOT = resolve(import.meta.dirname, '..')

/** What `npm run build` leaves for the browser host. */
export const BUILD: Build = {
  pages: join(ROOT, 'out', 'renderer'),
  engine: join(ROOT, 'out', 'main', 'engineProcess.js'),
}

/** What the build reads; node_modules changes only together with the lock file. */
const SOURCES = [
  'renderer',
  'electron',
  'db',
  'electron.vite.config.ts',
  'scripts/antdStyles.ts',
  'package-lock.json',
]
/** The three parts of a build; the oldest counts. */
const BUILT = ['out/renderer/index.html', 'out/main/engineProcess.js', 'out/preload/index.cjs']

function modified(path: string): number | null {
  try {
    return statSync(path).mtimeMs
  } catch {
    return null
  }
}

function newest(path: string): number {
  const own = modified(path)
  if (own === null) return 0
  if (!statSync(path).isDirectory()) return own
  return Math.max(own, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Whether the build is missing or older than what it is made of. */
export function buildIsStale(): boolean {
  const built = BUILT.map((path) => modified(join(ROOT, path)))
  if (built.includes(null)) return true
  const oldest = Math.min(...built.map((time) => time ?? 0))
  return SOURCES.some((path) => newest(join(ROOT, path)) > oldest)
}

/** Runs the build; rejects with what it printed when it fails. */
export function build(): Promise<void> {
  return new Promise((done, failed) => {
    const program = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    const child = spawn(process.execPath, [program, 'build', '--logLevel', 'error'], {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
    child.once('error', failed)
    child.once('exit', (code) =>
      code === 0 ? done() : failed(new Error(said.trim() || `build ended with ${code}`)),
    )
  })
}

/** The build, made first where it is missing or old. `announce` is called before it is made. */
export async function upToDateBuild(announce: () => void): Promise<Build> {
  if (buildIsStale()) {
    announce()
    await build()
  }
  return BUILD
}
