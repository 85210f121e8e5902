import { readFileSync } from 'node:fs'
import { readFile } from '../../../db/exchange/read/file.ts'
import { expect, test } from '../fixtures.ts'
import { toast } from '../shell/steps.ts'
import { csv, gb18030, openImport, pick, preview } from './files.ts'

test.use({ department: 'sample' })

const PEOPLE = csv('联系人.csv', [
  ['姓名', '公司', '职务', '手机', '生日'],
  ['褚卉', '恒岳建材', '采购总监', '13800000001', '农历十月廿一'],
  ['蒋一鸣', '恒岳建材', '厂长', '13800000002', '1967-13-45'],
])

test.describe('in an empty department', () => {
  test.use({ department: 'empty' })

  test('people: a bad birthday is shown and left out, the rest imported with its company, undone with one Ctrl+Z', async ({
    app,
  }) => {
    await openImport(app)
    await pick(app, PEOPLE)
    // what the file holds was told from its headers
    await expect(app.getByRole('radio', { name: '联系人' })).toBeChecked()
    await app.getByText('新建为潜在客户').click()
    await preview(app)
    const panel = app.getByRole('complementary', { name: '要处理的' })
    await expect(panel).toContainText('没有 “1967-13-45” 这一天')
    await expect(panel).toContainText('恒岳建材')
    await panel.getByRole('button', { name: '不导入此行' }).click()
    await app.getByRole('button', { name: '导入 1 行' }).click()
    await expect(app.getByRole('heading', { name: '导入完成' })).toBeVisible()
    await app.getByRole('button', { name: '去看联系人' }).click()
    await expect(app.locator('.ag-cell').filter({ hasText: '褚卉' }).first()).toBeVisible()
    await expect(app.locator('.ag-cell').filter({ hasText: '蒋一鸣' })).toHaveCount(0)
    await app.keyboard.press('Control+z')
    await expect(app.locator('.ag-cell').filter({ hasText: '褚卉' })).toHaveCount(0)
  })
})

test('vCards in GBK simply work; people leave as they are shown, and read back the same', async ({ app }) => {
  await openImport(app)
  const card = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:禇;卉馨;;;',
    'TEL;TYPE=CELL:13900000009',
    'NOTE:=1+1',
    'END:VCARD',
    '',
  ]
  await pick(app, gb18030('名片.vcf', card.join('\r\n')))
  await expect(app.getByText('名片.vcf，1 行', { exact: false })).toBeVisible()
  await preview(app)
  await app.getByRole('button', { name: '导入 1 行' }).click()
  await app.getByRole('button', { name: '去看联系人' }).click()
  await app.getByRole('textbox', { name: '筛选', exact: false }).fill('禇卉馨')
  await expect(app.locator('.ag-row[row-index="0"]').first()).toContainText('禇卉馨')
  await expect(app.locator('.ag-row[row-index="1"]')).toHaveCount(0)

  const coming = app.waitForEvent('download')
  await app.getByRole('button', { name: '导出' }).click()
  await app.getByRole('menuitem', { name: '所示内容，CSV' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/^联系人 \d{4}-\d\d-\d\d\.csv$/)
  const bytes = readFileSync(await file.path())
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const [table] = (await readFile(new File([new Uint8Array(bytes)], 'back.csv'))).tables
  expect(table?.rows).toHaveLength(2)
  const texts = table?.rows[1]?.cells.map((cell) => cell?.text)
  expect(texts).toContain('禇卉馨')
  await expect(toast(app)).toContainText('已导出')
})
