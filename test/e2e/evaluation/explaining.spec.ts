import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { findings } from '../axe.ts'
import { expect, test } from '../fixtures.ts'

test.use({ department: 'sample' })

/** A page of the evaluation room, by its link on the room's first page. */
async function openFromHome(app: Page, link: string): Promise<void> {
  await app.getByRole('navigation', { name: '房间' }).getByRole('link', { name: '评级' }).click()
  await app.getByRole('link', { name: link }).click()
  await expect(app.getByRole('heading', { name: link, level: 1 })).toBeVisible()
}

/** The bytes of a file that is handed over while something is done. */
async function fileOf(app: Page, act: () => Promise<void>): Promise<Buffer> {
  const download = app.waitForEvent('download')
  await act()
  return readFileSync(await (await download).path())
}

test('what explains tiers: rounds compared, value over years', async ({ app }) => {
  await test.step('two rounds are compared down to the marks that moved an account, and taken out as picture and table', async () => {
    await openFromHome(app, '级别变动')
    await expect(app.getByRole('heading', { name: '1 户换了级别：1 户升，0 户降' })).toBeVisible()
    // the ribbon and the cell are the same choice; both answer to the keyboard
    const ribbon = app
      .getByRole('region', { name: '级别变动图' })
      .getByRole('button', { name: '主要 → 重要，1 户' })
    await ribbon.focus()
    await app.keyboard.press('Enter')
    const cell = app
      .getByRole('table', { name: '级别变动表' })
      .getByRole('button', { name: '主要 → 重要，1 户' })
    await expect(cell).toHaveAttribute('aria-pressed', 'true')
    await expect(app.locator('.ag-row[row-id]')).toHaveCount(1)
    const csv = await fileOf(app, async () => {
      await app.getByRole('button', { name: '导出' }).click()
      await app.getByRole('menuitem', { name: '客户表（.csv）' }).click()
    })
    expect(csv.toString()).toContain('川渝宏泰建材,KH-006,主要,重要,79.6,82,2.4,忠诚度 +2.4')
    const png = await fileOf(app, async () => {
      await app.getByRole('button', { name: '导出' }).click()
      await app.getByRole('menuitem', { name: '级别变动图（.png）' }).click()
    })
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    await app.getByRole('button', { name: '显示全部' }).click()
    await app.locator('.ag-cell', { hasText: '南浔木业' }).click()
    await expect(app.getByRole('heading', { name: '跌 4.8 分：忠诚度 −4.8' })).toBeVisible()
    await app.getByRole('button', { name: '看表格' }).click()
    await expect(app.getByRole('row', { name: /1 忠诚度 8 → 4 −4.8 81.2/ })).toBeVisible()
    expect(await findings(app)).toEqual([])
  })
  await test.step('value over years is judged by a window that this laptop remembers', async () => {
    await openFromHome(app, '周期价值')
    await expect(app.getByText('2023、2024 年没有发布的评级', { exact: false })).toBeVisible()
    const weight = app.getByRole('spinbutton', { name: '2026 年的权重' })
    await weight.fill('30')
    await expect(app.getByText('合计 90%，应为 100%')).toBeVisible()
    await app.getByRole('button', { name: '平均' }).click()
    await expect(weight).toHaveValue('25')
    await app.getByRole('combobox', { name: '看什么' }).click()
    await app.getByText('年交易额 万元', { exact: true }).last().click()
    await expect(app.getByText('级别按名次与预期形态', { exact: false })).toBeVisible()
    const csv = await fileOf(app, () => app.getByRole('button', { name: '导出 CSV' }).click())
    expect(csv.toString()).toContain('恒岳家居集团,KH-001')
    expect(await findings(app)).toEqual([])
    await app.reload()
    await expect(weight).toHaveValue('25')
    await expect(app.getByText('级别按名次与预期形态', { exact: false })).toBeVisible()
  })
})
