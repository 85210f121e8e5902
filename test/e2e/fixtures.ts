import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { type BrowserHost, startBrowserHost } from '../../db/host/http.ts'
import { BUILD } from '../../scripts/pages.ts'
import { type Department, type Departments, preparedDepartments } from '../departments.ts'
import { type Fault, faultyFolder } from '../faultyFolders.ts'

interface Options {
  /**
   * what the data folder holds before the window opens: `test.use({ department: 'sample' })` begins where the first
   * run's “载入示例部门” leads, at the list of its accounts, without clicking through it; 'none' is the first run
   */
  readonly department: Department
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

interface WorkerFixtures {
  /** departments that this worker made once, for the data folders of its tests */
  readonly departments: Departments
}

/** Ends a host at once: its folder goes too, so nobody will miss the backup that an engine makes when it quits. */
async function end(host: BrowserHost): Promise<void> {
  const pid = host.supervisor.status().state === 'running' ? host.enginePid() : null
  const ended = host.close()
  try {
    if (pid !== null) process.kill(pid, 'SIGKILL')
  } catch {
    // it was gone already
  }
  await ended
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

/** Waits until the list of accounts, where a department opens, has its first rows, or says that there are none. */
async function departmentShown(page: Page, department: Department): Promise<void> {
  if (department === 'sample') await expect(page.getByText('恒岳家居集团')).toBeVisible()
  if (department === 'empty') await expect(page.getByText('还没有客户', { exact: false })).toBeVisible()
}

export const test = base.extend<Options & Fixtures & { pageFaults: string[] }, WorkerFixtures>({
  department: ['none', { option: true }],
  fault: ['none', { option: true }],

  departments: [
    async ({ playwright: _playwright }, use) => {
      const departments = preparedDepartments()
      await use(departments)
      departments.remove()
    },
    { scope: 'worker' },
  ],

  pageFaults: async ({ page: _page }, use) => {
    const faults: string[] = []
    await use(faults)
    expect(faults, 'uncaught errors and policy violations in the page').toEqual([])
  },

  dataFolder: async ({ fault, department, departments }, use, info) => {
    const folder = await faultyFolder(fault)
    info.skip(folder.impossible !== null, folder.impossible ?? '')
    if (fault !== 'none' && department !== 'none') throw new Error('a folder with a fault has no department')
    await departments.copyInto(folder.dataFolder, department)
    await use(folder.dataFolder)
    folder.remove()
  },

  host: async ({ dataFolder }, use) => {
    if (!existsSync(join(BUILD.pages, 'index.html')))
      throw new Error('out/renderer is missing: npm run build first')
    const host = await startBrowserHost({ dataFolder, appVersion: '0.0.0-test', build: BUILD })
    await use(host)
    await end(host)
  },

  app: async ({ page, host, department, pageFaults }, use) => {
    await openOn(page, host, pageFaults)
    await departmentShown(page, department)
    await use(page)
  },

  openWindow: async ({ context, host, pageFaults }, use) => {
    await use(async () => openOn(await context.newPage(), host, pageFaults))
  },
})

export { expect, type Page }
