import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './pages.ts'

export interface Ran {
  readonly ok: boolean
  /** everything that was printed, stdout and stderr as they came */
  readonly output: string
  readonly seconds: number
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  /** called with what is printed, as it comes */
  readonly onOutput?: (text: string) => void
}

/** Runs a program to its end, from the project's folder. A program that can't be started counts as failed. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const started = performance.now()
  return new Promise((resolve) => {
    let output = ''
    const end = (ok: boolean) => resolve({ ok, output, seconds: (performance.now() - started) / 1_000 })
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const hear = (chunk: Buffer) => {
      output += chunk.toString()
      options.onOutput?.(chunk.toString())
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', (error) => {
      output += error.message
      end(false)
    })
    child.once('close', (code) => end(code === 0))
  })
}

/** A program of a package, by its file: the same on every system, and always in this Node. */
export function runPackage(file: string, args: readonly string[], options?: RunOptions): Promise<Ran> {
  return run(process.execPath, [join(ROOT, 'node_modules', file), ...args], options)
}
