import type { Browser, Page } from '@playwright/test'
import {
  launchBrowser,
  MARK_CELL,
  NAME_CELL,
  openWindow,
  quiet,
  showRound,
  type Workstation,
} from './browser.ts'
import { type Measured, timesOf } from './measure.ts'

const STARTS = 3
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
 * From nothing to usable: a new browser is launched and opens the workstation; until the first frame with rows. Beside
 * the same browser, launched the same way, until the first frame of a blank page. The workstation opens where it was
 * left, so each screen is visited first.
 */
export async function startingBench(workstation: Workstation): Promise<Measured[]> {
  const { host } = workstation
  const yardstick = 'browser launched → blank page painted'
  const starts: Measured[] = []
  const screens = [
    { name: 'the list of accounts', cell: NAME_CELL, leave: (page: Page) => showAccounts(page, host.url) },
    { name: 'the round’s marks', cell: MARK_CELL, leave: (page: Page) => showRound(page, workstation) },
  ]
  for (const { name, cell, leave } of screens) {
    await inBrowser(leave)
    const ours: number[] = []
    const bare: number[] = []
    for (let run = 0; run < STARTS; run += 1) {
      bare.push(await start(BLANK, 'p'))
      ours.push(await start(host.url, cell))
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

async function showAccounts(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.evaluate(() => window.painted('nav'))
  await page.evaluate(() => {
    location.hash = '#/accounts'
  })
  await page.evaluate((cell) => window.painted(cell), NAME_CELL)
}

/** Visits a screen and leaves it as a person would, by closing the window after a moment. */
async function inBrowser(visit: (page: Page) => Promise<void>): Promise<void> {
  const browser = await launchBrowser()
  try {
    const page = await openWindow(browser)
    await visit(page)
    await quiet(page)
    await page.close({ runBeforeUnload: true })
  } finally {
    await browser.close()
  }
}

async function start(url: string, selector: string): Promise<number> {
  const from = performance.now()
  const browser = await launchBrowser()
  try {
    const page = await openWindow(browser)
    await page.goto(url, { waitUntil: 'commit' })
    await page.evaluate((shown) => window.painted(shown), selector)
    return performance.now() - from
  } finally {
    await browser.close()
  }
}
