import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { pageOnDisk } from '../pageOnDisk.ts'
import { APP_SCHEME, isAppUrl } from '../rules/navigation.ts'
import { PAGE_HEADERS, pageFile } from '../rules/pages.ts'

/** Before the app is ready: makes app:// a scheme with an origin of its own, as strict as https. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

async function answer(root: string, request: Request): Promise<Response> {
  const asked =
    isAppUrl(request.url) && request.method === 'GET' ? pageFile(new URL(request.url).pathname) : null
  const file = asked === null ? null : await pageOnDisk(root, asked.segments)
  if (asked === null || file === null) return new Response(null, { status: 404, headers: PAGE_HEADERS })
  const body = new Uint8Array(await readFile(file))
  return new Response(body, { headers: asked.headers })
}

/** Serves the built renderer at app://yushui/. */
export function serveApp(root: string): void {
  protocol.handle(APP_SCHEME, (request) => answer(root, request))
}
