import { findings } from '../axe.ts'
import { expect, type Page, test } from '../fixtures.ts'
import { toast } from '../shell/steps.ts'

test.use({ department: 'sample' })

const part = (app: Page, name: string) =>
  app.getByRole('navigation', { name: 'VIP 通道' }).getByRole('link', { name })
/** A part of the room by its address, as a bookmark leads to it. */
const goTo = (app: Page, name: string) =>
  app.evaluate((hash) => {
    location.hash = hash
  }, `#/channel/${name}`)
const cell = (app: Page, text: string) => app.locator('.ag-cell', { hasText: text }).first()

test('the ledgers: incidents and consultations, club, incentives, showrooms', async ({ app }) => {
  await test.step('an incident is corrected and proven, and a planned decision is told back', async () => {
    await goTo(app, 'quality')
    await cell(app, 'C-0037').click()
    const panel = app.getByRole('complementary', { name: '质量事故' })
    await expect(panel).toContainText('重复发生')
    await panel.getByLabel('证明').fill('三批复测合格')
    await panel.getByRole('button', { name: '证实' }).click()
    await expect(toast(app)).toContainText('已证实')
    await expect(panel.getByRole('button', { name: '撤回证明' })).toBeVisible()
    await app.keyboard.press('Control+z')
    await expect(panel.getByRole('button', { name: '证实' })).toBeVisible()
    expect(await findings(app)).toEqual([])

    await part(app, '征询').click()
    await app.getByRole('link', { name: '打开 溶剂型固化剂停产，改供水性' }).click()
    await app.getByText('未告知 1').click()
    await cell(app, '徽杭装饰工程').click()
    await app.getByRole('button', { name: '告知所选' }).click()
    await app.getByRole('button', { name: '已经告知' }).click()
    await expect(app.getByText('已告知', { exact: true })).toBeVisible()
  })
  await test.step('a whole tier is invited at once, points that are not there are refused, and the showroom’s trend is told', async () => {
    await goTo(app, 'club')
    await app.getByText('活动', { exact: true }).click()
    await app.getByRole('link', { name: '打开 年度客户颁奖' }).click()
    await expect(app.getByText('座位超出 2 个', { exact: false })).toBeVisible()
    await app.getByRole('button', { name: '邀请客户' }).click()
    const chooser = app.getByRole('dialog')
    await chooser.getByRole('checkbox', { name: '主要' }).check()
    await chooser.getByRole('button', { name: /^邀请 \d+ 家$/ }).click()
    await expect(toast(app)).toContainText(/已邀请 \d+ 家客户参加“年度客户颁奖”/)

    await part(app, '奖惩').click()
    await app.getByRole('button', { name: '兑付', exact: true }).click()
    const dialog = app.getByRole('dialog')
    await dialog.getByLabel('客户').fill('hongtai')
    await app.locator('.ant-select-item-option', { hasText: '川渝宏泰建材' }).click()
    await dialog.getByLabel('单位').click()
    await app.locator('.ant-select-item-option', { hasText: '积分' }).click()
    await dialog.getByLabel('数额').fill('2001')
    await dialog.getByRole('button', { name: '记下' }).click()
    await expect(dialog.getByRole('alert')).toContainText('积分不够')
    await app.keyboard.press('Escape')

    await part(app, '神秘顾客').click()
    await expect(app.getByRole('heading', { name: /杭州展厅 3 次：83 → 85 → 88/ })).toBeVisible()
    await cell(app, '杭州展厅').click()
    const visit = app.getByRole('complementary', { name: '神秘顾客' })
    const points = visit.locator('li input').first()
    const given = await points.inputValue()
    for (const wrong of ['999', '-5']) {
      await points.fill(wrong)
      await points.press('Enter')
      await expect(visit.getByRole('alert')).toContainText('没有记下：写 0 到')
    }
    await points.press('Escape')
    await expect(points).toHaveValue(given)
    expect(await findings(app)).toEqual([])
  })
})
