import type { Browser, Page } from '@playwright/test'
import { openWindow, startFilled } from './browser.ts'
import { fillLargeDepartment, withFolder } from './largeDepartment.ts'
import type { Measured } from './measure.ts'
import { firstRowAfter, goTo, rested, rowsRead, ShownTimes } from './shown.ts'
import { fillTasks } from './tasks.ts'

const RUNS = 5
const HELP = 'main ol'
const TITLE_CELL = '.ag-cell[col-id="title"]'
/** The grid of the open tasks, which has all of them. */
const TASKS = '#/channel/tasks?show=open&whose=all'
const OPEN = 50_000
/** What the issue allows. */
const MOST_MS = 200
const COLUMNS = ['title', 'account', 'kind'] as const
/**
 * The grid of 50,000 open tasks beside 500,000 ended ones, in Chromium over the real host: milliseconds from a key or a
 * click on a header to the frame with the rows.
 */
export const taskWindowBench = (browser: Browser): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const host = await startFilled(folder, (kernel) => {
      const { accountIds } = fillLargeDepartment(kernel)
      kernel.writeLocal((db) => fillTasks(db, accountIds))
    })
    const page = await openWindow(browser)
    try {
      await page.goto(host.url)
      await page.evaluate(() => window.painted('nav'))
      const shown = await ShownTimes.of(page)
      for (let run = 0; run < RUNS; run += 1) await filterAndSort(page, shown)
      return lines(shown)
    } finally {
      await page.context().close()
      await host.close()
    }
  })

async function filterAndSort(page: Page, shown: ShownTimes): Promise<void> {
  await shown.keep('blank', () => goTo(page, '#/department/help', HELP))
  await goTo(page, TASKS, TITLE_CELL)
  await rowsRead(page, OPEN)
  await rested(page)
  const filter = page.getByPlaceholder('筛选任务')
  await filter.focus()
  await shown.keep('filter', () => firstRowAfter(page, 'input', () => page.keyboard.insertText('77号')))
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
  return [
    shown.line('filter', '50,000 open tasks: two characters in the filter → rows painted', MOST_MS),
    shown.line('unfilter', 'filter cleared → rows painted', MOST_MS),
    ...COLUMNS.flatMap((column) => [
      shown.line(column, `sorted by ${column} → rows painted`, MOST_MS),
      shown.line(`${column}, turned about`, 'turned about → rows painted', MOST_MS),
    ]),
  ]
}
