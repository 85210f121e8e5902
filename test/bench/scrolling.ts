import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { build, preview } from 'vite'
import { openWindow, quiet, showRound, type Workstation } from './browser.ts'
import { ACCOUNTS, INDICATORS } from './largeDepartment.ts'
import { mainThreadCpu } from './mainThread.ts'
import { type Measured, timesOf } from './measure.ts'

const RUNS = 4
/** A brisk turn of a wheel: 250 rows in four seconds. */
const DISTANCE = 8_000
const SPEED = 2_000
const FRAME = 1_000 / 60

/**
 * Scrolling the scoring grid by a mouse's wheel, in turn with AG Grid alone over as many static cells
 * (staticGrid/main.ts). A frame is dropped when the page's next animation frame comes so much later than the screen's
 * rhythm that one was left out.
 */
export async function scrollingBench(
  browser: Browser,
  workstation: Workstation,
  folder: string,
): Promise<Measured[]> {
  const plain = await serveStaticGrid(join(folder, 'staticGrid'))
  const page = await openWindow(browser)
  const bare = await openWindow(browser)
  try {
    await showRound(page, workstation)
    const box = await page.locator('.sheet').boundingBox()
    const { width = 1_000, height = 700 } = box ?? {}
    await bare.goto(`${plain.url}?rows=${ACCOUNTS}&columns=${INDICATORS}&width=${width}&height=${height}`)
    await bare.evaluate(() => window.painted('.ag-cell'))
    const ours: Scrolled[] = []
    const theirs: Scrolled[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const down = run % 2 === 0
      ours.push(await scroll(page, down))
      theirs.push(await scroll(bare, down))
    }
    const yardstick = 'AG Grid alone with static cells'
    const dropped = (list: readonly Scrolled[]) => timesOf(list.map((one) => one.dropped))
    const cpu = (list: readonly Scrolled[]) => timesOf(list.map((one) => one.cpu))
    return [
      {
        name: `scrolling ${DISTANCE / 32} rows in ${DISTANCE / SPEED} s: frames dropped of ${Math.round((DISTANCE / SPEED) * 60)}`,
        ours: dropped(ours),
        yardstick,
        bare: dropped(theirs),
        target: { ratio: 1 },
        unit: 'frames',
      },
      { name: 'the same: main-thread work', ours: cpu(ours), yardstick, bare: cpu(theirs), target: null },
    ]
  } finally {
    await page.context().close()
    await bare.context().close()
    await plain.close()
  }
}

interface Scrolled {
  readonly dropped: number
  readonly cpu: number
}

async function scroll(page: Page, down: boolean): Promise<Scrolled> {
  await page.bringToFront()
  await quiet(page)
  const box = await page.locator('.sheet').boundingBox()
  const session = await page.context().newCDPSession(page)
  const frames = await page.evaluateHandle(countFrames)
  const cpu = await mainThreadCpu(page, () =>
    session.send('Input.synthesizeScrollGesture', {
      x: (box?.x ?? 0) + 400,
      y: (box?.y ?? 0) + 300,
      yDistance: down ? -DISTANCE : DISTANCE,
      speed: SPEED,
      gestureSourceType: 'mouse',
    }),
  )
  const gaps = await frames.evaluate(({ end }) => end())
  await session.detach()
  const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME) - 1), 0)
  return { dropped, cpu }
}

/** Runs in the page: the milliseconds between animation frames while it scrolls. */
function countFrames(): { end: () => number[] } {
  const gaps: number[] = []
  let last: number | null = null
  let on = true
  const frame = (now: number): void => {
    if (last !== null) gaps.push(now - last)
    last = now
    if (on) requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  return {
    end: () => {
      on = false
      return gaps
    },
  }
}

async function serveStaticGrid(outDir: string): Promise<{ url: string; close(): Promise<void> }> {
  const root = join(import.meta.dirname, 'staticGrid')
  const settings = { configFile: false, root, logLevel: 'silent' } as const
  await build({ ...settings, build: { outDir, emptyOutDir: true } })
  const server = await preview({ ...settings, build: { outDir }, preview: { host: '127.0.0.1' } })
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() }
}
