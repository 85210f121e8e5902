import type { Page } from '@playwright/test'
import { findings } from '../axe.ts'
import { expect, test } from './gridPage.ts'

const shownColumns = (page: Page): Promise<string[]> =>
  page
    .locator('.ag-header-cell[col-id]')
    .evaluateAll((cells) =>
      cells
        .toSorted((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left)
        .map((cell) => cell.getAttribute('col-id') ?? ''),
    )

// menus and what they pinned or hid stay with the grid of a window: these tests begin in a page of their own
test.beforeEach(async ({ page }) => {
  await page.reload()
})

test('sorts by pinyin, empty cells last both ways', async ({ grid }) => {
  await grid.open('rows=8')
  await grid.cell(0, 'spend').click()
  await grid.press('Delete')
  await grid.header('name').click()
  // 川 chuān, 东 dōng, 佛 fó, 恒 héng, 临 lín, 南 nán, 青 qīng, 苏 sū
  await expect(grid.cell(0, 'name')).toHaveText('川渝宏泰5')
  await expect(grid.cell(3, 'name')).toHaveText('恒岳家居1')
  await grid.header('spend').click()
  await expect(grid.cell(7, 'name')).toHaveText('恒岳家居1')
  await grid.header('spend').click()
  await expect(grid.cell(0, 'name')).toHaveText('东莞利昌8')
  await expect(grid.cell(7, 'name')).toHaveText('恒岳家居1')
})

test('the quick filter finds shown text and pinyin; editing below it hits the filtered rows', async ({
  grid,
  page,
}) => {
  await page.getByRole('textbox', { name: 'search' }).fill('hyjj')
  await expect(grid.cell(1, 'name')).toHaveText('恒岳家居9')
  await expect(grid.cell(1, '#row')).toHaveText('2')
  await grid.cell(1, 'spend').click()
  await page.keyboard.type('5')
  await grid.press('Enter')
  expect(await grid.probe.last()).toMatchObject({ first: ['a8', 'spend', expect.any(Number), 500] })
  await page.getByRole('textbox', { name: 'search' }).fill('没有这样的客户')
  await expect(page.getByText('没有符合筛选条件的行。')).toBeVisible()
})

test('text and number columns have their filters, in shown units', async ({ grid, page }) => {
  await grid.header('spend').click({ button: 'right' })
  await page.getByRole('menuitem', { name: '筛选…' }).click()
  await page.locator('.ag-filter-body input[type=number], .ag-filter-body input').first().fill('10000')
  await expect(grid.cell(1, 'name')).toHaveCount(0)
  await expect(grid.cell(0, 'name')).toHaveText('恒岳家居1')
  await grid.press('Escape')
  await grid.header('spend').click({ button: 'right' })
  await page.getByRole('menuitem', { name: '清除此列筛选' }).click()
  await expect(grid.cell(1, 'name')).toBeVisible()
})

test('the column menu pins and hides, by mouse and by keyboard', async ({ grid, page }) => {
  await grid.header('m1').hover()
  await page.getByRole('button', { name: '忠诚度 的列菜单' }).click()
  await page.getByRole('menuitem', { name: '固定在左' }).click()
  await expect.poll(() => shownColumns(page)).toEqual(expect.arrayContaining(['m1']))
  expect((await shownColumns(page)).slice(0, 3)).toEqual(['#row', 'name', 'm1'])
  await grid.cell(0, 'm2').click()
  await grid.press('ArrowUp')
  await expect(grid.header('m2')).toBeFocused()
  await grid.press('Alt+ArrowDown')
  await page.getByRole('menuitem', { name: '隐藏此列' }).click()
  await expect(grid.header('m2')).toHaveCount(0)
})

test('the column list shows, hides, pins and moves', async ({ grid, page }) => {
  await page.getByRole('button', { name: '列' }).first().click()
  await page.getByRole('checkbox', { name: '显示 类别' }).uncheck()
  await page.getByRole('button', { name: '忠诚度 前移' }).click()
  await expect(grid.header('kind')).toHaveCount(0)
  await expect.poll(async () => (await shownColumns(page)).slice(3, 5)).toEqual(['m1', 'm0'])
  await page.getByRole('button', { name: '恢复默认布局' }).click()
  await expect.poll(async () => (await shownColumns(page)).slice(3, 5)).toEqual(['m0', 'm1'])
})

test('the layout is as it was after a reload', async ({ grid, page }) => {
  await grid.header('m0').click({ button: 'right' })
  await page.getByRole('menuitem', { name: '隐藏此列' }).click()
  await grid.header('spend').click()
  await grid.header('spend').click()
  const resize = grid.header('m1').locator('.ag-header-cell-resize')
  const box = await resize.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 3, (box?.y ?? 0) + 10)
  await page.mouse.down()
  await page.mouse.move((box?.x ?? 0) + 53, (box?.y ?? 0) + 10, { steps: 3 })
  await page.mouse.up()
  const width = (await grid.header('m1').boundingBox())?.width ?? 0
  expect(width).toBeGreaterThan(110)
  await expect
    .poll(() => page.evaluate(() => sessionStorage.getItem('grid-test')))
    .toContain(`"width":${width}`)
  await page.reload()
  await expect(grid.cell(0, 'name')).toHaveText(/10000$/)
  await expect(grid.header('m0')).toHaveCount(0)
  expect((await grid.header('m1').boundingBox())?.width).toBe(width)
})

test('changed columns show at once, copy as shown, and late ones find their remembered place', async ({
  grid,
  page,
}) => {
  await page.getByRole('button', { name: 'unit' }).click()
  await expect(grid.cell(0, 'spend')).toHaveText('1')
  await grid.cell(0, 'spend').click()
  expect(await grid.copy()).toBe('1')
  expect(await grid.probe.summary()).toMatchObject({ sum: 1 })
  await page.getByRole('button', { name: 'late' }).click()
  await expect(grid.header('late')).toBeVisible()
  await grid.header('late').click({ button: 'right' })
  await page.getByRole('menuitem', { name: '固定在左' }).click()
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('grid-test'))).toContain('late')
  await page.reload()
  await expect(grid.header('name')).toBeVisible()
  await page.getByRole('button', { name: 'late' }).click()
  await expect(grid.header('late')).toBeVisible()
  expect((await shownColumns(page)).slice(0, 3)).toEqual(['#row', 'name', 'late'])
})

test('an empty list teaches', async ({ grid, page }) => {
  await grid.open('rows=0')
  await expect(page.getByText('没有客户')).toBeVisible()
})

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing, ${theme}`, async ({ grid, page }) => {
    // axe reads every cell: on a busy machine that takes longer than any other test here
    test.slow()
    await grid.open(`theme=${theme}&rows=100`)
    await grid.cell(3, 'm1').click()
    await grid.cell(7, 'm3').click({ modifiers: ['Shift'] })
    expect(await findings(page, '.sheet')).toEqual([])
  })
}
