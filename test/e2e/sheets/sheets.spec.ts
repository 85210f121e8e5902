import { resolve } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { toast } from '../shell/steps.ts'
import { newSheet, openEvaluation, panel, paste, sheetCell, type } from './steps.ts'

test.use({ department: 'empty', permissions: ['clipboard-read', 'clipboard-write'] })

test('a sheet is edited: blocks, rows, standards, weights', async ({ app }) => {
  await newSheet(app)
  await test.step('a block of 12 × 8 pasted from Excel fills rows and adds new ones; one Ctrl+Z takes it back', async () => {
    // as the sheet's workbook has it: code, indicator, weight, and what earns 10, 8, 6, 4 and 2
    const block = Array.from({ length: 12 }, (_, at) => [
      `X${at + 1}`,
      `科目${at + 1}`,
      at < 8 ? '8%' : '9%',
      '>=100',
      '80~100',
      '60~80',
      '40~60',
      '<40',
    ])
    await paste(app, 1, 'code', block)
    await expect(sheetCell(app, 12, 'name')).toHaveText('科目12')
    await expect(sheetCell(app, 12, 'weight')).toHaveText('9')
    await expect(sheetCell(app, 12, 'good')).toHaveText('80~100')
    await expect(sheetCell(app, 12, 'measure')).toHaveText('按数据区间')
    await expect(app.getByText('正好 100%')).toBeVisible()
    await app.keyboard.press('Control+z')
    await expect(sheetCell(app, 1, 'name')).toHaveText('合作年限')
    await expect(sheetCell(app, 1, 'good')).toHaveText('6~10')
    await expect(sheetCell(app, 8, 'name')).toHaveText('')
  })
  await test.step('indicators are inserted, moved by Alt and arrows, and deleted', async () => {
    await sheetCell(app, 1, 'name').click()
    await app.getByRole('button', { name: '上方插入' }).click()
    await expect(sheetCell(app, 1, 'name')).toHaveText('')
    await expect(sheetCell(app, 2, 'name')).toHaveText('合作年限')
    await type(app, 1, 'name', '增长潜力')
    await expect(sheetCell(app, 1, 'name')).toHaveText('增长潜力')
    await sheetCell(app, 1, 'name').click()
    await app.keyboard.press('Alt+ArrowDown')
    await expect(sheetCell(app, 2, 'name')).toHaveText('增长潜力')
    await app.keyboard.press('Alt+ArrowDown')
    await expect(sheetCell(app, 3, 'name')).toHaveText('增长潜力')
    await app.keyboard.press('Control+-')
    await expect(sheetCell(app, 3, 'name')).toHaveText('经营理念')
    await app.locator('[data-state="saved"]').waitFor()
    await app.reload()
    await expect(sheetCell(app, 1, 'name')).toHaveText('合作年限')
    await expect(sheetCell(app, 8, 'name')).toHaveText('')
  })
  await test.step('standards: overlapping bands, bands mixed with words and a missing figure are marked where they are', async () => {
    await expect(panel(app)).toContainText('按区间得分，但没有说按哪个数据')
    await type(app, 1, 'good', '6~12')
    await expect(sheetCell(app, 1, 'good')).toHaveClass(/sheet-fault/)
    await expect(panel(app)).toContainText('区间与 “优秀” 的区间重叠')
    await type(app, 1, 'good', '很好')
    await expect(panel(app)).toContainText('“很好” 是文字')
    await type(app, 1, 'good', '6~10')
    await expect(sheetCell(app, 1, 'good')).not.toHaveClass(/sheet-fault/)

    // the figure is made on the spot
    await sheetCell(app, 1, 'figureId').click()
    await app.keyboard.press('F2')
    await app.getByRole('option', { name: '新增数据列…' }).click()
    await panel(app).getByRole('button', { name: '新增', exact: true }).click()
    await expect(sheetCell(app, 1, 'figureId')).toHaveText('合作年限')
    await expect(sheetCell(app, 1, 'figureId')).not.toHaveClass(/sheet-fault/)
  })
  await test.step('weights: the sum is live, typed exactly, and scaled to 100% as one step that can be undone', async () => {
    await expect(app.getByText('正好 100%')).toBeVisible()
    await type(app, 2, 'weight', '14.29%')
    await expect(sheetCell(app, 2, 'weight')).toHaveText('14.29')
    await expect(app.getByText('还差 10.71%')).toBeVisible()
    await type(app, 3, 'weight', '14.285')
    await expect(app.getByText('权重最多两位小数').first()).toBeVisible()
    await app.keyboard.press('Escape')
    await expect(sheetCell(app, 3, 'weight')).toHaveText('10')
    await app.getByRole('button', { name: '按比例调到 100%' }).click()
    await expect(app.getByText('正好 100%')).toBeVisible()
    await expect(sheetCell(app, 2, 'weight')).toHaveText('16')
    await app.keyboard.press('Control+z')
    await expect(sheetCell(app, 2, 'weight')).toHaveText('14.29')
    await expect(app.getByText('还差 10.71%')).toBeVisible()
  })
})

