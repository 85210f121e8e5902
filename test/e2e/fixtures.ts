import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { type BrowserHost, startBrowserHost } from '../../db/host/http.ts'
import { BUILD } from '../../scripts/pages.ts'
import { type Fault, faultyFolder } from '../faultyFolders.ts'

interface Options {
  /** what is wrong with the data folder: `test.use({ fault: 'damagedFile' })` */
  readonly fault: Fault
}

interface Fixtures {
  /** a data folder of the test's own, removed afterwards */
  readonly dataFolder: string
  /** a browser host of the test's own, as `npm start` runs it */
  readonly host: BrowserHost
  /** a window on the workstation */
  readonly app: Page
  /** further windows on the same workstation */
  readonly openWindow: () => Promise<Page>
}

/** Opens a window on a host and fails the test for whatever a user would find in the console. */
async function openOn(page: Page, host: BrowserHost, faults: string[]): Promise<Page> {
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Unhandled/i.test(message.text()))
      faults.push(message.text())
  })
  await page.goto(host.url)
  return page
}

export const test = base.extend<Options & Fixtures & { pageFaults: string[] }>({
  fault: ['none', { option: true }],

  pageFaults: async ({ page: _page }, use) => {
    const faults: string[] = []
    await use(faults)
    expect(faults, 'uncaught errors and policy violations in the page').toEqual([])
  },

  dataFolder: async ({ fault }, use, info) => {
    const folder = await faultyFolder(fault)
    info.skip(folder.impossible !== null, folder.impossible ?? '')
    await use(folder.dataFolder)
    folder.remove()
  },

  host: async ({ dataFolder }, use) => {
    if (!existsSync(join(BUILD.pages, 'index.html')))
      throw new Error('out/renderer is missing: npm run build first')
    const host = await startBrowserHost({ dataFolder, appVersion: '0.0.0-test', build: BUILD })
    await use(host)
    await host.close()
  },

  app: async ({ page, host, pageFaults }, use) => {
    await use(await openOn(page, host, pageFaults))
  },

  openWindow: async ({ context, host, pageFaults }, use) => {
    await use(async () => openOn(await context.newPage(), host, pageFaults))
  },
})

export { expect, type Page }
