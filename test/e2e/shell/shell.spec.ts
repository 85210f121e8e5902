import { v7 as uuidv7 } from 'uuid'
import { CommandId } from '../../../db/kernel/ids.ts'
import { createHttpLink } from '../../../renderer/client/httpLink.ts'
import { clientOver } from '../../contract/transports.ts'
import { expect, test } from '../fixtures.ts'
import { holdCalls } from '../slowAnswer.ts'
import { lastRoute } from '../story/workplace.ts'
import { backToAccounts, cell, toast } from './steps.ts'

test.use({ department: 'sample' })

test('the window: theme, undo, its place after a restart, language', async ({ app, host, openWindow }) => {
  await test.step('light and dark follow the system until one is chosen', async () => {
    const theme = () => app.locator('html').getAttribute('data-theme')
    await app.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(theme).toBe('dark')
    await app.getByRole('link', { name: '设置', exact: true }).first().click()
    await app.getByText('浅色').click()
    await expect.poll(theme).toBe('light')
  })
  await backToAccounts(app)
  await test.step('undo and redo work everywhere, say what they did, and still after a reload', async () => {
    await cell(app, '6,842').click()
    await app.keyboard.type('7000')
    await app.keyboard.press('Enter')
    await expect(cell(app, '7,000')).toBeVisible()
    await expect(app.getByText('已保存')).toBeVisible()
    await app.reload()
    await expect(cell(app, '7,000')).toBeVisible()
    await app.keyboard.press('Control+8')
    await expect(app.getByRole('button', { name: /撤销：修改客户“恒岳家居集团”/ })).toBeVisible()
    await app.keyboard.press('Control+z')
    await expect(toast(app)).toContainText('已撤销：修改客户“恒岳家居集团”')
    await app.keyboard.press('Control+2')
    await expect(cell(app, '6,842')).toBeVisible()
    await app.keyboard.press('Control+y')
    await expect(cell(app, '7,000')).toBeVisible()
  })
  await test.step('keys go to the rooms, and the place is found again after a restart', async () => {
    await app.keyboard.press('Control+8')
    await expect(app.getByRole('heading', { name: '部门' })).toBeVisible()
    await app.getByRole('link', { name: '历史' }).click()
    await expect(app.getByRole('columnheader', { name: '做了什么' })).toBeVisible()
    const here = new URL(app.url()).hash.slice(1)
    // the place of the page before may be on its way to the disk still
    await expect.poll(() => lastRoute(host)).toBe(here)
    const again = await openWindow()
    await expect(again.getByRole('columnheader', { name: '做了什么' })).toBeVisible()
  })
  await backToAccounts(app)
  await test.step('the language switches at once, without a restart, and is kept', async () => {
    await app.getByRole('button', { name: '中文' }).click()
    await expect(app.getByRole('heading', { name: 'Accounts' })).toBeVisible()
    await expect(app.getByRole('columnheader', { name: 'Owner' })).toBeVisible()
    await expect(app.locator('html')).toHaveAttribute('lang', 'en')
    await app.reload()
    await expect(app.getByRole('heading', { name: 'Accounts' })).toBeVisible()
  })
})

test('an engine that dies comes back, and nothing typed is lost', async ({ app, host }) => {
  const pid = host.enginePid()
  expect(pid).not.toBeNull()
  const watch = await holdCalls(app, 'history/watch')
  process.kill(pid ?? 0, 'SIGKILL')
  await cell(app, '6,842').click()
  await app.keyboard.type('7000')
  await app.keyboard.press('Enter')
  await expect.poll(() => host.enginePid()).not.toBe(pid)
  await expect(app.getByText('已保存')).toBeVisible()

  // what is written before the window listens again is shown once it does
  await watch.held
  const elsewhere = clientOver(createHttpLink({ origin: host.origin, token: host.token }).link)
  await elsewhere.history.undo({ commandId: CommandId.parse(uuidv7()) })
  await expect(cell(app, '7,000')).toBeVisible()
  watch.letGo()
  await expect(cell(app, '6,842')).toBeVisible()
  await app.keyboard.press('Control+y')
  await expect(cell(app, '7,000')).toBeVisible()
  await app.reload()
  await expect(cell(app, '7,000')).toBeVisible()
})

test.describe('a damaged data file', () => {
  test.use({ department: 'none', fault: 'damagedFile' })

  test('is told with what to do, and not opened', async ({ app }) => {
    await expect(app.getByRole('alert')).toContainText('数据文件损坏了')
    await expect(app.getByRole('button', { name: '再试一次' })).toBeVisible()
  })
})
