import { findingsInBothThemes } from '../axe.ts'
import { openRound } from '../evaluation/steps.ts'
import { expect, type Page, test } from '../fixtures.ts'
import { csv, openImport, pick, preview } from '../importing/files.ts'
import { openEvaluation } from '../sheets/steps.ts'
import { publish } from './steps.ts'

test.use({ department: 'sample' })

const nothingOn = async (app: Page, screen: string): Promise<void> =>
  expect(await findingsInBothThemes(app), screen).toEqual([])

/** One row with a problem, one that looks like an account of the sample, one that changes one. */
const LIST = csv('名单.csv', [
  ['客户名称', '年交易额(万元)', '备注'],
  ['甲木业', '三千', ''],
  ['南浔木业有限公司', '12', ''],
  ['恒岳家居集团', '7000', ''],
])

// each screen is read whole by axe, in seconds
test.beforeEach(() => test.setTimeout(300_000))

test('axe finds nothing on the import wizard and in evaluation', async ({ app }) => {
  await test.step('axe finds nothing on the import wizard', async () => {
    await openImport(app)
    await nothingOn(app, 'file')
    await pick(app, csv('空.csv', []))
    await expect(app.getByRole('alert')).toBeVisible()
    await nothingOn(app, 'a bad file')
    await pick(app, LIST)
    await expect(app.getByRole('button', { name: '看预览' })).toBeEnabled()
    await nothingOn(app, 'columns')
    await preview(app)
    await nothingOn(app, 'preview')
    await app.getByRole('complementary').getByRole('button', { name: '不导入此行' }).first().click()
    await app.getByRole('button', { name: /^导入 \d+ 行$/ }).click()
    await expect(app.getByRole('heading', { name: '导入完成' })).toBeVisible()
    await nothingOn(app, 'done')
  })
  await test.step('axe finds nothing on evaluation: home, sheet, scoring, outcome, publishing, results', async () => {
    await openEvaluation(app)
    await nothingOn(app, 'home')
    await app.getByRole('button', { name: '新建评级' }).click()
    await expect(app.getByRole('button', { name: '开始评级' })).toBeVisible()
    await nothingOn(app, 'new round')
    await app.keyboard.press('Escape')
    await app.getByRole('link', { name: '大客户分级考评表' }).first().click()
    await app.locator('.ag-row[row-index="1"] .ag-cell[col-id="name"]').click()
    await nothingOn(app, 'sheet')
    await openRound(app)
    await app.locator('.ag-row[row-index="1"] .ag-cell[col-id^="indicator:"]').last().click()
    await nothingOn(app, 'scoring')
    await app.getByRole('link', { name: '结果', exact: true }).click()
    const border = app.getByRole('spinbutton', { name: '重要客户最低分' })
    await border.fill('82.5')
    await border.press('Enter')
    await expect(app.getByRole('heading', { name: /户会换级别/ })).toBeVisible()
    await app.getByRole('button', { name: '先行归级' }).click()
    await nothingOn(app, 'outcome')
    await app.getByRole('link', { name: '回到填报' }).click()
    await app.getByRole('button', { name: '发布', exact: true }).click()
    await expect(app.getByRole('checkbox', { name: '我明白发布不能撤销' })).toBeVisible()
    await nothingOn(app, 'publishing')
    await app.getByRole('button', { name: '先不发布' }).click()
    await publish(app, 1)
    await app.locator('.ag-row[row-index="0"] .ag-cell').first().click()
    await nothingOn(app, 'results')
    await app.getByText('评分标准', { exact: true }).click()
    await expect(app.getByRole('columnheader', { name: '优秀 10' })).toBeVisible()
    await nothingOn(app, 'standards')
  })
})
