import { type ClientContext, type ClientLink, type ClientOptions, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { EngineFailure, EngineStatus } from './bridge.ts'
import { createConnectionKeeper } from './connection.ts'
import type { Linked } from './httpLink.ts'

/** Where lines to the engine come from: the preload script's bridge, or a test. */
export interface PortSource {
  /** Asks for a line to the engine that runs now; `onPort` brings it. */
  connect(): void
  onPort(listener: (run: number, port: MessagePort) => void): void
  onStatus(listener: (status: EngineStatus) => void): void
  retry(): void
  recover(): void
}

/** A port to one run of the engine. Losing it ends every call on it, which a port alone doesn't do everywhere. */
interface Line {
  readonly run: number
  readonly link: ClientLink<ClientContext>
  readonly ended: AbortSignal
  end(): void
}

type CloseListener = Parameters<MessagePort['addEventListener']>[1]

function createLine(run: number, port: MessagePort): Line {
  const closing = new Set<CloseListener>()
  const ended = new AbortController()
  const link = new RPCLink({
    port: {
      postMessage: port.postMessage.bind(port),
      addEventListener(type: string, listener: CloseListener) {
        if (type === 'close') closing.add(listener)
        else port.addEventListener(type, listener)
      },
    },
  })
  const end = () => {
    if (ended.signal.aborted) return
    ended.abort()
    port.close()
    const event = new Event('close')
    for (const listener of closing)
      if (typeof listener === 'function') listener.call(port, event)
      else listener.handleEvent(event)
  }
  port.addEventListener('close', end)
  port.start()
  return { run, link, ended: ended.signal, end }
}

const engineLost = () => new ORPCError('ENGINE_LOST', { status: 503 })

/** Calls over MessagePorts. Calls made while the engine restarts wait for the next line; pending ones fail at once. */
export function createPortLink(source: PortSource): Linked {
  const keeper = createConnectionKeeper({
    retry: () => source.retry(),
    recover: () => source.recover(),
  })
  let line: Line | null = null
  let failure: EngineFailure | null = null
  let next = Promise.withResolvers<Line>()
  // without a caller in between, a refusal reaches nobody: that is no unhandled fault
  next.promise.catch(() => undefined)

  function refuseWaiting(why: EngineFailure) {
    failure = why
    next.reject(new ORPCError('ENGINE_STOPPED', { status: 503, data: why }))
    next = Promise.withResolvers<Line>()
    next.promise.catch(() => undefined)
  }

  source.onStatus((status) => {
    if (status.state === 'running') {
      failure = null
      if (line === null || line.run !== status.run || line.ended.aborted) source.connect()
      return
    }
    line?.end()
    line = null
    if (status.state === 'stopped') {
      refuseWaiting(status.failure)
      keeper.lost(status.failure)
    } else if (status.state === 'restarting') keeper.reconnecting()
  })

  source.onPort((run, port) => {
    line?.end()
    const fresh = createLine(run, port)
    line = fresh
    next.resolve(fresh)
    next = Promise.withResolvers<Line>()
    next.promise.catch(() => undefined)
    fresh.ended.addEventListener('abort', () => {
      if (line === fresh) keeper.reconnecting()
    })
    keeper.reconnected()
  })

  async function call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>) {
    if (failure !== null) throw new ORPCError('ENGINE_STOPPED', { status: 503, data: failure })
    const mine = line !== null && !line.ended.aborted ? line : await next.promise
    try {
      return await mine.link.call(path, input, options)
    } catch (error) {
      if (mine.ended.aborted && !(error instanceof ORPCError)) throw engineLost()
      throw error
    }
  }

  return { link: { call }, connection: keeper.connection }
}
