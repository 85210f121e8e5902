import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserHost, startBrowserHost } from '../../db/host/http.ts'
import { BUILD } from '../../scripts/pages.ts'
import { type Fault, faultyFolder } from '../faultyFolders.ts'

/** A browser host with pages of the test's own. */
export async function testHost(fault: Fault = 'none') {
  const folder = await faultyFolder(fault)
  const pages = mkdtempSync(join(tmpdir(), 'yushui-pages-'))
  mkdirSync(join(pages, 'assets'))
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(pages, 'assets', 'index-1a2b.js'), 'void 0')
  const build = { pages, engine: BUILD.engine }
  const host = await startBrowserHost({ dataFolder: folder.dataFolder, appVersion: '0.0.0-test', build })
  return {
    host,
    dataFolder: folder.dataFolder,
    async close() {
      await host.close()
      folder.remove()
      rmSync(pages, { recursive: true })
    },
  }
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** A request as an attacker would write it: path and headers go out exactly as given. */
export function ask(
  host: BrowserHost,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: Iterable<Buffer> } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: new URL(host.origin).port,
        path,
        method: options.method ?? 'POST',
        headers: { ...options.headers },
        agent: false,
      },
      (answer) => {
        let body = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => {
          body += chunk
        })
        answer.on('error', reject)
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
      },
    )
    outgoing.on('error', reject)
    const chunks = options.body?.[Symbol.iterator]()
    const write = () => {
      for (;;) {
        const next = chunks?.next()
        if (next === undefined || next.done) {
          outgoing.end()
          return
        }
        if (!outgoing.write(next.value)) {
          outgoing.once('drain', write)
          return
        }
      }
    }
    write()
  })
}
