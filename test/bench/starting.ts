import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { CHROMIUM_ARGS, CHROMIUM_IGNORED_ARGS } from '../e2e/chromium.ts'
import {
  chromiumPath,
  MARK_CELL,
  NAME_CELL,
  openWindow,
  quiet,
  tellPainted,
  type Workstation,
} from './browser.ts'
import { type Measured, timesOf } from './measure.ts'

const STARTS = 5
const VISITS = 2
/** A place is remembered once it was held for a moment. */
const HELD_MS = 1_500
const OPENINGS = 5
const BLANK = 'data:text/html,<p>blank</p>'

/**
 * From a click on a round in the list to the first frame with its rows; each time in a page that was loaded anew and
 * never had the round open. Beside a blank page loaded in the same window.
 */
export async function openingBench(browser: Browser, workstation: Workstation): Promise<Measured[]> {
  const ours: number[] = []
  const bare: number[] = []
  const page = await openWindow(browser)
  try {
    for (let run = 0; run < OPENINGS; run += 1) {
      const start = performance.now()
      await page.goto(BLANK)
      await page.evaluate(() => window.painted('p'))
      bare.push(performance.now() - start)
      ours.push(await openRound(page, workstation))
    }
  } finally {
    await page.context().close()
  }
  return [
    {
      name: 'opening the round’s marks → first rows painted',
      ours: timesOf(ours),
      yardstick: 'a blank page loaded in the same window',
      bare: timesOf(bare),
      target: { most: 500 },
    },
  ]
}

async function openRound(page: Page, { host, department }: Workstation): Promise<number> {
  await page.goto(host.url)
  await page.evaluate(() => window.painted('nav'))
  await page.evaluate(() => {
    location.hash = '#/evaluation'
  })
  const link = page.locator(`a[href$="/evaluation/rounds/${department.roundId}"]`).first()
  await link.waitFor()
  await quiet(page)
  const opened = await page.evaluateHandle((cell) => {
    const done = new Promise<number>((resolve) => {
      const clicked = async (): Promise<void> => {
        const start = performance.now()
        resolve((await window.painted(cell)) - start)
      }
      window.addEventListener('click', () => void clicked(), { capture: true, once: true })
    })
    return { done }
  }, MARK_CELL)
  await link.click()
  return opened.evaluate(({ done }) => done)
}

/**
 * From nothing to usable, as `npm start` opens it: a browser is launched with the folder's own profile and an app window
 * on the workstation; until the first frame with rows. Beside the same with a blank page. The workstation opens where it
 * was left, and a browser keeps files and compiled code from its second start on, so each screen is left twice first.
 */
export async function startingBench(workstation: Workstation, folder: string): Promise<Measured[]> {
  const { host } = workstation
  const profile = join(folder, 'profile')
  const yardstick = 'browser launched → blank page painted'
  const starts: Measured[] = []
  const screens = [
    { name: 'the list of accounts', cell: NAME_CELL, hash: '#/accounts' },
    {
      name: 'the round’s marks',
      cell: MARK_CELL,
      hash: `#/evaluation/rounds/${workstation.department.roundId}`,
    },
  ]
  for (const { name, cell, hash } of screens) {
    for (let visit = 0; visit < VISITS; visit += 1) await leaveAt(profile, host.url, hash, cell)
    const ours: number[] = []
    const bare: number[] = []
    for (let run = 0; run < STARTS; run += 1) {
      bare.push(await start(profile, BLANK, 'p'))
      ours.push(await start(profile, host.url, cell))
    }
    starts.push({
      name: `browser launched → ${name} painted`,
      ours: timesOf(ours),
      yardstick,
      bare: timesOf(bare),
      target: { ratio: 2 },
    })
  }
  return starts
}

async function openAppWindow(profile: string, url: string): Promise<{ page: Page; close(): Promise<void> }> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: [...CHROMIUM_ARGS, `--app=${url}`],
    ignoreDefaultArgs: [...CHROMIUM_IGNORED_ARGS, 'about:blank'],
    viewport: null,
    locale: 'zh-CN',
  })
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  await page.waitForURL((at) => at.protocol !== 'about:', { waitUntil: 'commit' })
  await page.evaluate(tellPainted)
  return { page, close: () => context.close() }
}

/** Opens a screen and leaves it after a moment. */
async function leaveAt(profile: string, url: string, hash: string, cell: string): Promise<void> {
  const { page, close } = await openAppWindow(profile, url)
  await page.evaluate(() => window.painted('nav'))
  await page.evaluate((place) => {
    location.hash = place
  }, hash)
  await page.evaluate((shown) => window.painted(shown), cell)
  await page.waitForTimeout(HELD_MS)
  await close()
}

async function start(profile: string, url: string, selector: string): Promise<number> {
  const from = performance.now()
  const { page, close } = await openAppWindow(profile, url)
  try {
    await page.evaluate((shown) => window.painted(shown), selector)
    return performance.now() - from
  } finally {
    await close()
  }
}
