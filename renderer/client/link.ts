import type { YushuiBridge } from './bridge.ts'
import { createHttpLink, type Linked } from './httpLink.ts'
import { createPortLink, type PortSource } from './portLink.ts'

const TOKEN_KEY = 'yushui.token'

/**
 * The token from the address (`#token=…`), which is then cleared so that it isn't copied or bookmarked; kept for this
 * tab, so that a reload still has it.
 */
function takeToken(): string | null {
  const fromAddress = /^#token=([\w-]+)/.exec(window.location.hash)?.[1]
  if (fromAddress === undefined) return window.sessionStorage.getItem(TOKEN_KEY)
  window.sessionStorage.setItem(TOKEN_KEY, fromAddress)
  window.history.replaceState(null, '', window.location.pathname)
  return fromAddress
}

function portsOf(bridge: YushuiBridge): PortSource {
  return {
    connect: () => bridge.connect(),
    onStatus: (listener) => void bridge.onEngineStatus(listener),
    retry: () => bridge.retryEngine(),
    recover: () => bridge.recoverEngine(),
    onPort(listener) {
      window.addEventListener('message', (event: MessageEvent<unknown>) => {
        const { data, ports, source } = event
        const port = ports[0]
        if (source !== window || port === undefined || typeof data !== 'object' || data === null) return
        if ('yushui' in data && data.yushui === 'port' && 'run' in data && typeof data.run === 'number')
          listener(data.run, port)
      })
    },
  }
}

/**
 * The page's line to its engine: over a MessagePort inside Electron, over HTTP in a browser. Call it once, before the
 * router reads the address.
 */
export function createLink(): Linked {
  const bridge = window.yushui
  return bridge === undefined
    ? createHttpLink({ origin: window.location.origin, token: takeToken() })
    : createPortLink(portsOf(bridge))
}
