import type { Browser, Page } from '@playwright/test'
import { openWindow, startFilled } from './browser.ts'
import { CASES, fillCases, LONG_CASE } from './caseDepartment.ts'
import { withFolder } from './largeDepartment.ts'
import type { Measured } from './measure.ts'
import { firstRowAfter, goTo, rested, rowsRead, ShownTimes } from './shown.ts'

const RUNS = 5
const HELP = 'main ol'
const TITLE_CELL = '.ag-cell[col-id="title"]'
/** All cases: the list's first 200 are there before the others. */
const LIST = '#/recovery?show=all'
/** Six years: all of them; the usual period is twelve months. */
const [ALL, YEAR] = ['#/recovery/patterns?from=2000-01-01', '#/recovery/patterns']
const COLUMNS = ['title', 'account', 'cameAt'] as const
/** What the issue allows. */
const MOST = { grid: 200, patterns: 300, page: 150 }

/**
 * Service recovery in Chromium over the real host, with 100,000 cases: milliseconds from a key, a click or an address to
 * the frame with what it leads to. A place is reached for the first time in a window, when the engine is asked and its code
 * is read, and again later.
 */
export const caseWindowBench = (browser: Browser): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const host = await startFilled(folder, fillCases)
    const page = await openWindow(browser)
    try {
      await page.goto(host.url)
      await page.evaluate(() => window.painted('nav'))
      const shown = await ShownTimes.of(page)
      for (let run = 0; run < RUNS; run += 1) {
        await places(page, shown)
        await filterAndSort(page, shown)
      }
      return lines(shown)
    } finally {
      await page.context().close()
      await host.close()
    }
  })

const PLACES = [
  { name: 'case', hash: `#/recovery/${LONG_CASE}`, selector: 'aside ol li' },
  { name: 'patterns', hash: YEAR, selector: 'main dl dd strong' },
  { name: 'allPatterns', hash: ALL, selector: 'main dl dd strong' },
] as const

async function places(page: Page, shown: ShownTimes): Promise<void> {
  for (const { name, hash, selector } of PLACES) {
    await shown.keep('blank', () => goTo(page, '#/department/help', HELP))
    // the place that a window begins with is remembered a moment later
    await rested(page)
    await page.reload()
    await page.evaluate((text) => window.painted(text), HELP)
    await rested(page)
    await shown.keep(`${name}, first`, () => goTo(page, hash, selector))
    await goTo(page, '#/department/help', HELP)
    await rested(page)
    await shown.keep(name, () => goTo(page, hash, selector))
  }
}

async function filterAndSort(page: Page, shown: ShownTimes): Promise<void> {
  await goTo(page, LIST, TITLE_CELL)
  await rowsRead(page, CASES)
  await rested(page)
  const filter = page.getByPlaceholder('筛选个案')
  await filter.focus()
  await shown.keep('filter', () => firstRowAfter(page, 'input', () => page.keyboard.insertText('77批')))
  await shown.keep('unfilter', () => firstRowAfter(page, 'input', () => filter.fill('')))
  for (const column of COLUMNS) {
    const header = page.locator(`.ag-header-cell[col-id="${column}"] .ag-header-cell-label`)
    await header.scrollIntoViewIfNeeded()
    const click = () => firstRowAfter(page, 'click', () => header.click())
    await shown.keep(column, click)
    await shown.keep(`${column}, turned about`, click)
    // back to the order in which they are read, whose first row may be the same
    await header.click()
  }
}

function lines(shown: ShownTimes): Measured[] {
  const place = (name: string, title: string, most: number): Measured[] => [
    shown.line(name, `${title} → painted`, most),
    shown.line(`${name}, first`, 'the same for the first time in a window', most),
  ]
  return [
    ...place('case', 'a case with a course of 500 entries', MOST.page),
    ...place('patterns', 'patterns of twelve months out of 100,000 cases', MOST.patterns),
    ...place('allPatterns', 'patterns over all 100,000 cases', MOST.patterns),
    shown.line('filter', '100,000 cases: two characters in the filter → rows painted', MOST.grid),
    shown.line('unfilter', 'filter cleared → rows painted', MOST.grid),
    ...COLUMNS.flatMap((column) => [
      shown.line(column, `sorted by ${column} → rows painted`, MOST.grid),
      shown.line(`${column}, turned about`, 'turned about → rows painted', MOST.grid),
    ]),
  ]
}
