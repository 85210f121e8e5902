import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { EngineContext } from '../context.ts'
import { doorOf, refusal } from './guard.ts'
import { httpHandler } from './handlers.ts'

/** The engine's own listener, for the browser host alone; pages never see its port or token. */
export interface RpcServer {
  readonly port: number
  close(): Promise<void>
}

/** The listening port of a server that has just begun to listen. */
export function portOf(server: { address(): string | { port: number } | null }): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

/** The path of a request without its query, raw. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?')[0] ?? ''
}

/** What guard.ts looks at. */
export function askedBy(request: IncomingMessage) {
  const { host, origin, authorization } = request.headers
  const site = request.headers['sec-fetch-site']
  return {
    method: request.method ?? '',
    path: pathOf(request),
    host,
    origin,
    fetchSite: Array.isArray(site) ? site.join() : site,
    authorization,
  }
}

/** Serves the procedures on 127.0.0.1 at a port of the system's choice, to whoever has the token. */
export async function serveRpc(context: EngineContext, token: string): Promise<RpcServer> {
  const handler = httpHandler()
  let host = ''
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const status = refusal(askedBy(request), { host, token })
    if (status !== null || doorOf(pathOf(request)) !== 'procedure') {
      response.writeHead(status ?? 404).end()
      return
    }
    const { matched } = await handler.handle(request, response, { prefix: '/rpc', context })
    if (!matched) response.writeHead(404).end()
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      context.logError(error)
      response.destroy()
    })
  })
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(0, '127.0.0.1', listening)
  })
  const port = portOf(server)
  host = `127.0.0.1:${port}`
  return {
    port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
