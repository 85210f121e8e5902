/** Where pages lie and how they are delivered: the same for `app://` in Electron and 127.0.0.1 in the browser host. */

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  webp: 'image/webp',
  woff2: 'font/woff2',
}

/** Names that a build makes: no dot files, no separators, nothing that a file system could read in two ways. */
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/

/**
 * What pages may do: nothing but run our own scripts and talk to their own host. No remote origin, no eval, no frames.
 * Styles alone may be inline: antd writes style elements while it runs and AG Grid positions rows by style attributes;
 * with no remote origin to load from, an injected style has nowhere to send what it sees. `blob:` is for downloads
 * and previews that the page makes itself.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers of every answer to a page; without more, it is asked for again each time. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** The build names these files after their content: a browser may keep them, and with them what it compiled. */
const KEPT = { 'cache-control': 'private, max-age=31536000, immutable' }

/** A file of the built renderer, and how it is delivered. */
export interface PageFile {
  readonly segments: readonly string[]
  readonly headers: Readonly<Record<string, string>>
}

/**
 * The file under the renderer's folder that a URL's path asks for, or null when it is none of ours. Allows plain names
 * instead of refusing tricks: `..`, encoded separators, drive letters, NUL and device names with colons all fall away.
 * @param path the raw path of the request, percent-encoding and all, without query
 */
export function pageFile(path: string): PageFile | null {
  if (!path.startsWith('/')) return null
  const segments = path === '/' ? ['index.html'] : path.slice(1).split('/')
  if (!segments.every((segment) => SEGMENT.test(segment))) return null
  const type = TYPES[segments.at(-1)?.split('.').at(-1) ?? '']
  if (type === undefined) return null
  const headers = { ...PAGE_HEADERS, 'content-type': type }
  return { segments, headers: segments[0] === 'assets' ? { ...headers, ...KEPT } : headers }
}
