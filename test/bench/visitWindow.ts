import type { Browser } from '@playwright/test'
import { openWindow, startFilled } from './browser.ts'
import { withFolder } from './largeDepartment.ts'
import type { Measured } from './measure.ts'
import { goTo, ROW, rested, ShownTimes } from './shown.ts'
import { fillVisitYears } from './visits.ts'

const RUNS = 5
const HELP = 'main ol'
/** What the issue allows for opening the year's plan of 10,000 visits. */
const MOST_MS = 300
const PLACES = [
  { name: 'year’s plan', hash: '#/visits', shown: 'tr[aria-rowindex="2"] a' },
  { name: 'calendar of a month', hash: '#/visits/calendar', shown: 'main li button[draggable]' },
  { name: 'list', hash: '#/visits/list', shown: ROW },
] as const

/**
 * The room of visits in Chromium over the real host, with 10,000 visits over five years: milliseconds from the click that
 * leads to a place to the frame with its first visits. For the first time in a window, the engine is asked and the place's
 * code is read; later it is what the window already knows, which every commit has read anew.
 */
export const visitWindowBench = (browser: Browser): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const host = await startFilled(folder, fillVisitYears)
    const page = await openWindow(browser)
    try {
      await page.goto(host.url)
      const shown = await ShownTimes.of(page)
      await page.evaluate(() => window.painted('nav'))
      for (const { name, hash, shown: selector } of PLACES)
        for (let run = 0; run < RUNS; run += 1) {
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
      return PLACES.flatMap(({ name }) => [
        shown.line(name, `${name}, 10,000 visits → painted`, MOST_MS),
        shown.line(`${name}, first`, 'the same for the first time in a window', MOST_MS),
      ])
    } finally {
      await page.context().close()
      await host.close()
    }
  })
