import { flushCompileCache } from 'node:module'
import type { FromEngine, ToEngine } from './engineChild.ts'
import { type HostedEngine, openForHost } from './openForHost.ts'
import { printPdf } from './printPdf.ts'
import { type RpcServer, serveRpc } from './rpcServer.ts'

/**
 * The browser host's engine process: opens the data folder it is told, serves the procedures to its parent, and ends
 * when the parent says so or is gone.
 */
let engine: HostedEngine | null = null
let server: RpcServer | null = null
let closing = false

function tell(message: FromEngine) {
  process.send?.(message)
}

async function open(message: Extract<ToEngine, { kind: 'open' }>) {
  const opened = await openForHost({ ...message, printPdf })
  if (!opened.ok) {
    tell({ kind: 'refused', failure: opened.failure })
    process.disconnect()
    return
  }
  engine = opened.engine
  server = await serveRpc(engine.context, message.token)
  tell({ kind: 'ready', port: server.port })
  // at the end would be too late for an engine that is killed, or whose laptop's battery is empty
  setImmediate(flushCompileCache)
}

async function close() {
  if (closing) return
  closing = true
  await server?.close()
  await engine?.close()
  process.exit(0)
}

process.on('message', (message: ToEngine) => {
  void (message.kind === 'open' ? open(message) : close())
})
process.once('disconnect', () => void close())
// Ctrl+C reaches the whole process group: the parent decides, and the backup on quit must not be cut short
process.on('SIGINT', () => {})
process.once('SIGTERM', () => void close())
