import { createReadStream } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { pageOnDisk } from '../../electron/pageOnDisk.ts'
import { PAGE_HEADERS, pageFile } from '../../electron/rules/pages.ts'

/** Answers with a file of the built renderer, or 404. `path` is the raw path of the request. */
export async function servePage(root: string, path: string, body: boolean, response: ServerResponse) {
  const page = pageFile(path)
  const file = page === null ? null : await pageOnDisk(root, page.segments)
  if (page === null || file === null) {
    response.writeHead(404, PAGE_HEADERS).end()
    return
  }
  response.writeHead(200, page.headers)
  if (!body) {
    response.end()
    return
  }
  // the reader may leave before the end: nothing is lost, and nobody is left to be told
  await pipeline(createReadStream(file), response).catch(() => response.destroy())
}
