import type { CDPSession, Page } from '@playwright/test'
import { quiet } from './browser.ts'
import { type Measured, type Times, timesOf } from './measure.ts'

/** A place or a change, from the event to the frame that shows it. */
interface Shown {
  readonly wall: number
  /** the main thread's processor time, which other programs' load doesn't lengthen */
  readonly cpu: number
}

/** The first row of a grid. */
export const ROW = '.ag-row[row-index="0"]'

/** Collects what a page took to show things, by name. */
export class ShownTimes {
  readonly #seen = new Map<string, Shown[]>()
  readonly #page: Page
  readonly #trace: CDPSession

  private constructor(page: Page, trace: CDPSession) {
    this.#page = page
    this.#trace = trace
  }

  static async of(page: Page): Promise<ShownTimes> {
    const trace = await page.context().newCDPSession(page)
    await trace.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new ShownTimes(page, trace)
  }

  /** Measures once more what has that name; `measure` answers with milliseconds. */
  async keep(name: string, measure: () => Promise<number>): Promise<void> {
    await quiet(this.#page)
    const before = await this.#threadTime()
    const wall = await measure()
    const cpu = (await this.#threadTime()) - before
    this.#seen.set(name, [...(this.#seen.get(name) ?? []), { wall, cpu }])
  }

  private times(name: string): Times {
    const all = this.#seen.get(name) ?? []
    return timesOf(
      all.map(({ wall }) => wall),
      all.map(({ cpu }) => cpu),
    )
  }

  /** A line of the bench about what has that name, beside `blank`: a page of text. @param most ms allowed; null for none */
  line(name: string, title: string, most: number | null): Measured {
    return {
      name: title,
      ours: this.times(name),
      yardstick: 'a page of text, reached the same way',
      bare: this.times('blank'),
      target: most === null ? null : { most },
    }
  }

  /** Processor time of the page's main thread so far; milliseconds. */
  async #threadTime(): Promise<number> {
    const { metrics } = await this.#trace.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
  }
}

/** Goes to a place inside the running app; milliseconds until something of it is painted that wasn't there before. */
export const goTo = (page: Page, hash: string, selector: string): Promise<number> =>
  page.evaluate(
    async ({ place, shown }) => {
      const start = performance.now()
      location.hash = place
      return (await window.painted(shown)) - start
    },
    { place: hash, shown: selector },
  )

/** A list shows its first rows before the others are there: waits until a grid has more than so many. */
export const rowsRead = (page: Page, count: number): Promise<unknown> =>
  page.waitForFunction(
    (least) => Number(document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') ?? 0) > least,
    count,
    { timeout: 120_000 },
  )

/** Waits until the page has had nothing to do for some moments, as while a person looks for the field. */
export const rested = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const idle = (): Promise<number> =>
      new Promise((done) => requestIdleCallback((deadline) => done(deadline.timeRemaining())))
    for (let moments = 0; moments < 5; ) moments = (await idle()) > 10 ? moments + 1 : 0
  })

/** Milliseconds from an event to the frame that shows another first row. */
export async function firstRowAfter(page: Page, event: string, act: () => Promise<void>): Promise<number> {
  const changed = await page.evaluateHandle(
    ({ kind, row }) => {
      const first = (): string | null | undefined => document.querySelector(row)?.getAttribute('row-id')
      const before = first()
      const done = new Promise<number>((resolve) => {
        const happened = async (): Promise<void> => {
          const start = performance.now()
          const shown = await window.frameWhere(() => first() !== before && first() !== undefined)
          resolve(shown - start)
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
