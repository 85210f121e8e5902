import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { resolve } from 'node:path'
import { createSupervisor, type EngineStatus, type Supervisor } from '../../electron/rules/supervisor.ts'
import { type EngineChild, startEngineChild } from './engineChild.ts'
import { doorOf, refusal } from './guard.ts'
import { createProxy } from './proxy.ts'
import { askedBy, pathOf, portOf } from './rpcServer.ts'
import { servePage } from './staticFiles.ts'

/** What a browser host serves and runs. */
export interface Build {
  /** folder of the built renderer */
  readonly pages: string
  /** file of the engine's process */
  readonly engine: string
}

export interface BrowserHostOptions {
  readonly dataFolder: string
  readonly appVersion: string
  readonly build: Build
  /** 0: the system chooses. When absent a data folder has its usual one, or any other while that is taken */
  readonly port?: number | undefined
}

/** A running browser host. */
export interface BrowserHost {
  /** address of the workstation with the token in its fragment, which browsers never send anywhere */
  readonly url: string
  readonly origin: string
  readonly token: string
  readonly supervisor: Supervisor
  /** process of the engine now; null when none was started */
  enginePid(): number | null
  /** Ends the engine in order (backup on quit), then stops listening. */
  close(): Promise<void>
}

function supervise(options: BrowserHostOptions) {
  const engineToken = randomBytes(32).toString('base64url')
  let child: EngineChild | null = null
  let port = 0
  const supervisor = createSupervisor({
    start(events, recover) {
      const { dataFolder, appVersion, build } = options
      const onPort = (chosen: number) => {
        port = chosen
      }
      const { engine: file } = build
      child = startEngineChild({ file, dataFolder, appVersion, token: engineToken, recover, onPort }, events)
      return child
    },
  })
  return { supervisor, engineToken, enginePort: () => port, enginePid: () => child?.pid ?? null }
}

/**
 * The port that a data folder has at each start: a browser keeps the pages' files, and what it compiled of them, by
 * address. Below those that systems give to whoever asks.
 */
const usualPort = (dataFolder: string): number =>
  20_000 + (createHash('sha256').update(resolve(dataFolder)).digest().readUInt32BE(0) % 12_000)

/** Begins to listen on 127.0.0.1. Rejects when the port is taken or forbidden. */
const listen = (server: Server, port: number): Promise<void> =>
  new Promise((listening, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', () => {
      server.off('error', failed)
      listening()
    })
  })

/** Whether something listens there. */
function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
}

/**
 * The engine as it is: its end reaches us a moment after its calls broke, and a page that asks then must not be told
 * that it runs.
 */
async function statusNow(supervisor: Supervisor, enginePort: () => number): Promise<EngineStatus> {
  const status = supervisor.status()
  if (status.state !== 'running' || (await listens(enginePort()))) return status
  return { state: 'restarting' }
}

/** What pages ask of the host itself: how the engine is, and to try again after it was given up. */
async function answerForHost(
  path: string,
  supervisor: Supervisor,
  enginePort: () => number,
  response: ServerResponse,
) {
  if (path === '/host/retry') supervisor.retry()
  else if (path === '/host/recover') supervisor.recover()
  else if (path !== '/host/engine') {
    response.writeHead(404).end()
    return
  }
  const status = await statusNow(supervisor, enginePort)
  response
    .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(status))
}

/**
 * The workstation for a browser: pages and procedures on 127.0.0.1, for whoever has this run's token. This process
 * holds the address and watches over the engine, which runs in a child (see docs/decisions.md, Hosts).
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const token = randomBytes(32).toString('base64url')
  let host = ''
  const { supervisor, engineToken, enginePort, enginePid } = supervise(options)
  const proxy = createProxy({ supervisor, enginePort, engineToken })
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = pathOf(request)
    const status = refusal(askedBy(request), { host, token })
    if (status !== null) response.writeHead(status, { connection: 'close' }).end()
    else if (doorOf(path) === 'page')
      void servePage(options.build.pages, path, request.method === 'GET', response)
    else if (doorOf(path) === 'host') void answerForHost(path, supervisor, enginePort, response)
    else proxy.pass(request, response)
  })
  try {
    if (options.port !== undefined) await listen(server, options.port)
    else await listen(server, usualPort(options.dataFolder)).catch(() => listen(server, 0))
  } catch (error) {
    await supervisor.close()
    throw error
  }
  host = `127.0.0.1:${portOf(server)}`
  const origin = `http://${host}`
  return {
    url: `${origin}/#token=${token}`,
    origin,
    token,
    supervisor,
    enginePid,
    async close() {
      const stopped = new Promise<void>((done) => server.close(() => done()))
      await supervisor.close()
      proxy.close()
      server.closeAllConnections()
      await stopped
    },
  }
}
