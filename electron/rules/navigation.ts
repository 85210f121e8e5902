/** Where a window may go and what it may load. Pure, so that attacks on it can be tests. */

/** The only origin of our pages in Electron. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'yushui'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null
}

/** Whether a URL is one of our pages: compared by parts, since opaque schemes have the origin "null" in Node. */
export function isAppUrl(url: string): boolean {
  const parsed = parse(url)
  return (
    parsed !== null &&
    parsed.protocol === `${APP_SCHEME}:` &&
    parsed.host === APP_HOST &&
    parsed.username === '' &&
    parsed.password === ''
  )
}

/**
 * Whether a request of a page may leave it: our own files, and what the page made itself (data:, blob: of our origin).
 * DevTools' own pages only while developing.
 */
export function mayRequest(url: string, packaged: boolean): boolean {
  const parsed = parse(url)
  if (parsed === null) return false
  if (parsed.protocol === 'data:') return true
  if (parsed.protocol === 'blob:') return isAppUrl(url.slice('blob:'.length))
  if (parsed.protocol === 'devtools:') return !packaged
  return isAppUrl(url)
}

/**
 * Whether a page may have what it asks for: notifications alone, and only the main frame of our own page.
 * @param permission as Electron names it
 */
export const mayHave = (permission: string, requestingUrl: string, isMainFrame: boolean): boolean =>
  permission === 'notifications' && isMainFrame && isAppUrl(requestingUrl)

/** Longer addresses are truncated or mishandled by some systems' openers; ours are all short. */
const LONGEST_EXTERNAL_URL = 2_000

/**
 * The address to hand to the system's browser or mail program, normalised, or null. Only https and mailto: everything
 * else (file:, smb:, ms-…:, javascript:, …) can run programs or leak the user's name.
 */
export function externalUrl(url: string): string | null {
  if (url.length > LONGEST_EXTERNAL_URL) return null
  const parsed = parse(url)
  if (parsed === null || parsed.username !== '' || parsed.password !== '') return null
  if (parsed.protocol === 'https:' && parsed.hostname !== '') return parsed.href
  // attachments named in a mailto: would be read from the disk by some mail programs
  if (parsed.protocol === 'mailto:')
    return [...parsed.searchParams.keys()].some((key) => /^attach(ment)?$/i.test(key)) ? null : parsed.href
  return null
}
