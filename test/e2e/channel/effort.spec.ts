import { findings } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { toast } from '../shell/steps.ts'

test.use({ department: 'sample' })

test('effort is kept and told against the policies; figures are explained', async ({ app }) => {
  await test.step('effort is typed, corrected in the grid, timed on a request, and told against the policies', async () => {
    await app.goto(`${app.url().split('#')[0]}#/channel/effort`)
    await expect(app.getByRole('heading', { name: /重要与主要客户占投入 [\d.]+%，目标 80%/ })).toBeVisible()
    await expect(
      app.getByRole('heading', { name: /林晓舟每周有 \d+:\d\d 用在不带来收益的客户上/ }),
    ).toBeVisible()
    expect(await findings(app)).toEqual([])

    await app.getByText('台账', { exact: true }).click()
    const entry = app.getByRole('form', { name: '记投入' })
    await entry.getByLabel('时长').fill('1小时15分')
    await entry.getByLabel('备注').fill('盘点样板')
    await entry.getByLabel('备注').press('Enter')
    await expect(toast(app)).toContainText('记投入 1:15')
    const row = app.locator('.ag-row').filter({ hasText: '盘点样板' })
    await expect(row.locator('[col-id="minutes"]')).toHaveText('1:15')
    await row.locator('[col-id="minutes"]').click()
    await app.keyboard.type('0')
    await app.keyboard.press('Enter')
    await expect(app.getByTestId('problem')).toContainText('1 分钟到 24 小时之间')
    await app.keyboard.press('Control+z')
    await expect(row).toHaveCount(0)

    await app.goto(`${app.url().split('#')[0]}#/channel/requests`)
    await app.locator('.ag-row[row-index="0"] .ag-cell[col-id="title"]').click()
    await app.getByRole('button', { name: '开始计时' }).click()
    const stop = app.getByRole('button', { name: /停止计时：R-0/ })
    await expect(stop).toBeVisible()
    await app.reload()
    await stop.click()
    await expect(toast(app)).toContainText('不到一分钟，没有记')
    await expect(app.getByRole('button', { name: '开始计时' })).toBeVisible()
  })
  await test.step('figures show how clocks were kept, told apart and explained', async () => {
    await app.goto(`${app.url().split('#')[0]}#/channel/figures`)
    await expect(app.getByRole('heading', { name: /首次响应及时率 [\d.]+%/ })).toBeVisible()
    await app.getByText('经理', { exact: true }).click()
    await expect(app.getByRole('row', { name: /周启明/ })).toBeVisible()
    await app.getByText('怎么算').click()
    await expect(app.getByText('还没做完但已超时的算没做到', { exact: false })).toBeVisible()
    expect(await findings(app)).toEqual([])
  })
})
