import { timingSafeEqual } from 'node:crypto'

/** What the browser host looks at before anything else of a request. */
export interface Asked {
  readonly method: string
  /** raw path, without query */
  readonly path: string
  readonly host: string | undefined
  readonly origin: string | undefined
  /** Sec-Fetch-Site, which browsers set and pages can't forge */
  readonly fetchSite: string | undefined
  readonly authorization: string | undefined
}

export interface Expected {
  /** host and port as the page's address has them */
  readonly host: string
  readonly token: string
}

export type Door = 'procedure' | 'host' | 'page'

/** Which door a path leads to. Everything that isn't asked of the engine or the host is a page. */
export function doorOf(path: string): Door {
  if (path.startsWith('/rpc/')) return 'procedure'
  return path.startsWith('/host/') ? 'host' : 'page'
}

/** Compares in a time that tells nothing of where the first difference is. */
function sameSecret(got: string, want: string): boolean {
  const a = Buffer.from(got)
  const b = Buffer.from(want)
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * The status to refuse a request with, or null to let it in. The foreign Host comes first (a name that someone else's
 * DNS points here), then the foreign page, then the method, then the token: a stranger learns nothing about it.
 */
export function refusal(asked: Asked, expected: Expected): number | null {
  if (asked.host !== expected.host) return 421
  if (asked.origin !== undefined && asked.origin !== `http://${expected.host}`) return 403
  const inside = doorOf(asked.path) !== 'page'
  if (!inside) return asked.method === 'GET' || asked.method === 'HEAD' ? null : 405
  if (asked.fetchSite !== undefined && asked.fetchSite !== 'same-origin') return 403
  if (asked.method !== 'POST') return 405
  return sameSecret(asked.authorization ?? '', `Bearer ${expected.token}`) ? null : 401
}
