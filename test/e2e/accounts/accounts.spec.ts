import { expect, type Page, test } from '../fixtures.ts'
import { cell, toast } from '../shell/steps.ts'

test.use({ department: 'sample' })

test.describe('in an empty department', () => {
  test.use({ department: 'empty' })

  test('accounts come into an empty department: named at once, pasted beyond the last, found by pinyin', async ({
    app,
  }) => {
    await test.step('the first account of a department is named at once', async () => {
      await app.keyboard.press('Alt+n')
      await app.keyboard.type('nova')
      await app.keyboard.press('Enter')
      await expect(cell(app, 'nova')).toBeVisible()
    })
    await deleteAll(app)
    await test.step('rows pasted beyond the last account are told, and added as new accounts in one command', async () => {
      await app.getByRole('button', { name: '新增客户' }).click()
      await cell(app, '新客户').click()
      await paste(app, '周村纺织\t重要\r\n安吉竹业\r\n\t没有名称\r\n博山陶瓷')
      await expect(cell(app, '周村纺织')).toBeVisible()
      const notice = app.getByRole('status').filter({ hasText: '没有写入' })
      await expect(notice).toContainText('有 3 行没有写入')
      await expect(notice).toContainText('1 行没有客户名称')
      await notice.getByRole('button', { name: '把多出的 2 行加为新客户' }).click()
      await expect(notice).toBeHidden()
      await expect(app.getByText('3 户').first()).toBeVisible()
      // as pasted, not in the order of pinyin
      const names = app.locator('.ag-cell[col-id="name"]')
      await expect(names).toHaveText(['周村纺织', '安吉竹业', '博山陶瓷'])
      await app.keyboard.press('Control+z')
      await expect(names).toHaveText(['周村纺织'])
    })
    await deleteAll(app)
    await test.step('an account is added and named, and found by pinyin', async () => {
      await app.getByRole('button', { name: '新增客户' }).click()
      await expect(cell(app, '新客户')).toBeVisible()
      await cell(app, '新客户').click()
      await app.keyboard.type('华为技术')
      await app.keyboard.press('Enter')
      await expect(cell(app, '华为技术')).toBeVisible()
      await app.getByRole('button', { name: '新增客户', exact: true }).click()
      await expect(app.getByText('2 户').first()).toBeVisible()
      for (const words of ['hwjs', 'huawei', '华为']) {
        await app.getByLabel('筛选：名称、编号、拼音').fill(words)
        await expect(cell(app, '华为技术')).toBeVisible()
        await expect(cell(app, '新客户')).toBeHidden()
      }
    })
  })
})

test('the list: sums and units, cells by typing, figures, export, deletion', async ({ app }) => {
  await test.step('money is shown in yuan or 万元, and the selection’s sum in the status bar', async () => {
    await cell(app, '6,842').click()
    await app.keyboard.press('Shift+ArrowDown')
    const bar = app.getByRole('contentinfo')
    await expect(bar).toContainText('计数 2')
    await expect(bar).toContainText('求和 8,028')
    await expect(bar).toContainText('平均 4,014')
    await bar.getByRole('button', { name: '元 / 万元' }).click()
    await expect(cell(app, '68,420,000')).toBeVisible()
    await expect(app.getByRole('columnheader', { name: /年交易额 元/ })).toBeVisible()
    await bar.getByRole('button', { name: '元 / 万元' }).click()
  })
  await test.step('a cell is edited by typing; what doesn’t fit is explained at the cell and nothing is written', async () => {
    await cell(app, '6,842').click()
    await app.keyboard.type('七千')
    await app.keyboard.press('Enter')
    await expect(app.getByText('“七千”不是数字').first()).toBeVisible()
    await app.keyboard.press('Escape')
    await expect(cell(app, '6,842')).toBeVisible()
    await app.keyboard.type('7000.5')
    await app.keyboard.press('Enter')
    await expect(cell(app, '7,000.5')).toBeVisible()
  })
  await test.step('the accounts leave as a workbook', async () => {
    const coming = app.waitForEvent('download')
    await app.getByRole('button', { name: '导出' }).click()
    await app.getByRole('menuitem', { name: '全部客户' }).click()
    const file = await coming
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
    await expect(toast(app)).toContainText('已导出')
  })
  await test.step('several accounts are deleted at once and brought back by the toast', async () => {
    await cell(app, '长沙湘江集成房屋').click()
    await app.keyboard.press('Shift+ArrowDown')
    await app.keyboard.press('Shift+ArrowDown')
    await app.getByRole('button', { name: '删除', exact: true }).click()
    await expect(toast(app)).toContainText('已删除 3 个客户')
    await expect(app.getByText('45 户').first()).toBeVisible()
    await toast(app).getByRole('button', { name: '撤销' }).click()
    await expect(app.getByText('48 户').first()).toBeVisible()
    await expect(cell(app, '长沙湘江集成房屋')).toBeVisible()
  })
  await test.step('a figure is added, renamed, and refused deletion while a sheet is marked from it', async () => {
    await app.getByRole('button', { name: '数据列' }).click()
    await app.getByRole('textbox', { name: '名称', exact: true }).fill('员工人数')
    await app.getByRole('button', { name: '新增数据列' }).click()
    await expect(app.getByRole('textbox', { name: '改名 员工人数' })).toBeVisible()
    const name = app.getByRole('textbox', { name: '改名 员工人数' })
    await name.fill('在职人数')
    await name.press('Enter')
    await expect(app.getByRole('textbox', { name: '改名 在职人数' })).toBeVisible()
    await app.getByRole('button', { name: '删除 合作年限' }).click()
    await expect(app.getByRole('alert')).toContainText('这一数据列不能删除')
    await app.keyboard.press('Control+z')
  })
})

