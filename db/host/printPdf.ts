import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { browserFlags, findPrinter } from './browsers.ts'

/** 1,000 pages take about 20 s on a slow laptop; a browser that hangs is ended then. */
const PRINT_TIMEOUT_MS = 90_000

/**
 * The page is ours and complete: it needs no network, and its own policy forbids scripts. (Forbidding them by a flag
 * also stops the browser's own print command: it then ends well and writes nothing.)
 */
const PRINT_FLAGS = [
  '--headless',
  '--disable-gpu',
  '--disable-extensions',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
  // there is no network to serve, so a process of its own for it only takes time to start
  '--enable-features=NetworkServiceInProcess2',
]

/** The page is ours and complete: nothing in it, a customer's name least of all, may run or load anything. */
const PRINT_POLICY =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:; font-src data:">'

/** The page with the policy before everything that it could forbid. */
function bound(html: string): string {
  const doctype = /^\s*<!doctype html>/i.exec(html)?.[0] ?? ''
  return `<!doctype html>${PRINT_POLICY}${html.slice(doctype.length)}`
}

function run(program: string, flags: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(program, flags, { timeout: PRINT_TIMEOUT_MS, killSignal: 'SIGKILL' }, (error) =>
      error === null ? resolve() : reject(error),
    )
  })
}

async function print(browser: string, html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'yushui-print-'))
  try {
    const page = join(folder, 'page.html')
    const pdf = join(folder, 'page.pdf')
    await writeFile(page, bound(html), { mode: 0o600 })
    await run(browser, [
      ...browserFlags(join(folder, 'profile')),
      ...PRINT_FLAGS,
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ])
    return await readFile(pdf)
  } finally {
    // Chromium's helpers may still be writing their profile for a moment
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

/** Prints a complete page to PDF with an installed Chromium, Chrome or Edge; null where there is none. */
export const printPdf: ((html: string) => Promise<Uint8Array>) | null = (() => {
  const browser = findPrinter()
  return browser === null ? null : (html: string) => print(browser, html)
})()
