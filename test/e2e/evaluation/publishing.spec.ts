import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { toast } from '../shell/steps.ts'
import { cellOf, openRound } from './steps.ts'

test.use({ department: 'sample' })

/** Publishes the round that is open for marking. */
async function publish(app: Page, revision: number): Promise<void> {
  await app.getByRole('button', { name: '发布', exact: true }).click()
  const button = app.getByRole('button', { name: `发布第 ${revision} 版` })
  await expect(button).toBeDisabled()
  await app.getByRole('checkbox', { name: '我明白发布不能撤销' }).check()
  await button.click()
  await expect(toast(app)).toContainText(`已发布第 ${revision} 版`)
}

test('a round is tried out, taken out and read back, published and reopened', async ({ app }) => {
  await openRound(app)
  await test.step('the result workbook and the ranking are taken out', async () => {
    const take = async (item: RegExp): Promise<Buffer> => {
      await app.getByRole('button', { name: '导出' }).click()
      const download = app.waitForEvent('download')
      await app.getByRole('menuitem', { name: item }).click()
      return readFileSync(await (await download).path())
    }
    const workbook = await take(/结果工作簿/)
    expect(workbook.subarray(0, 2).toString()).toBe('PK')
    await expect(toast(app)).toContainText('已导出')
    const pdf = await take(/名次表/)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(0)
  })
  await test.step('a border is tried out, applied and taken back; nothing is saved before it is applied', async () => {
    await app.getByRole('link', { name: '结果', exact: true }).click()
    const border = app.getByRole('spinbutton', { name: '重要客户最低分' })
    await border.fill('82.5')
    await border.press('Enter')
    await expect(app.getByRole('heading', { name: '3 户会换级别：0 户升，3 户降' })).toBeVisible()
    await expect(app.getByRole('row', { name: /南浔木业/ })).toContainText('81.2')
    await app.getByRole('button', { name: '复原' }).click()
    await expect(border).toHaveValue('80.0')
    await border.fill('82.5')
    await border.press('Enter')
    await app.getByRole('button', { name: '应用', exact: true }).click()
    await expect(toast(app)).toContainText('权重与分界')
    await app.getByRole('link', { name: '回到填报' }).click()
    await expect(await cellOf(app, '南浔木业', '级别')).toHaveText('主要')
    await app.getByRole('navigation').first().click()
    await app.keyboard.press('Control+z')
    await expect(await cellOf(app, '南浔木业', '级别')).toHaveText('重要')
  })
  await test.step('an account is classified first with reason and approver, shown with a sign, and taken back', async () => {
    await app.getByRole('link', { name: '结果', exact: true }).click()
    await app.getByRole('button', { name: '先行归级' }).click()
    await app.getByRole('combobox', { name: '客户', exact: true }).fill('dglc')
    await app.keyboard.press('Enter')
    await app.getByRole('textbox', { name: '原因' }).fill('行业标杆')
    await expect(app.getByRole('combobox', { name: '批准人' })).toHaveValue('顾长风')
    await app.getByRole('button', { name: '归级', exact: true }).click()
    await expect(app.getByRole('heading', { name: '1 户先分类后分级' })).toBeVisible()
    await app.getByRole('link', { name: '回到填报' }).click()
    await expect(await cellOf(app, '东莞利昌五金', '级别')).toHaveText(/重要.*例外/)
    await app.getByRole('link', { name: '结果', exact: true }).click()
    await app.getByRole('button', { name: '取消归级' }).click()
    await expect(app.getByRole('heading', { name: '没有先分类后分级的客户' })).toBeVisible()
  })
  await test.step('moving one weight lets the others give way and keeps the sum at 100%', async () => {
    await app.getByRole('link', { name: '回到填报' }).click()
    await app.getByRole('link', { name: '结果', exact: true }).click()
    const loyalty = app.getByRole('spinbutton', { name: '忠诚度的权重' })
    await loyalty.fill('20')
    await loyalty.press('Enter')
    const weights = app.getByRole('spinbutton', { name: /的权重$/ })
    const values = await weights.evaluateAll((fields) =>
      fields.map((field) => (field instanceof HTMLInputElement ? Math.round(Number(field.value) * 100) : 0)),
    )
    expect(values).toContain(2_000)
    expect(values.reduce((sum, value) => sum + value, 0)).toBe(10_000)
  })
  await test.step('marks from a workbook with bad cells are refused, cell by cell', async () => {
    await app.getByRole('link', { name: '回到填报' }).click()
    const header =
      '客户编号,客户名称,合作年限,年交易额,利润贡献,资金信用,经营理念,忠诚度,规模管理,下游满意,增长潜力'
    const rows = [header, 'KH-001,恒岳家居集团,,,,,8,7,8,8,8']
    await app.locator('input[type=file]').setInputFiles({
      name: 'marks.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.join('\n')),
    })
    await expect(app.getByRole('dialog')).toContainText('没有导入任何内容')
    await expect(app.getByRole('dialog')).toContainText(/!H2“7” 不是分数/)
    await expect(await cellOf(app, '恒岳家居集团', '忠诚度')).toHaveText('8')
  })
  await app.keyboard.press('Escape')
  await expect(app.getByRole('dialog')).toBeHidden()
  await test.step('a published round is locked, readable as it was, and reopened for a reason as a new revision', async () => {
    await publish(app, 1)
    await expect(await cellOf(app, '南浔木业', '总分')).toHaveText('81.2')
    await app.getByRole('link', { name: '回到这轮评级' }).click()
    await expect(app.getByText('已发布第 1 版', { exact: false }).first()).toBeVisible()
    const mark = await cellOf(app, '南浔木业', '忠诚度')
    await mark.click()
    await app.keyboard.press('1')
    await expect(mark).toHaveText('4')
    await app.getByRole('button', { name: '重新打开' }).click()
    await app.getByRole('textbox', { name: '为什么要重新打开？' }).fill('南浔木业资料有误')
    await app.keyboard.press('Enter')
    await expect(app.getByRole('button', { name: '发布', exact: true })).toBeVisible()
    await mark.click()
    await app.keyboard.press('1')
    await expect(mark).toHaveText('10')
    await publish(app, 2)
    await expect(app.getByText('南浔木业资料有误', { exact: false })).toBeVisible()
    await expect(await cellOf(app, '南浔木业', '总分')).toHaveText('88.4')
    await app.getByRole('combobox', { name: '版本' }).click()
    await app.getByText('第 1 版', { exact: true }).last().click()
    await expect(await cellOf(app, '南浔木业', '总分')).toHaveText('81.2')
    await app.getByText('评分标准', { exact: true }).click()
    await expect(app.getByRole('columnheader', { name: '优秀 10' })).toBeVisible()
  })
})
