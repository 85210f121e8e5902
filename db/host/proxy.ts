import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { Transform } from 'node:stream'
import type { EngineStatus, Supervisor } from '../../electron/rules/supervisor.ts'
import { LARGEST_BODY_BYTES } from './limits.ts'

export interface ProxyOptions {
  readonly supervisor: Supervisor
  readonly enginePort: () => number
  readonly engineToken: string
}

export interface Proxy {
  pass(request: IncomingMessage, response: ServerResponse): void
  close(): void
}

/** An error as oRPC's clients read it, for when there is no engine to say it. */
function answerError(response: ServerResponse, status: number, code: string, data: unknown) {
  if (response.headersSent) {
    // half an answer is none: breaking off is the only way left to tell
    response.destroy()
    return
  }
  const json = { defined: false, code, status, message: code, data }
  response
    .writeHead(status, { 'content-type': 'application/json', connection: 'close' })
    .end(JSON.stringify({ json }))
}

/** The first state in which a request can be passed on or must be refused: not while the engine (re)starts. */
function settled(supervisor: Supervisor, left: AbortSignal): Promise<EngineStatus | null> {
  return new Promise((resolve) => {
    const decide = (status: EngineStatus) => {
      if (status.state !== 'running' && status.state !== 'stopped') return
      stop()
      resolve(status)
    }
    const stop = supervisor.subscribe(decide)
    left.addEventListener('abort', () => {
      stop()
      resolve(null)
    })
    decide(supervisor.status())
  })
}

/** Lets a body through up to the limit, then breaks it off. */
function limited(): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > LARGEST_BODY_BYTES) done(new Error('body too large'))
      else done(null, chunk)
    },
  })
}

/** Headers that describe the body and the wanted answer; the page's own credentials and origin stay here. */
const CARRIED = ['content-type', 'content-length', 'content-disposition', 'accept', 'last-event-id'] as const

function carried(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const name of CARRIED) {
    const value = request.headers[name]
    if (typeof value === 'string') headers[name] = value
  }
  return headers
}

/**
 * Passes procedures on to the engine process. Calls that come while the engine restarts wait for it; calls that it was
 * working on when it died fail at once with ENGINE_LOST. A page that leaves takes its call along.
 */
export function createProxy({ supervisor, enginePort, engineToken }: ProxyOptions): Proxy {
  const agent = new Agent({ keepAlive: true })

  function forward(request: IncomingMessage, response: ServerResponse) {
    const port = enginePort()
    const upstream = ask({
      agent,
      host: '127.0.0.1',
      port,
      method: 'POST',
      path: request.url,
      headers: { ...carried(request), authorization: `Bearer ${engineToken}` },
    })
    const lost = () => answerError(response, 503, 'ENGINE_LOST', null)
    upstream.on('error', lost)
    upstream.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('error', lost).pipe(response)
    })
    response.on('close', () => upstream.destroy())
    const body = limited().on('error', () => {
      answerError(response, 413, 'PAYLOAD_TOO_LARGE', null)
      upstream.destroy()
    })
    request.pipe(body).pipe(upstream)
  }

  async function pass(request: IncomingMessage, response: ServerResponse) {
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY_BYTES) {
      answerError(response, 413, 'PAYLOAD_TOO_LARGE', null)
      return
    }
    const left = new AbortController()
    response.once('close', () => left.abort())
    const status = await settled(supervisor, left.signal)
    if (status?.state === 'running') forward(request, response)
    else if (status?.state === 'stopped') answerError(response, 503, 'ENGINE_STOPPED', status.failure)
  }

  return {
    pass: (request, response) => void pass(request, response),
    close: () => agent.destroy(),
  }
}
