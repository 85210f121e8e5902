import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type CDPSession, type ConsoleMessage, type Locator, type Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build, type PreviewServer, preview } from 'vite'
import type { Probe } from './main.tsx'

/** The grid on a page of its own, driven as a person would. */
export interface GridPage {
  readonly page: Page
  readonly probe: {
    batches(): Promise<Probe['batches']>
    last(): Promise<Probe['batches'][number] | undefined>
    summary(): Promise<Probe['summary']>
    appKeys(): Promise<string[]>
  }
  open(query?: string): Promise<void>
  cell(row: number, column: string): Locator
  header(column: string): Locator
  text(row: number, column: string): Promise<string>
  copy(): Promise<string>
  paste(text: string): Promise<void>
  press(...keys: string[]): Promise<void>
  field: Locator
  /** The active cell's position as screen readers hear it. */
  where(): Promise<string | null>
  cdp(): Promise<CDPSession>
}

const makeGridPage = (page: Page): GridPage => {
  const cell = (row: number, column: string): Locator =>
    page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="${column}"]`)
  const field = page.locator('.sheet-field')
  return {
    page,
    cell,
    field,
    header: (column) => page.locator(`.ag-header-cell[col-id="${column}"]`),
    text: (row, column) => cell(row, column).innerText(),
    open: async (query = '') => {
      await page.evaluate((asked) => {
        // where a reload finds it again
        history.replaceState(null, '', `?${asked}`)
        window.probe.open(asked)
      }, query)
    },
    probe: {
      batches: () => page.evaluate(() => window.probe.batches),
      last: () => page.evaluate(() => window.probe.batches.at(-1)),
      summary: () => page.evaluate(() => window.probe.summary),
      appKeys: () => page.evaluate(() => window.probe.appKeys),
    },
    copy: async () => {
      await page.keyboard.press('Control+C')
      return page.evaluate(() => navigator.clipboard.readText())
    },
    paste: async (text) => {
      await page.evaluate((content) => navigator.clipboard.writeText(content), text)
      await page.keyboard.press('Control+V')
    },
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key)
    },
    where: () => field.getAttribute('aria-label'),
    cdp: () => page.context().newCDPSession(page),
  }
}

/**
 * The page bundled once a worker: a window opens in half the time that its hundreds of modules take. Built for
 * development all the same, where React and AG Grid say what they find wrong.
 */
async function servePage(outDir: string): Promise<PreviewServer> {
  const page = { configFile: false, root: import.meta.dirname, logLevel: 'error' } as const
  const { NODE_ENV } = process.env
  // Vite asks it, not the mode, which React to bundle; and sets it itself where nobody did
  process.env.NODE_ENV = 'development'
  try {
    await build({
      ...page,
      mode: 'development',
      plugins: [react()],
      build: { outDir, minify: false, chunkSizeWarningLimit: Number.POSITIVE_INFINITY },
    })
    return await preview({ ...page, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
  }
}

interface WorkerFixtures {
  /** One window for all tests of a worker, which begin by opening the grid anew in it. */
  readonly gridWindow: Page
}

/** `grid` is opened with 10,000 rows. */
export const test = base.extend<{ grid: GridPage }, WorkerFixtures>({
  gridWindow: [
    async ({ browser }, use, info) => {
      const outDir = mkdtempSync(join(tmpdir(), 'yushui-grid-test-'))
      const server = await servePage(outDir)
      const { locale, timezoneId, viewport, contextOptions } = info.project.use
      const context = await browser.newContext({
        ...contextOptions,
        ...(locale === undefined ? {} : { locale }),
        ...(timezoneId === undefined ? {} : { timezoneId }),
        ...(viewport === undefined ? {} : { viewport }),
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      const page = await context.newPage()
      await page.goto(server.resolvedUrls?.local[0] ?? '')
      await use(page)
      await context.close()
      await server.close()
      rmSync(outDir, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  page: async ({ gridWindow }, use) => use(gridWindow),
  context: async ({ gridWindow }, use) => use(gridWindow.context()),
  grid: async ({ page, viewport }, use) => {
    const problems: string[] = []
    const hear = (error: Error) => problems.push(error.message)
    const read = (message: ConsoleMessage) => {
      if (message.type() === 'error') problems.push(message.text())
    }
    page.on('pageerror', hear).on('console', read)
    if (viewport !== null) await page.setViewportSize(viewport)
    await page.mouse.move(0, 0)
    const grid = makeGridPage(page)
    await grid.open()
    await grid.cell(0, 'name').waitFor()
    await use(grid)
    page.off('pageerror', hear).off('console', read)
    base.expect(problems).toEqual([])
  },
})

export const { expect } = base
