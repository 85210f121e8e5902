import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { openEngine } from '../../db/engine.ts'
import { type BrowserHost, startBrowserHost } from '../../db/host/http.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'
import { BUILD } from '../../scripts/pages.ts'
import { CHROMIUM_ARGS, CHROMIUM_IGNORED_ARGS, findChromium } from '../e2e/chromium.ts'
import { fillLargeDepartment, type LargeDepartment } from './largeDepartment.ts'

/** The built workstation over a department of 10,000 accounts, as `npm start` serves it. */
export interface Workstation {
  readonly host: BrowserHost
  readonly department: LargeDepartment
}

/** Fills a data folder with `fill` and starts the browser host on it. Throws where the renderer isn't built. */
export async function startFilled(folder: string, fill: (kernel: Kernel) => void): Promise<BrowserHost> {
  if (!existsSync(join(BUILD.pages, 'index.html')))
    throw new Error('out/renderer is missing: npm run build first')
  const dataFolder = join(folder, 'data')
  const engine = await openEngine({ dataFolder, appVersion: 'bench' })
  fill(engine.kernel)
  await engine.close()
  return startBrowserHost({ dataFolder, appVersion: 'bench', build: BUILD })
}

/** The same with the large department. */
export async function startWorkstation(folder: string): Promise<Workstation> {
  const filled = Promise.withResolvers<LargeDepartment>()
  const host = await startFilled(folder, (kernel) => filled.resolve(fillLargeDepartment(kernel)))
  return { department: await filled.promise, host }
}

/** Where Chromium is. Throws where there is none. */
export function chromiumPath(): string {
  const found = findChromium()
  if (found === null) throw new Error('no Chromium: npm test says how it gets one')
  return found
}

/** A Chromium as the end-to-end tests start it. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: CHROMIUM_ARGS,
    ignoreDefaultArgs: CHROMIUM_IGNORED_ARGS,
  })

/** A window of the size that screens are made for, which may use the clipboard and tells when things are painted. */
export async function openWindow(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await context.addInitScript(tellPainted)
  return context.newPage()
}

declare global {
  interface Window {
    /** Resolves in the task after the first frame that shows something for a selector; the time of that, as performance.now(). */
    painted(selector: string): Promise<number>
    /** The same for the first frame in which something holds. */
    frameWhere(holds: () => boolean): Promise<number>
    /** The same for the next frame, whatever it shows. */
    nextFrame(): Promise<number>
  }
}

/** Runs in pages: what {@link Window} has more than others. */
export function tellPainted(): void {
  window.frameWhere = (holds) =>
    new Promise((done) => {
      // what is there as a frame begins is painted by it
      const frame = (): void => {
        if (!holds()) return void requestAnimationFrame(frame)
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => done(performance.now())
        port2.postMessage(null)
      }
      requestAnimationFrame(frame)
    })
  window.nextFrame = () => window.frameWhere(() => true)
  window.painted = (selector) =>
    window.frameWhere(() => (document.querySelector(selector)?.textContent ?? '') !== '')
}

/** Cells of marks, and of the list of accounts. */
export const MARK_CELL = '.ag-cell[col-id^="indicator:"]'
export const NAME_CELL = '.ag-cell[col-id="name"]'

/** Goes to a round's marks inside the running app, and waits for its rows. */
export async function showRound(page: Page, { host, department }: Workstation): Promise<void> {
  await page.goto(host.url)
  await page.evaluate(() => window.painted('.ag-row'))
  await page.evaluate((roundId) => {
    location.hash = `#/evaluation/rounds/${roundId}`
  }, department.roundId)
  await page.evaluate((cell) => window.painted(cell), MARK_CELL)
  await quiet(page)
}

/** Waits until a page keeps up with the screen: some frames in a row that come in time; on a busy machine a while at most. */
export const quiet = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    let last = performance.now()
    for (let calm = 0, frames = 0; calm < 5 && frames < 20; frames += 1) {
      const now = await window.nextFrame()
      calm = now - last < 25 ? calm + 1 : 0
      last = now
    }
  })
