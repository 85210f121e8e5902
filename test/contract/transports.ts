import { type ClientLink, createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '../../db/contract.ts'
import { inProcessClient } from '../../db/host/inProcess.ts'
import { type HostedEngine, openForHost } from '../../db/host/openForHost.ts'
import { servePort } from '../../db/host/port.ts'
import { serveRpc } from '../../db/host/rpcServer.ts'
import type { EngineStatus } from '../../renderer/client/bridge.ts'
import { createHttpLink } from '../../renderer/client/httpLink.ts'
import { createPortLink, type PortSource } from '../../renderer/client/portLink.ts'
import { faultyFolder } from '../faultyFolders.ts'

export type Client = ContractRouterClient<typeof contract>

type EmptyContext = Record<never, never>

export const clientOver = (link: ClientLink<EmptyContext>): Client => createORPCClient(link)

/** An engine on a fresh data folder, and a client that reaches it over the transport under test. */
export interface Opened {
  readonly client: Client
  readonly engine: HostedEngine
  readonly dataFolder: string
  close(): Promise<void>
}

async function freshEngine() {
  const folder = await faultyFolder('none')
  const opened = await openForHost({
    dataFolder: folder.dataFolder,
    appVersion: '0.0.0-test',
    printPdf: null,
  })
  if (!opened.ok) throw new Error(opened.failure.code)
  return { engine: opened.engine, dataFolder: folder.dataFolder, remove: folder.remove }
}

async function inProcess(): Promise<Opened> {
  const { engine, dataFolder, remove } = await freshEngine()
  const close = async () => {
    await engine.close()
    remove()
  }
  return { client: inProcessClient(engine.context), engine, dataFolder, close }
}

/** Ports as the preload script hands them over, and the engine's status as the main process tells it. */
export function portsTo(engine: () => HostedEngine) {
  let tell: (status: EngineStatus) => void = () => {}
  let hand: (run: number, port: MessagePort) => void = () => {}
  let run = 0
  const open = new Set<MessagePort>()
  const source: PortSource = {
    connect() {
      const { port1, port2 } = new MessageChannel()
      servePort(port1, engine().context)
      port1.start()
      open.add(port1)
      hand(run, port2)
    },
    onPort(listener) {
      hand = listener
    },
    onStatus(listener) {
      tell = listener
    },
    retry: () => {},
    recover: () => {},
  }
  return {
    source,
    running() {
      run += 1
      tell({ state: 'running', run })
    },
    tell: (status: EngineStatus) => tell(status),
    /** what a dying engine does to its ports */
    drop() {
      for (const port of open) port.close()
      open.clear()
    },
  }
}

async function overPort(): Promise<Opened> {
  const { engine, dataFolder, remove } = await freshEngine()
  const ports = portsTo(() => engine)
  const { link } = createPortLink(ports.source)
  ports.running()
  const close = async () => {
    ports.drop()
    await engine.close()
    remove()
  }
  return { client: clientOver(link), engine, dataFolder, close }
}

async function overHttp(): Promise<Opened> {
  const { engine, dataFolder, remove } = await freshEngine()
  const server = await serveRpc(engine.context, 'a-token')
  const { link } = createHttpLink({ origin: `http://127.0.0.1:${server.port}`, token: 'a-token' })
  const close = async () => {
    await server.close()
    await engine.close()
    remove()
  }
  return { client: clientOver(link), engine, dataFolder, close }
}

/** Every way to reach an engine: what works over one works over all. */
export const TRANSPORTS = [
  ['in-process', inProcess],
  ['MessagePort', overPort],
  ['HTTP', overHttp],
] as const
