import { copyBlock } from '../evaluation/steps.ts'
import { expect, type Page } from '../fixtures.ts'
import { openEvaluation, paste, sheetCell } from '../sheets/steps.ts'
import { startEmpty, toast } from '../shell/steps.ts'
import { gridCell, importWholesale, publish, takeOut, textAt } from './steps.ts'
import { expectedTenths, expectedTier, JUDGED, readResults, SHEET_BLOCKS } from './wholesale.ts'
import { lastCommand, lastRoute, test } from './workplace.ts'

/*
 * The yearly grading of a real department, from an empty window to published tiers. Each test goes on where the one
 * before it stopped: on the same data folder, in a window opened anew, which finds its place by itself.
 */
test.describe.configure({ mode: 'serial' })
test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const ROUND = '2026 年度评级'
const SHEET = '批发客户考评表'
const points = (tenths: number) => (tenths / 10).toFixed(1)

async function openRound(app: Page, name = ROUND): Promise<void> {
  await openEvaluation(app)
  await app.getByRole('link', { name }).first().click()
  await expect(app.getByRole('heading', { name })).toBeVisible()
  await expect(await gridCell(app, 1, JUDGED)).toBeVisible()
}

test('440 customers come in with their figures; one Ctrl+Z takes all back, one Ctrl+Y brings them again', async ({
  app,
}) => {
  await startEmpty(app)
  await importWholesale(app)
  await app.getByRole('button', { name: '去看客户' }).click()
  await expect(app.getByText('440 户').first()).toBeVisible()
  await app.getByRole('link', { name: '打开 客户 0001' }).click()
  await app.getByRole('link', { name: '资料', exact: true }).click()
  for (const [figure, value] of [
    ['Fresh', '12,669'],
    ['Milk', '9,656'],
    ['Delicassen', '1,338'],
  ] as const)
    await expect(app.getByRole('textbox', { name: figure })).toHaveValue(value)
  await app.keyboard.press('Control+z')
  await expect(toast(app)).toContainText('已撤销')
  await app.keyboard.press('Control+2')
  await expect(app.getByText('还没有客户', { exact: false })).toBeVisible()
  await app.keyboard.press('Control+y')
  await expect(app.getByText('440 户').first()).toBeVisible()
})

test('a grading sheet is pasted from Excel: six bands over the figures, one indicator judged by people', async ({
  app,
}) => {
  await openEvaluation(app)
  await app.getByRole('button', { name: '新建评分表' }).click()
  await app.getByRole('combobox', { name: '从哪里开始' }).click()
  await app
    .getByRole('option', { name: '空白' })
    .or(app.getByTitle('空白', { exact: true }))
    .last()
    .click()
  await app.getByRole('textbox', { name: '名称' }).fill(SHEET)
  await app.getByRole('button', { name: '建立' }).click()
  await expect(app.getByRole('heading', { name: SHEET })).toBeVisible()
  await paste(app, 1, 'code', SHEET_BLOCKS.indicators)
  await expect(sheetCell(app, 7, 'weight')).toHaveText('15')
  await expect(app.getByText('正好 100%')).toBeVisible()
  await paste(app, 1, 'figureId', SHEET_BLOCKS.figures)
  await expect(sheetCell(app, 1, 'figureId')).toHaveText('Fresh')
  await expect(sheetCell(app, 6, 'measure')).toHaveText('按数据区间')
  await expect(sheetCell(app, 7, 'measure')).toHaveText('按标准判断')
  await expect(app.getByText('这张表可以用来评级。')).toBeVisible()
})

