import type { Locator } from '@playwright/test'
import { findings } from '../axe.ts'
import { expect, type Page, test } from '../clock.ts'
import { toast } from '../shell/steps.ts'
import { holdCalls } from '../slowAnswer.ts'

// a Tuesday morning at five past nine
test.use({ department: 'sample', startsAt: '2026-11-24T01:05:00Z' })

const MINUTE = 60_000

const goTo = (app: Page, place: string) =>
  app.evaluate((hash) => {
    window.location.hash = hash
  }, `#${place}`)

/** Types into a picker of accounts and presses Enter before the engine has answered. */
async function typeAndEnter(app: Page, picker: Locator, text: string): Promise<void> {
  const search = await holdCalls(app, 'accounts/search')
  await picker.click()
  await app.keyboard.insertText(text)
  await app.keyboard.press('Enter')
  search.letGo()
}

test('a policy becomes a promise with clocks that run, pause, warn, end late and are counted', async ({
  app,
  laptop,
}) => {
  await goTo(app, '/channel/policies')
  await app.getByRole('textbox', { name: '重要：首次响应（一般）', exact: true }).fill('40')
  await app.keyboard.press('Enter')
  const versions = app.getByRole('complementary', { name: '版本' })
  await expect(versions).toContainText('首次响应（一般）：30 分 → 40 分')
  await expect(versions).toContainText('恒岳家居集团')
  await versions.getByRole('button', { name: '发布' }).click()
  await expect(toast(app)).toContainText('已发布 1 个级别的政策')

  // a longer time is a loss: during its grace a key account is still promised thirty minutes
  await goTo(app, '/channel/requests')
  await app.locator('.ag-row').first().waitFor()
  await app.getByRole('button', { name: /^新请求/ }).click()
  const dialog = app.getByRole('dialog', { name: '记下请求' })
  await typeAndEnter(app, dialog.getByRole('combobox', { name: '客户' }), '恒岳')
  await expect(dialog).toContainText('恒岳家居集团')
  await dialog.getByRole('textbox', { name: '请求' }).fill('样板房专色打样')
  await expect(dialog.getByText(/按重要政策：首次响应 30 分.*解决 8 小时/)).toBeVisible()
  await app.keyboard.press('Control+Enter')
  const panel = app.getByRole('article', { name: /样板房专色打样/ })
  await expect(panel).toContainText(/剩 0:(30|29)/)

  await laptop.pass(24 * MINUTE)
  await expect(panel).toContainText('只剩 0:')
  // the request that was just logged is open: keys are about it, though nothing in the list is selected
  await app.keyboard.press('r')
  await expect(panel).toContainText('24 分')
  await panel.getByRole('button', { name: '等客户' }).click()
  await app.keyboard.insertText('吴思齐')
  await app.keyboard.press('Enter')
  await expect(panel).toContainText('停，剩 7:')
  await laptop.pass(120 * MINUTE)
  await expect(panel).toContainText('停，剩 7:')
  await panel.getByRole('button', { name: '继续处理' }).click()
  await expect(panel).toContainText('处理中')

  // asleep for two days: late on all that runs, and it stays late
  await laptop.pass(2 * 24 * 60 * MINUTE)
  await expect(panel).toContainText('超 ')
  await app.getByRole('button', { name: /^超时/ }).click()
  await expect(app.locator('.ag-row').filter({ hasText: '样板房专色打样' })).toBeVisible()
  expect(await findings(app)).toEqual([])

  await panel.getByRole('button', { name: '已解决' }).click()
  await panel.getByRole('button', { name: '客户已确认' }).click()
  // before that is known, closing would ask why the customer didn't confirm
  await expect(panel.getByRole('button', { name: '客户已确认' })).toBeHidden()
  await panel.getByRole('button', { name: '关闭', exact: true }).click()
  await expect(toast(app)).toContainText('已关闭请求')
  await app.keyboard.press('Control+z')
  await expect(panel.getByRole('button', { name: '重新打开' })).toBeVisible()
  await expect(panel).not.toContainText('已关闭')

  await goTo(app, '/channel/figures')
  await expect(app.getByText('首次响应及时率').first()).toBeVisible()
})
