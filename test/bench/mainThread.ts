import type { Browser, Page } from '@playwright/test'

/** A task of a page's main thread, from a trace. */
interface Task {
  readonly start: number
  readonly end: number
  /** milliseconds of the processor, and of the clock */
  readonly cpu: number
  readonly wall: number
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** microseconds */
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args: { readonly data?: { readonly type?: string } }
}

/** What one key cost a page's main thread, milliseconds of the processor. */
export interface KeyWork {
  /** from the key's event to the commit of the frame that shows what it did */
  readonly painted: number
  /** until the next key: with everything that follows after the paint, as saving and sums */
  readonly whole: number
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline']

/**
 * What keys cost. Chromium's own trace tells each task of the main thread with the processor time that it took, which
 * other programs on the machine don't lengthen as they do the clock's. A frame is painted when the main thread has
 * handed it over (`Commit`).
 */
export async function keyWork(
  browser: Browser,
  page: Page,
  keys: readonly string[],
  settle: () => Promise<unknown>,
): Promise<KeyWork[]> {
  const session = await browser.newBrowserCDPSession()
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) if (isTraceEvent(event)) events.push(event)
  })
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  })
  for (const key of keys) {
    // asked for before the key, so that asking isn't counted
    const shown = page.evaluate(
      () =>
        new Promise<number>((done) => {
          window.addEventListener('keydown', () => void window.nextFrame().then(done), {
            capture: true,
            once: true,
          })
        }),
    )
    await page.evaluate(() => window.nextFrame())
    await page.keyboard.press(key)
    await shown
    await settle()
  }
  const complete = new Promise<unknown>((done) => session.once('Tracing.tracingComplete', done))
  await session.send('Tracing.end')
  await complete
  await session.detach()
  return worksOf(events)
}

const isTraceEvent = (event: object): event is TraceEvent =>
  'name' in event && 'ts' in event && 'pid' in event && 'tid' in event && 'args' in event

function worksOf(events: readonly TraceEvent[]): KeyWork[] {
  const keys = events.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown')
  const [first] = keys
  if (!first) return []
  const main = events.filter(({ pid, tid }) => pid === first.pid && tid === first.tid)
  const tasks = main.filter(({ name }) => name === 'RunTask').map(taskOf)
  const commits = main.filter(({ name }) => name === 'Commit').map(taskOf)
  return keys.map((key, at) => {
    const commit = commits.find(({ start }) => start >= key.ts)
    const next = keys[at + 1]?.ts ?? Number.POSITIVE_INFINITY
    const mine = tasks.filter(({ start, end }) => end > key.ts && start < next)
    const sum = (list: readonly Task[]) => list.reduce((total, { cpu }) => total + cpu, 0)
    return {
      painted: sum(mine.filter(({ start }) => start <= (commit?.end ?? 0))),
      whole: sum(mine),
    }
  })
}

const taskOf = ({ ts, dur = 0, tdur = 0 }: TraceEvent): Task => ({
  start: ts,
  end: ts + dur,
  cpu: tdur / 1_000,
  wall: dur / 1_000,
})

/** Milliseconds of the processor that a page's main thread spends while something goes on. */
export async function mainThreadCpu(page: Page, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  }
  const before = await read()
  await work()
  const spent = (await read()) - before
  await session.detach()
  return spent * 1_000
}