test.describe('in the sample department', () => {
  test.use({ department: 'sample' })

  test('a sheet of the sample: bands show how many accounts each mark would get; two windows write on it', async ({
    app,
    openWindow,
  }) => {
    await test.step('bands show how many accounts each mark would get', async () => {
      await newSheet(app)
      await sheetCell(app, 2, 'name').click()
      await expect(panel(app)).toContainText('按“年交易额”，有数据的 48 户里')
      await expect(panel(app).getByRole('row', { name: /优秀 10/ })).toContainText('13 户')
    })
    await test.step('two windows on one sheet: what one writes the other shows, and a stale edit is refused, not lost', async () => {
      const other = await openWindow()
      await other.goto(app.url())
      await expect(sheetCell(other, 1, 'name')).toHaveText('合作年限')
      await type(app, 1, 'name', '年限')
      await expect(sheetCell(other, 1, 'name')).toHaveText('年限')

      // the other window hears late of the next change, and writes on what it still sees
      let hear = (): void => undefined
      const late = new Promise<void>((resolve) => {
        hear = resolve
      })
      await other.route(/sheets\/get/, async (route) => {
        await late
        await route.continue()
      })
      await type(app, 1, 'name', '多年合作')
      await expect(app.getByText('已保存')).toBeVisible()
      await type(other, 1, 'name', '老交情')
      await expect(other.getByTestId('problem')).toContainText('刚被另一个窗口改过')
      hear()
      await expect(sheetCell(other, 1, 'name')).toHaveText('多年合作')
      await expect(sheetCell(app, 1, 'name')).toHaveText('多年合作')
    })
  })
})

test('sheets among sheets: used, renamed, copied, deleted, imported', async ({ app }) => {
  await newSheet(app)
  await test.step('a round starts on a sheet; the sheet then says whom its changes touch, and can’t be deleted', async () => {
    await openEvaluation(app)
    await app.getByRole('button', { name: '新建评级' }).click()
    await expect(app.getByRole('textbox', { name: '名称' })).toHaveValue(/^\d{4} (上|下)半年评级$/)
    await app.getByRole('textbox', { name: '名称' }).fill('试评')
    await app.getByRole('button', { name: '开始评级' }).click()
    await expect(toast(app)).toContainText('试评')
    await openEvaluation(app)
    await app.getByRole('button', { name: '更多 分级考评表' }).click()
    await expect(app.getByRole('menuitem', { name: '删除' })).toHaveAttribute('aria-disabled', 'true')
    await app.keyboard.press('Escape')
    await app.getByRole('link', { name: '分级考评表' }).first().click()
    await expect(app.getByRole('note')).toContainText('“试评”正在用这张表')
  })
  await test.step('a sheet is renamed in place, copied, and deleted with undo', async () => {
    await app.getByRole('button', { name: '分级考评表', exact: true }).click()
    await app.getByRole('textbox', { name: '给评分表改名' }).fill('考评表甲')
    await app.keyboard.press('Enter')
    await expect(app.getByRole('heading', { name: '考评表甲' })).toBeVisible()
    await openEvaluation(app)
    await app.getByRole('button', { name: '更多 考评表甲' }).click()
    await app.getByRole('menuitem', { name: '复制' }).click()
    await expect(app.getByRole('link', { name: '考评表甲 副本' })).toBeVisible()
    await expect(app.getByRole('menuitem')).toHaveCount(0)
    await app.getByRole('button', { name: '更多 考评表甲 副本' }).click()
    await app.getByRole('menuitem', { name: '删除' }).click()
    await expect(app.getByRole('link', { name: '考评表甲 副本' })).toBeHidden()
    await app.keyboard.press('Control+z')
    await expect(app.getByRole('link', { name: '考评表甲 副本' })).toBeVisible()
  })
  await test.step('a sheet workbook is imported; a faulty one lists its cells and nothing is written', async () => {
    await openEvaluation(app)
    const picker = app.getByLabel('导入工作簿').last()
    const headers = '科目编号,评价科目,权重%,优秀10,良好8,合格6,较差4,不合格2'
    await picker.setInputFiles({
      name: '坏表.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`${headers}\r\nA1,年限,六十,>=10,5~12,3~5,1~3,<1\r\nA2,忠诚度,40,a,b,c,d,e`),
    })
    await expect(app.getByRole('alert')).toContainText('“坏表.csv”没有导入')
    await expect(app.getByRole('alert')).toContainText('!C2')
    await expect(app.getByRole('alert')).toContainText('权重 “六十” 不是数字')
    await expect(app.getByRole('alert')).toContainText('区间与 “优秀” 的区间重叠')
    await app.getByRole('button', { name: '知道了' }).click()
    await picker.setInputFiles(resolve(import.meta.dirname, '../../fixtures/exchange/wholesale-sheet.csv'))
    await expect(app.getByRole('link', { name: 'wholesale-sheet' })).toBeVisible()
  })
})
