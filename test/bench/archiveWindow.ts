import type { Browser } from '@playwright/test'
import { NAME_CELL, openWindow } from './browser.ts'
import type { Measured } from './measure.ts'
import { firstRowAfter, goTo, ROW, rested, rowsRead, ShownTimes } from './shown.ts'

const RUNS = 5
const HEAD = 'main dl'
const HELP = 'main ol'
/** More than the list shows at first. */
const FIRST_ROWS = 1_500

/**
 * The list of accounts and an account's page in Chromium, reached inside the running app: milliseconds from the event
 * to the frame with rows, or with the head of the page. The engine's other answers to the page come after that.
 */
export async function archiveInWindow(browser: Browser, url: string): Promise<Measured[]> {
  const page = await openWindow(browser)
  const shown = await ShownTimes.of(page)
  await page.goto(url)
  await page.evaluate(() => window.painted('nav'))
  for (let run = 0; run < RUNS; run += 1) {
    await shown.keep('blank', () => goTo(page, '#/department/help', HELP))
    await shown.keep('list', () => goTo(page, '#/accounts', NAME_CELL))
    await rowsRead(page, FIRST_ROWS)
    const filter = page.locator('main input').first()
    await filter.focus()
    await shown.keep('filter at once', () =>
      firstRowAfter(page, 'input', () => page.keyboard.insertText('联达')),
    )
    await goTo(page, '#/department/help', HELP)
    await goTo(page, '#/accounts', NAME_CELL)
    await rowsRead(page, FIRST_ROWS)
    await rested(page)
    await filter.focus()
    await shown.keep('filter', () => firstRowAfter(page, 'input', () => page.keyboard.insertText('联达')))
    await shown.keep('unfilter', () => firstRowAfter(page, 'input', () => filter.fill('')))
    for (const column of ['code', 'region']) {
      const header = page.locator(`.ag-header-cell[col-id="${column}"] .ag-header-cell-label`)
      await header.scrollIntoViewIfNeeded()
      const click = () => firstRowAfter(page, 'click', () => header.click())
      await shown.keep(`sort ${column}`, click)
      await click()
      await click()
    }
    const id = await page.evaluate((row) => document.querySelector(row)?.getAttribute('row-id'), ROW)
    await shown.keep('account', () => goTo(page, `#/accounts/${id}`, HEAD))
  }
  await page.context().close()
  return lines(shown)
}

function lines(shown: ShownTimes): Measured[] {
  return [
    shown.line('list', 'accounts → first rows painted', 500),
    shown.line('filter', 'two characters in the filter → rows painted', 200),
    shown.line('filter at once', 'the same in the very moment in which the list is whole', null),
    shown.line('unfilter', 'filter cleared → rows painted', 200),
    shown.line('sort code', 'sorted by code → rows painted', 200),
    shown.line('sort region', 'sorted by region → rows painted', 200),
    shown.line('account', 'account page → head painted', 100),
  ]
}
