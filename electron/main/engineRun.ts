import { join } from 'node:path'
import { type MessagePortMain, utilityProcess } from 'electron'
import type { FromEngine, ToEngine } from '../rules/messages.ts'
import type { EngineRun, RunEvents } from '../rules/supervisor.ts'

export interface ElectronEngine extends EngineRun {
  /** Gives the engine a page's line. */
  hand(port: MessagePortMain): void
}

export interface EngineRunOptions {
  /** null: the engine's own default for this system */
  readonly dataFolder: string | null
  readonly appVersion: string
  /** restores the newest whole backup before opening */
  readonly recover: boolean
  readonly print: (html: string) => Promise<Uint8Array>
}

/** Starts the engine in a utilityProcess of its own, where a crash can neither freeze a window nor take it down. */
export function startElectronEngine(options: EngineRunOptions, events: RunEvents): ElectronEngine {
  const child = utilityProcess.fork(join(import.meta.dirname, 'engine.js'), [], {
    serviceName: 'Yushui engine',
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const say = (message: ToEngine, ports: MessagePortMain[] = []) => child.postMessage(message, ports)
  const print = async (id: number, html: string) => {
    const pdf = await options.print(html).catch(() => null)
    say({ kind: 'printed', id, pdf })
  }
  child.on('message', (message: FromEngine) => {
    switch (message.kind) {
      case 'ready':
        events.ready()
        break
      case 'refused':
        events.refused(message.failure)
        break
      case 'print':
        void print(message.id, message.html)
        break
    }
  })
  child.once('exit', (code) => events.exited(`exit ${code}`))
  say({
    kind: 'open',
    dataFolder: options.dataFolder,
    appVersion: options.appVersion,
    recover: options.recover,
  })
  return {
    hand: (port) => say({ kind: 'port' }, [port]),
    close: () => say({ kind: 'close' }),
    kill: () => void child.kill(),
  }
}