test('a new round: bands have marked themselves, people’s marks come by key and by a block from Excel', async ({
  app,
}) => {
  await openEvaluation(app)
  await app.getByRole('button', { name: '新建评级' }).click()
  await app.getByRole('textbox', { name: '名称' }).fill(ROUND)
  await app.getByRole('button', { name: '开始评级' }).click()
  await expect(app.getByRole('heading', { name: ROUND })).toBeVisible()
  await expect(app.getByText('0 / 440')).toBeVisible()

  // before anybody marked: six indicators hold 85% of the weight, and totals are scaled over it
  const first = await textAt(app, 1, '客户')
  await expect(await gridCell(app, 1, '总分')).toHaveText(points(expectedTenths(first, null)))
  await expect(await gridCell(app, 1, '级别')).toContainText('缺 1 格')
  await (await gridCell(app, 1, JUDGED)).click()
  await app.keyboard.press('2')
  await expect(await gridCell(app, 1, JUDGED)).toHaveText('8')
  await expect(await gridCell(app, 1, '总分')).toHaveText(points(expectedTenths(first, 8)))
  await app.keyboard.press('Control+z')
  await expect(await gridCell(app, 1, JUDGED)).toHaveText('')
  await app.keyboard.press('Control+y')
  await expect(await gridCell(app, 1, JUDGED)).toHaveText('8')

  // all others but the last; of every sixth nothing is known, so that their totals are scaled and rounded
  const block = Array.from({ length: 438 }, (_, at) => [['10', '8', '6', '', '4', '2'][at % 6] ?? ''])
  await copyBlock(app, block)
  await (await gridCell(app, 2, JUDGED)).click()
  await app.keyboard.press('Control+v')
  await expect(toast(app)).toContainText('已粘贴 438 行 × 1 列，其中 73 格为空')
  await expect(app.getByText('366 / 440')).toBeVisible()
  for (const [row, mark] of [
    [2, 10],
    [3, 8],
    [6, 4],
  ] as const) {
    await expect(await gridCell(app, row, JUDGED)).toHaveText(String(mark))
    await expect(await gridCell(app, row, '总分')).toHaveText(
      points(expectedTenths(await textAt(app, row, '客户'), mark)),
    )
  }
  await expect(app.locator('[data-state="saved"]')).toBeVisible()
})

test('the outcome: a border is tried and left, another applied and undone, one customer placed by the boss', async ({
  app,
}) => {
  await openRound(app)
  await app.getByRole('link', { name: '结果', exact: true }).click()
  const border = app.getByRole('spinbutton', { name: '重要客户最低分' })
  await border.fill('70')
  await border.press('Enter')
  await expect(app.getByRole('heading', { name: /^\d+ 户会换级别：\d+ 户升，0 户降$/ })).toBeVisible()
  await app.getByRole('button', { name: '复原' }).click()
  await expect(border).toHaveValue('80.0')
  await border.fill('70')
  await border.press('Enter')
  await app.getByRole('button', { name: '应用', exact: true }).click()
  await expect(toast(app)).toContainText('权重与分界')
  await toast(app).getByRole('button', { name: '撤销' }).click()
  await expect(border).toHaveValue('80.0')

  await app.getByRole('button', { name: '先行归级' }).click()
  await app.getByRole('combobox', { name: '客户', exact: true }).fill('0440')
  await app.keyboard.press('Enter')
  await app.getByRole('textbox', { name: '原因' }).fill('连锁总部的第一家店')
  await app.getByRole('combobox', { name: '批准人' }).fill('顾总')
  await app.getByRole('button', { name: '归级', exact: true }).click()
  await expect(app.getByRole('heading', { name: '1 户先分类后分级' })).toBeVisible()
  await expect(app.getByText('顾总', { exact: false })).toBeVisible()
})

