import { findings } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { toast } from '../shell/steps.ts'

test.use({ department: 'sample' })

test('a policy is drafted in its cells, says who gains and loses what, survives a reload, and shows on the account', async ({
  app,
}) => {
  await app.getByRole('link', { name: 'VIP 通道' }).click()
  await app.getByRole('link', { name: '政策', exact: true }).click()
  const cell = (name: string) => app.getByRole('textbox', { name, exact: true })
  await cell('重要：拜访').fill('10')
  await cell('重要：解决（一般）').fill('10小时')
  await app.keyboard.press('Enter')
  const panel = app.getByRole('complementary', { name: '版本' })
  await expect(panel).toContainText('拜访：每 14 天 → 每 10 天')
  await expect(panel).toContainText('解决（一般）：8 小时 → 10 小时')
  await expect(panel).toContainText('恒岳家居集团')
  // the engine says what can't be promised, and nothing can be published meanwhile
  await cell('重要：首次响应（一般）').fill('11小时')
  await app.keyboard.press('Enter')
  await expect(panel.getByRole('alert')).toContainText('首次响应 660 分，晚于解决的 600 分')
  await expect(panel.getByRole('button', { name: '发布' })).toBeDisabled()
  await cell('重要：首次响应（一般）').fill('30')
  await app.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: '发布' })).toBeEnabled()
  // what was promised can't be changed afterwards
  await panel.getByRole('textbox', { name: '生效日' }).fill('2001-01-01')
  await expect(panel.getByText('不能从 2001-01-01 起生效')).toBeVisible()
  await expect(panel.getByRole('button', { name: '发布' })).toBeDisabled()
  expect(await findings(app)).toEqual([])
  await panel.getByRole('textbox', { name: '生效日' }).fill('今天')
  await expect(panel.getByRole('button', { name: '发布' })).toBeEnabled()
  await app.reload()
  await expect(cell('重要：拜访')).toHaveValue('每 10 天')
  await panel.getByRole('button', { name: '发布' }).click()
  await expect(toast(app)).toContainText('已发布 1 个级别的政策')
  await expect(panel).not.toContainText('草稿')
  await panel.getByRole('link', { name: '恒岳家居集团' }).waitFor({ state: 'hidden' })
  await app.getByRole('link', { name: '客户', exact: true }).click()
  await app.getByRole('link', { name: '打开 恒岳家居集团' }).click()
  const section = app.locator('section', { hasText: '政策给它的权益' }).last()
  await expect(section).toContainText('拜访 每 10 天')
  // the longer solution is a loss: it waits for its grace
  await expect(section).toContainText('解决 8 小时')
  await expect(section).toContainText('宽限中')
})
