import type { Browser } from '@playwright/test'
import { openWindow, startFilled } from './browser.ts'
import { CHANNEL_SIZE, fillChannel } from './channelDepartment.ts'
import { withFolder } from './largeDepartment.ts'
import type { Measured } from './measure.ts'
import { goTo, rested, ShownTimes } from './shown.ts'

const RUNS = 5
const HELP = 'main ol'
const LATE_LINE = 'section[aria-labelledby="today-late"] li'

/**
 * Today in Chromium over the real host, with 50,000 open and 500,000 ended tasks and requests: milliseconds from the
 * click that leads there to the frame with its first late line. For the first time in a window, the engine is asked and
 * the page's code is read; later it is what the window already knows, which every commit has read anew.
 */
export const todayWindowBench = (browser: Browser): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const host = await startFilled(folder, (kernel) => fillChannel(kernel, CHANNEL_SIZE))
    const page = await openWindow(browser)
    try {
      await page.goto(host.url)
      const shown = await ShownTimes.of(page)
      for (let run = 0; run < RUNS; run += 1) {
        await page.evaluate(() => window.painted('nav'))
        await shown.keep('blank', () => goTo(page, '#/department/help', HELP))
        // the place that a window begins with is remembered a moment later
        await rested(page)
        await page.reload()
        await page.evaluate((text) => window.painted(text), HELP)
        await rested(page)
        await shown.keep('first', () => goTo(page, '#/today', LATE_LINE))
        await goTo(page, '#/department/help', HELP)
        await rested(page)
        await shown.keep('again', () => goTo(page, '#/today', LATE_LINE))
      }
      return [
        shown.line('again', 'Today → first lines painted', 100),
        shown.line('first', 'the same for the first time in a window', 100),
      ]
    } finally {
      await page.context().close()
      await host.close()
    }
  })
