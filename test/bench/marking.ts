import type { Browser, Page } from '@playwright/test'
import { MARK_CELL, openWindow, quiet, showRound, type Workstation } from './browser.ts'
import { ACCOUNTS, fullStrip, INDICATORS } from './largeDepartment.ts'
import { keyWork } from './mainThread.ts'
import { type Measured, timesOf } from './measure.ts'

const KEYS = Array.from({ length: 40 }, (_, at) => String(1 + ((at * 2) % 5)))
/** The first keys warm both pages up. */
const WARM = 10
const PASTES = 4
const FRAME = 1_000 / 60

/**
 * Marking in the browser. Keys: processor time of the page's main thread (mainThread.ts) from the key's event to the
 * commit of the frame with the new mark, total, tier and rank; beside the same keys into a text field of a blank page.
 * Paste: all cells from the clipboard, from the page's `paste` event to the task after the next frame, whose cells are
 * looked at; beside the same text received by a blank page.
 */
export async function markingBench(browser: Browser, workstation: Workstation): Promise<Measured[]> {
  const page = await openWindow(browser)
  const blank = await openWindow(browser)
  try {
    await blank.setContent('<textarea rows="20" cols="80"></textarea>')
    // only the text's arrival: laying ten thousand lines out is no blank page's work
    await blank.evaluate(() =>
      window.addEventListener('paste', (event) => {
        event.preventDefault()
        document.title = String(event.clipboardData?.getData('text/plain').length)
      }),
    )
    await showRound(page, workstation)
    return [...(await keys(browser, page, blank)), ...(await pastes(page, blank))]
  } finally {
    await page.context().close()
    await blank.context().close()
  }
}

async function keys(browser: Browser, page: Page, blank: Page): Promise<Measured[]> {
  await page.bringToFront()
  await page.locator(`.ag-row[row-index="2"] ${MARK_CELL}`).first().click()
  const settle = async () => {
    await page.locator('[data-state="saved"]').waitFor()
    await quiet(page)
  }
  await settle()
  const ours = (await keyWork(browser, page, KEYS, settle)).slice(WARM)
  await blank.bringToFront()
  await blank.locator('textarea').focus()
  const bare = (await keyWork(browser, blank, KEYS, () => quiet(blank))).slice(WARM)
  const yardstick = 'the same key into a text field of a blank page'
  const painted = timesOf(bare.map((work) => work.painted))
  return [
    {
      name: 'one mark typed → total, tier and rank painted: main-thread work',
      ours: timesOf(ours.map((work) => work.painted)),
      yardstick: `${yardstick} (a frame: ${FRAME.toFixed(1)} ms)`,
      bare: painted,
      target: { most: Number(FRAME.toFixed(1)) },
    },
    {
      name: 'one mark typed: main-thread work in all, with saving, shape and accounts near borders',
      ours: timesOf(ours.map((work) => work.whole)),
      yardstick,
      bare: painted,
      target: null,
    },
  ]
}

async function pastes(page: Page, blank: Page): Promise<Measured[]> {
  const ours: Pasted[] = []
  const bare: Pasted[] = []
  for (let run = 0; run < PASTES; run += 1) {
    const rows = rowsOf(fullStrip(run + 1))
    await page.bringToFront()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowRight')
    await page.evaluate((text) => navigator.clipboard.writeText(text), rows.join('\r\n'))
    ours.push(await paste(page, rows, true))
    await blank.bringToFront()
    await blank.locator('textarea').focus()
    bare.push(await paste(blank, rows, false))
  }
  const yardstick = 'the same text received by a blank page'
  const painted = timesOf(bare.map((one) => one.painted))
  return [
    {
      name: `paste of ${ACCOUNTS} × ${INDICATORS} marks → painted`,
      ours: timesOf(ours.map((one) => one.painted)),
      yardstick,
      bare: painted,
      target: { most: 400 },
    },
    {
      name: `paste of ${ACCOUNTS} × ${INDICATORS} marks → “saved” in the status bar`,
      ours: timesOf(ours.map((one) => one.saved)),
      yardstick,
      bare: painted,
      target: null,
    },
  ]
}

/** Milliseconds from a paste's event. */
interface Pasted {
  readonly painted: number
  readonly saved: number
}

async function paste(page: Page, rows: readonly string[], isApp: boolean): Promise<Pasted> {
  await quiet(page)
  const expected = rows[0]?.split('\t')[0] ?? ''
  const watched = page.evaluateHandle(watchPaste, {
    cell: `.ag-row[row-index="0"] ${MARK_CELL}`,
    expected,
    isApp,
  })
  const pasted = await watched
  await page.keyboard.press('Control+V')
  const times = await pasted.evaluate(({ done }) => done)
  await quiet(page)
  return times
}

/** Runs in the page. */
function watchPaste({ cell, expected, isApp }: { cell: string; expected: string; isApp: boolean }): {
  done: Promise<{ painted: number; saved: number }>
} {
  const state = () => document.querySelector('[data-state]')?.getAttribute('data-state')
  const done = new Promise<{ painted: number; saved: number }>((resolve, reject) => {
    const began = async (): Promise<void> => {
      const start = performance.now()
      const painted = (await window.nextFrame()) - start
      if (isApp && document.querySelector(cell)?.textContent !== expected)
        reject(new Error('the frame after the paste does not show it'))
      while (isApp && state() !== 'saved') await window.nextFrame()
      resolve({ painted, saved: performance.now() - start })
    }
    window.addEventListener('paste', () => void began(), { capture: true, once: true })
  })
  return { done }
}

const rowsOf = (strip: string): string[] =>
  Array.from({ length: ACCOUNTS }, (_, row) =>
    [...strip.slice(row * INDICATORS, (row + 1) * INDICATORS)]
      .map((mark) => (mark === 'X' ? '10' : mark))
      .join('\t'),
  )
