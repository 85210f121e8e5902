import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { PAGE_HEADERS, pageFile } from '../../electron/rules/pages.ts'

async function openable(root: string, segments: readonly string[]): Promise<string | null> {
  try {
    const file = await realpath(join(root, ...segments))
    // a link inside the folder must not lead out of it
    const inside = file.startsWith((await realpath(root)) + sep)
    return inside && (await stat(file)).isFile() ? file : null
  } catch {
    return null
  }
}

/** Answers with a file of the built renderer, or 404. `path` is the raw path of the request. */
export async function servePage(root: string, path: string, body: boolean, response: ServerResponse) {
  const page = pageFile(path)
  const file = page === null ? null : await openable(root, page.segments)
  if (page === null || file === null) {
    response.writeHead(404, PAGE_HEADERS).end()
    return
  }
  response.writeHead(200, { ...PAGE_HEADERS, 'content-type': page.type })
  if (!body) {
    response.end()
    return
  }
  // the reader may leave before the end: nothing is lost, and nobody is left to be told
  await pipeline(createReadStream(file), response).catch(() => response.destroy())
}
