import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { EngineStatus } from './bridge.ts'
import { type Connection, createConnectionKeeper } from './connection.ts'

export interface HttpLinkOptions {
  /** of the browser host, without a slash at the end */
  readonly origin: string
  /** this run's token; null where the page was opened without one */
  readonly token: string | null
  readonly fetch?: typeof fetch
  readonly wait?: (ms: number) => Promise<void>
}

export interface Linked {
  readonly link: ClientLink<ClientContext>
  readonly connection: Connection
}

/** First wait between two looks for the engine; most restarts are over by then. */
const FIRST_WAIT_MS = 250
/** Longest wait: a person who starts the workstation again shouldn't sit before a dead page. */
const LONGEST_WAIT_MS = 2_000
/** About ten seconds without any answer: the host itself is gone, not just restarting its engine. */
const TRIES_BEFORE_LOST = 7

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** A stream that also tells when it breaks off: watching windows notice a dead engine that way. */
function noticing(body: ReadableStream<Uint8Array>, broken: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        broken()
        controller.error(error)
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
}

/**
 * Calls over HTTP to the browser host. When a call is lost, looks for the engine until it is back; then what was
 * read before counts as stale (`connection.run`).
 */
export function createHttpLink({ origin, token, ...options }: HttpLinkOptions): Linked {
  const ask = options.fetch ?? ((input: RequestInfo | URL, init?: RequestInit) => fetch(input, init))
  const wait = options.wait ?? pause
  const headers = { authorization: `Bearer ${token ?? ''}` }
  const order = (what: 'retry' | 'recover') => () => {
    void ask(`${origin}/host/${what}`, { method: 'POST', headers }).catch(() => undefined)
    noticeLoss()
  }
  const keeper = createConnectionKeeper({ retry: order('retry'), recover: order('recover') })
  let looking = false
  let leaving = false
  globalThis.addEventListener?.('pagehide', () => {
    leaving = true
  })
  globalThis.addEventListener?.('pageshow', () => {
    leaving = false
  })

  /** A window that goes takes its requests with it, unless they are to be kept alive, which large ones can't be. */
  const askLast = (request: Request, init: RequestInit): Promise<Response> =>
    ask(request.clone(), { ...init, keepalive: true }).catch(() => ask(request, init))

  /** The engine's status, 'refused' for a wrong token, null when nobody answers. */
  async function look(): Promise<EngineStatus | 'refused' | null> {
    try {
      const response = await ask(`${origin}/host/engine`, { method: 'POST', headers })
      if (response.status === 401) return 'refused'
      return response.ok ? ((await response.json()) satisfies EngineStatus) : null
    } catch {
      return null
    }
  }

  async function findAgain() {
    for (let tries = 1, silent = 0; ; tries += 1) {
      const status = await look()
      silent = status === null ? silent + 1 : 0
      if (status === 'refused') {
        keeper.lost({ code: 'NO_TOKEN', data: {} })
        return
      }
      if (status?.state === 'running') {
        keeper.reconnected()
        return
      }
      if (status?.state === 'stopped') keeper.lost(status.failure)
      else if (silent >= TRIES_BEFORE_LOST) keeper.lost({ code: 'HOST_GONE', data: {} })
      else if (status !== null) keeper.reconnecting()
      await wait(Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS))
    }
  }

  function noticeLoss() {
    if (looking) return
    looking = true
    keeper.reconnecting()
    void findAgain().finally(() => {
      looking = false
    })
  }

  async function watchedFetch(request: Request, init: RequestInit): Promise<Response> {
    let response: Response
    try {
      response = await (leaving ? askLast(request, init) : ask(request, init))
    } catch (error) {
      if (!request.signal.aborted) noticeLoss()
      throw error
    }
    if (response.status === 503 || response.status === 401) noticeLoss()
    const streams = response.headers.get('content-type')?.startsWith('text/event-stream') === true
    if (!streams || response.body === null) return response
    const broken = () => {
      if (!request.signal.aborted) noticeLoss()
    }
    return new Response(noticing(response.body, broken), response)
  }

  const link = new RPCLink({ url: `${origin}/rpc`, headers, fetch: watchedFetch })
  return { link, connection: keeper.connection }
}
