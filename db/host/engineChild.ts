import { fork } from 'node:child_process'
import type { EngineFailure } from '../../electron/rules/restarts.ts'
import type { EngineRun, RunEvents } from '../../electron/rules/supervisor.ts'
import { COMPILE_CACHE } from './compileCache.ts'

/** What the browser host and its engine process say to each other, over the pipe between parent and child. */
export type ToEngine =
  | {
      readonly kind: 'open'
      readonly dataFolder: string
      readonly appVersion: string
      readonly token: string
      readonly recover: boolean
    }
  | { readonly kind: 'close' }

export type FromEngine =
  | { readonly kind: 'ready'; readonly port: number }
  | { readonly kind: 'refused'; readonly failure: EngineFailure }

/** A running engine process of the browser host, and where it listens. */
export interface EngineChild extends EngineRun {
  readonly pid: number | undefined
}

export interface ChildOptions {
  /** the built program */
  readonly file: string
  readonly dataFolder: string
  readonly appVersion: string
  readonly token: string
  /** restores the newest whole backup before opening */
  readonly recover: boolean
  readonly onPort: (port: number) => void
}

/** Starts an engine in a process of its own: better-sqlite3 can crash there without taking the pages' host along. */
export function startEngineChild(options: ChildOptions, events: RunEvents): EngineChild {
  const child = fork(options.file, [], {
    execArgv: [],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const say = (message: ToEngine) => {
    if (child.connected) child.send(message)
  }
  let over = false
  const exited = (detail: string) => {
    if (over) return
    over = true
    events.exited(detail)
  }
  child.on('message', (message: FromEngine) => {
    if (message.kind === 'refused') events.refused(message.failure)
    else {
      options.onPort(message.port)
      events.ready()
    }
  })
  child.once('error', (error) => exited(error.message))
  child.once('exit', (code, signal) => exited(signal ?? `exit ${code}`))
  const { dataFolder, appVersion, token, recover } = options
  say({ kind: 'open', dataFolder, appVersion, token, recover })
  return {
    pid: child.pid,
    close: () => say({ kind: 'close' }),
    kill: () => child.kill('SIGKILL'),
  }
}
