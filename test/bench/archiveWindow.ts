import type { Browser, CDPSession, Page } from '@playwright/test'
import { NAME_CELL, openWindow, quiet } from './browser.ts'
import { type Measured, type Times, timesOf } from './measure.ts'

const RUNS = 5
const HEAD = 'main dl'
const HELP = 'main ol'
const ROW = '.ag-row[row-index="0"]'

/** A place or a change, from the event to the frame that shows it. */
interface Shown {
  readonly wall: number
  /** the main thread's processor time, which other programs' load doesn't lengthen */
  readonly cpu: number
}

/**
 * The list of accounts and an account's page in Chromium, reached inside the running app: milliseconds from the event
 * to the frame with rows, or with the head of the page. The engine's other answers to the page come after that.
 */
export async function archiveInWindow(browser: Browser, url: string): Promise<Measured[]> {
  const page = await openWindow(browser)
  const trace = await page.context().newCDPSession(page)
  await trace.send('Performance.enable', { timeDomain: 'threadTicks' })
  const seen = new Map<string, Shown[]>()
  const keep = async (name: string, measure: () => Promise<number>): Promise<void> => {
    await quiet(page)
    const before = await threadTime(trace)
    const wall = await measure()
    seen.set(name, [...(seen.get(name) ?? []), { wall, cpu: (await threadTime(trace)) - before }])
  }
  await page.goto(url)
  await page.evaluate(() => window.painted('nav'))
  for (let run = 0; run < RUNS; run += 1) {
    await keep('blank', () => goTo(page, '#/department/help', HELP))
    await keep('list', () => goTo(page, '#/accounts', NAME_CELL))
    await wholeListRead(page)
    const filter = page.locator('main input').first()
    await filter.focus()
    await keep('filter at once', () => firstRowAfter(page, 'input', () => page.keyboard.insertText('联达')))
    await goTo(page, '#/department/help', HELP)
    await goTo(page, '#/accounts', NAME_CELL)
    await wholeListRead(page)
    await rested(page)
    await filter.focus()
    await keep('filter', () => firstRowAfter(page, 'input', () => page.keyboard.insertText('联达')))
    await keep('unfilter', () => firstRowAfter(page, 'input', () => filter.fill('')))
    for (const column of ['code', 'region']) {
      const header = page.locator(`.ag-header-cell[col-id="${column}"] .ag-header-cell-label`)
      await header.scrollIntoViewIfNeeded()
      const clicked = () => header.click()
      await keep(`sort ${column}`, () => firstRowAfter(page, 'click', clicked))
      await firstRowAfter(page, 'click', clicked)
      await firstRowAfter(page, 'click', clicked)
    }
    const id = await page.evaluate((row) => document.querySelector(row)?.getAttribute('row-id'), ROW)
    await keep('account', () => goTo(page, `#/accounts/${id}`, HEAD))
  }
  await page.context().close()
  return lines(seen)
}

function lines(seen: ReadonlyMap<string, readonly Shown[]>): Measured[] {
  const times = (name: string): Times => {
    const all = seen.get(name) ?? []
    return timesOf(
      all.map(({ wall }) => wall),
      all.map(({ cpu }) => cpu),
    )
  }
  const line = (name: string, title: string, most: number | null): Measured => ({
    name: title,
    ours: times(name),
    yardstick: 'a page of text, reached the same way',
    bare: times('blank'),
    target: most === null ? null : { most },
  })
  return [
    line('list', 'accounts → first rows painted', 500),
    line('filter', 'two characters in the filter → rows painted', 200),
    line('filter at once', 'the same in the very moment in which the list is whole', null),
    line('unfilter', 'filter cleared → rows painted', 200),
    line('sort code', 'sorted by code → rows painted', 200),
    line('sort region', 'sorted by region → rows painted', 200),
    line('account', 'account page → head painted', 100),
  ]
}

/** Processor time of the page's main thread so far; milliseconds. */
async function threadTime(trace: CDPSession): Promise<number> {
  const { metrics } = await trace.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
}

/** Goes to a place inside the running app; milliseconds until something of it is painted that wasn't there before. */
const goTo = (page: Page, hash: string, selector: string): Promise<number> =>
  page.evaluate(
    async ({ place, shown }) => {
      const start = performance.now()
      location.hash = place
      return (await window.painted(shown)) - start
    },
    { place: hash, shown: selector },
  )

/** The list shows its first rows before the others are there: waits for as many as there are. */
const wholeListRead = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () => Number(document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') ?? 0) > 1_500,
    undefined,
    { timeout: 120_000 },
  )

/** Waits until the page has had nothing to do for some moments, as while a person looks for the field. */
const rested = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const idle = (): Promise<number> =>
      new Promise((done) => requestIdleCallback((deadline) => done(deadline.timeRemaining())))
    for (let moments = 0; moments < 5; ) moments = (await idle()) > 10 ? moments + 1 : 0
  })

/** Milliseconds from an event to the frame that shows another first row. */
async function firstRowAfter(page: Page, event: string, act: () => Promise<void>): Promise<number> {
  const changed = await page.evaluateHandle(
    ({ kind, row }) => {
      const first = (): string | null | undefined => document.querySelector(row)?.getAttribute('row-id')
      const before = first()
      const done = new Promise<number>((resolve) => {
        const happened = async (): Promise<void> => {
          const start = performance.now()
          while (first() === before || first() === undefined) await window.nextFrame()
          resolve((await window.nextFrame()) - start)
        }
        window.addEventListener(kind, () => void happened(), { capture: true, once: true })
      })
      return { done }
    },
    { kind: event, row: ROW },
  )
  await act()
  return changed.evaluate(({ done }) => done)
}