test('two windows: what one changes the other shows, and neither overwrites the other unseen', async ({
  app,
  openWindow,
}) => {
  const other = await openWindow()
  await test.step('an edit that began before another window’s change does not overwrite it unseen', async () => {
    await cell(other, '6,842').click()
    await other.keyboard.press('F2')
    await other.keyboard.type('5')
    await cell(app, '6,842').click()
    await app.keyboard.type('7000')
    await app.keyboard.press('Enter')
    await expect(app.locator('.ag-row', { hasText: '恒岳家居集团' })).toContainText('7,000')
    await expect(other.locator('.ag-row', { hasText: '恒岳家居集团' })).toContainText('7,000')
    await other.keyboard.press('Enter')
    await expect(other.getByText(/刚被另一个窗口改过/)).toBeVisible()
    await expect(other.locator('.ag-row', { hasText: '恒岳家居集团' })).toContainText('7,000')
  })
  await test.step('two windows: what one changes the other shows', async () => {
    await other.keyboard.press('Escape')
    await cell(other, '7,000').click()
    await other.keyboard.type('7100')
    await other.keyboard.press('Enter')
    await expect(cell(app, '7,100')).toBeVisible()
  })
  await test.step('a field being typed into is left alone, and what it would overwrite is told', async () => {
    const [here, there] = [await shortNameIn(app), await shortNameIn(other)]
    const held = await here.inputValue()
    await there.focus()
    await other.keyboard.press('End')
    await other.keyboard.type('甲')
    await here.fill('PPP')
    await here.press('Enter')
    await expect(here).toHaveValue('PPP')
    await app.getByLabel('电话').fill('0757-1')
    await app.getByLabel('电话').press('Enter')
    // a field that nobody edits shows the newest value: so the other one has had its chance too
    await expect(other.getByLabel('电话')).toHaveValue('0757-1')
    await other.keyboard.type('ZZ')
    await expect(there).toHaveValue(`${held}甲ZZ`)
    await other.keyboard.press('Tab')
    await expect(other.getByTestId('problem')).toContainText('刚被另一个窗口改过，现在是“PPP”')
    await expect(there).toHaveValue(`${held}甲ZZ`)
    await expect(here).toHaveValue('PPP')
    // told of it, the person wants the own text all the same
    await there.press('Enter')
    await expect(here).toHaveValue(`${held}甲ZZ`)
  })
})

/** The short name of 恒岳家居集团 on the tab of its details. */
async function shortNameIn(window: Page) {
  await window.getByRole('link', { name: '打开 恒岳家居集团' }).click()
  await window.getByRole('link', { name: '资料', exact: true }).click()
  const field = window.getByLabel('简称')
  await expect(field).toBeVisible()
  return field
}

/** Leaves the department as empty as it was. */
async function deleteAll(app: Page): Promise<void> {
  await app.keyboard.press('Control+a')
  await app.getByRole('button', { name: '删除', exact: true }).click()
  await expect(app.getByText('还没有客户', { exact: false })).toBeVisible()
}

/** A paste from another program into the selected cell. */
const paste = (app: Page, text: string) =>
  app.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
