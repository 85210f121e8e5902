import type { Page } from '@playwright/test'
import { findingsInBothThemes } from '../axe.ts'
import { expect, test } from '../clock.ts'
import { toast } from '../shell/steps.ts'

test.use({ department: 'sample', startsAt: '2026-11-24T01:05:00Z' })

test('a survey is made, answered by hand, a bad answer becomes a case, and a filled workbook comes back', async ({
  app,
}, info) => {
  const line = (text: string) => app.locator('.ag-row').filter({ hasText: text }).first()
  const cellsOf = (text: string, column: string) => line(text).locator(`[col-id="${column}"]`)

  await test.step('it is made by keyboard', async () => {
    await app.keyboard.press('Control+6')
    await app.getByRole('link', { name: '满意度', exact: true }).click()
    await expect(app.getByRole('button', { name: /^新调查/ })).toBeVisible()
    await app.keyboard.press('n')
    const dialog = app.getByRole('dialog', { name: '新调查' })
    await dialog.getByRole('textbox', { name: '名称' }).fill('2026 年末')
    await dialog.getByRole('textbox', { name: /五分题/ }).fill('交货准时\n有问必答')
    await dialog.getByRole('button', { name: '记下' }).click()
    await expect(app.getByRole('heading', { level: 1, name: '2026 年末' })).toBeVisible()
  })

  await test.step('three answers are typed, and a score outside the scale or an unknown account is refused', async () => {
    const type = async (row: number, account: string, score: string) => {
      const first = app.locator(`.ag-row[row-index="${row}"] [col-id="account"]`).first()
      await first.click()
      await app.keyboard.type(account)
      await app.keyboard.press('Tab')
      await app.keyboard.press('Tab')
      await app.keyboard.type(score)
      await app.keyboard.press('Enter')
    }
    await type(0, '恒岳家居集团', '9')
    await expect(app.getByText('1 份', { exact: true })).toBeVisible()
    await type(1, '没有这家', '9')
    await expect(app.getByTestId('problem')).toContainText('没有名称、简称或编号是“没有这家”的客户')
    const first = app.locator('.ag-row[row-index="1"] [col-id="account"]').first()
    await first.click()
    await app.keyboard.type('南浔木业')
    await app.keyboard.press('Enter')
    await expect(app.getByText('2 份', { exact: true })).toBeVisible()
    await cellsOf('南浔木业', 'score').click()
    await app.keyboard.type('11')
    await app.keyboard.press('Enter')
    await expect(app.getByText(/“11”不是 0 到 10 的整数/)).toBeVisible()
    await app.keyboard.press('Escape')
    await cellsOf('南浔木业', 'score').click()
    await app.keyboard.type('3')
    await app.keyboard.press('Enter')
    await expect(line('南浔木业')).toContainText('差评')
    await type(2, '青岛海润船舶涂装', '10')
    await expect(app.getByText('3 份', { exact: true })).toBeVisible()
    expect(await findingsInBothThemes(app)).toEqual([])
  })

  await test.step('of a pasted block the good lines are written in one step, the bad ones stay and say why', async () => {
    await app.locator('.ag-row[row-index="3"] [col-id="account"]').first().click()
    await paste(app, '远方不认识的厂\t\t8\r\n佛山美颂家具\t\t12\r\n厦门鹭岛家居\t\t9\r\n成都锦里家居\t\t8')
    const list = app.getByRole('dialog', { name: '2 行未记下' })
    await expect(list).toContainText('没有名称、简称或编号是“远方不认识的厂”的客户')
    await expect(list).toContainText('分数：“12”不是 0 到 10 的整数')
    await app.keyboard.press('Escape')
    await expect(app.getByText('5 份', { exact: true })).toBeVisible()
    await expect(cellsOf('远方不认识的厂', 'case')).toContainText('未记下 · 没有这个客户')
    await app.reload()
    await expect(app.getByText('2 行未记下', { exact: true })).toBeVisible()
    await expect(cellsOf('佛山美颂家具', 'score')).toHaveText('12')
    await expect(app.getByText('未记下 · 分数不对', { exact: true })).toBeVisible()
    expect(await findingsInBothThemes(app)).toEqual([])
    await app.getByRole('button', { name: '丢弃未记下的' }).click()
    await expect(app.getByText('2 行未记下', { exact: true })).toBeHidden()
    await toast(app).getByRole('button', { name: '拿回来' }).click()
    await expect(app.getByText('2 行未记下', { exact: true })).toBeVisible()
    await app.getByRole('button', { name: '丢弃未记下的' }).click()
    await expect(line('远方不认识的厂')).toHaveCount(0)
    await app.keyboard.press('Control+z')
    await expect(app.getByText('3 份', { exact: true })).toBeVisible()
  })

  await test.step('the bad one becomes a case, which it then names', async () => {
    await app.getByRole('complementary').getByRole('button', { name: '记个案' }).click()
    const dialog = app.getByRole('dialog', { name: '记个案' })
    await expect(dialog.getByRole('textbox', { name: '什么事（一句话）' })).toHaveValue('2026 年末 打了 3 分')
    await dialog.getByRole('button', { name: '记下' }).click()
    await expect(app.getByText('C-0039 ·', { exact: false })).toBeVisible()
    await app.goBack()
    await expect(app.getByRole('complementary').getByRole('link', { name: 'C-0039' })).toBeVisible()
  })

  await test.step('the result says what it comes to', async () => {
    await app.getByRole('radiogroup', { name: '看答复还是结果' }).getByText('结果').click()
    // two promoters and a detractor of three
    await expect(app.getByText('推荐净值 +33', { exact: true })).toBeVisible()
    await expect(app.getByText('3 份答复，来自 3 家客户', { exact: false })).toBeVisible()
    await expect(app.getByRole('heading', { name: /^推荐净值 \+33，/ })).toBeVisible()
    expect(await findingsInBothThemes(app)).toEqual([])
  })

  await test.step('the workbook goes out, comes back filled, and one step takes it back', async () => {
    const [file] = await Promise.all([
      app.waitForEvent('download'),
      app.getByRole('button', { name: '导出答卷' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('2026 年末 答卷.xlsx')
    const path = info.outputPath('answers.xlsx')
    await file.saveAs(path)
    await app.getByLabel('导入答卷').setInputFiles(path)
    await expect(toast(app)).toContainText('3 份答复和已有的一样，没有改动')
    const csv = (text: string) => ({ name: '答卷.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await app.getByLabel('导入答卷').setInputFiles(csv('客户名称,推荐分\n远洋,12\n'))
    const faults = app.getByRole('dialog')
    await expect(faults).toContainText('“12” 不在 0 到 10 分之间')
    await expect(faults).toContainText('没有这个客户：“远洋”')
    await app.keyboard.press('Escape')
    await expect(faults).toBeHidden()
    await app.getByLabel('导入答卷').setInputFiles(csv('客户名称,推荐分,原话\n南浔木业,8,报告来了\n'))
    await expect(toast(app)).toContainText('其中 1 份更正了同一人的前一份')
    await expect(app.getByText('推荐净值 +67', { exact: true })).toBeVisible()
    await app.keyboard.press('Control+z')
    await expect(app.getByText('推荐净值 +33', { exact: true })).toBeVisible()
    await app.reload()
    await expect(app.getByText('推荐净值 +33', { exact: true })).toBeVisible()
  })
})

/** A paste from another program into the selected cell. */
const paste = (app: Page, text: string) =>
  app.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