test('published: the workbook totals by itself, every total and tier is what A6 and A7 say; the ranking is a PDF', async ({
  app,
}) => {
  await openRound(app)
  await publish(app, 1)
  const lines = await readResults(await takeOut(app, /结果工作簿/))
  expect(lines).toHaveLength(440)
  for (const line of lines) {
    const tenths = expectedTenths(line.name, line.judged)
    expect(line.tenths, line.name).toBe(tenths)
    expect(line.formula, line.name).toMatch(/SUMPRODUCT|SUM\(/)
    expect(line.tier, line.name).toBe(line.exception ? '重要客户' : expectedTier(tenths))
  }
  expect(lines.filter(({ exception }) => exception).map(({ name }) => name)).toEqual(['客户 0440'])
  expect(lines.filter(({ judged }) => judged === null)).toHaveLength(74)

  const pdf = await takeOut(app, /名次表/)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(5)
})

test('the next morning: the same place, the published round as it was; reopened for a reason, a second revision', async ({
  app,
  workplace,
}) => {
  await openRound(app)
  await app.getByRole('link', { name: '看发布结果' }).click()
  await expect(app.getByRole('link', { name: '回到这轮评级' })).toBeVisible()
  const kept = [await textAt(app, 1, '客户'), await textAt(app, 1, '总分')]
  const before = new URL(app.url()).hash
  // closed right after: the place is remembered all the same, as soon as the window's last word has come through
  await Promise.all([app.waitForEvent('close'), app.close({ runBeforeUnload: true })])
  await expect.poll(() => lastRoute(workplace.host())).toBe(before.slice(1))
  const { url } = await workplace.restart()
  const again = await app.context().newPage()
  await again.goto(url)
  await expect(again.getByRole('link', { name: '回到这轮评级' })).toBeVisible()
  expect(new URL(again.url()).hash).toBe(before)
  expect([await textAt(again, 1, '客户'), await textAt(again, 1, '总分')]).toEqual(kept)

  await again.getByRole('link', { name: '回到这轮评级' }).click()
  await again.getByRole('button', { name: '重新打开' }).click()
  await again.getByRole('textbox', { name: '为什么要重新打开？' }).fill('第一名的重要性判断有误')
  await again.keyboard.press('Enter')
  await expect(again.getByRole('button', { name: '发布', exact: true })).toBeVisible()
  const [first = ''] = kept
  await expect(await gridCell(again, 1, '客户')).toHaveText(first)
  await (await gridCell(again, 1, JUDGED)).click()
  await again.keyboard.press('5')
  await expect(await gridCell(again, 1, '总分')).toHaveText(points(expectedTenths(first, 2)))
  await publish(again, 2)
  await expect(again.getByText('第一名的重要性判断有误', { exact: false })).toBeVisible()
})

test('the window is closed right after a key: the mark is there the next morning, and Ctrl+Z still takes it back', async ({
  app,
  workplace,
}) => {
  await openEvaluation(app)
  await app.getByRole('button', { name: '新建评级' }).click()
  await app.getByRole('textbox', { name: '名称' }).fill('试评')
  await app.getByRole('button', { name: '开始评级' }).click()
  // cells get their texts after they are there
  await expect(await gridCell(app, 1, '客户')).not.toHaveText('')
  const first = await textAt(app, 1, '客户')
  await (await gridCell(app, 1, JUDGED)).click()
  const written = app.waitForResponse(/rounds\/mark$/)
  const closed = app.waitForEvent('close')
  await app.keyboard.press('1')
  // the window holds itself back as long as a mark is on its way
  await app.close({ runBeforeUnload: true })
  await Promise.any([written, closed])
  // a window closed before the engine answered has sent it all the same; on a busy machine that takes a moment to arrive
  await expect.poll(() => lastCommand(workplace.host())).toBe('mark')

  const { url } = await workplace.restart()
  const again = await app.context().newPage()
  await again.goto(url)
  await openRound(again, '试评')
  // the best mark for the best customer: still the first row when sorted anew
  await expect(await gridCell(again, 1, '客户')).toHaveText(first)
  await expect(await gridCell(again, 1, JUDGED)).toHaveText('10')
  await again.keyboard.press('Control+z')
  await expect(await gridCell(again, 1, JUDGED)).toHaveText('')
})
