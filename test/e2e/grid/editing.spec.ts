import { expect, test } from './gridPage.ts'

test('typing replaces, Enter goes down, Tab right and Enter back to where tabbing began', async ({
  grid,
  page,
}) => {
  await grid.cell(0, 'spend').click()
  await page.keyboard.type('12,345.5')
  await grid.press('Enter')
  await expect(grid.cell(0, 'spend')).toHaveText('12,345.5')
  await expect(grid.field).toHaveAttribute('aria-label', /^第 2 行，年交易额/)
  expect(await grid.probe.last()).toMatchObject({
    kind: 'edit',
    count: 1,
    first: ['a0', 'spend', 1_000_000, 1_234_550],
  })
  await grid.press('Shift+Enter')
  await expect(grid.field).toHaveAttribute('aria-label', /^第 1 行，年交易额/)
  await grid.cell(2, 'kind').click()
  await grid.press('Tab')
  await page.keyboard.type('7')
  await grid.press('Enter')
  await expect(grid.cell(2, 'spend')).toHaveText('7')
  await expect(grid.field).toHaveAttribute('aria-label', /^第 4 行，类别/)
})

test('F2 and double-click amend, Escape cancels, and the text field undoes its own text', async ({
  grid,
  page,
}) => {
  await grid.cell(1, 'name').click()
  await grid.press('F2')
  await page.keyboard.type('X')
  await expect(grid.field).toHaveValue('佛山美颂2X')
  await grid.press('Control+Z')
  await expect(grid.field).toHaveValue('佛山美颂2')
  expect(await grid.probe.appKeys()).toEqual([])
  await page.keyboard.type('Y')
  await grid.press('Escape')
  await expect(grid.cell(1, 'name')).toHaveText('佛山美颂2')
  await grid.cell(1, 'name').dblclick()
  await page.keyboard.type('!')
  await grid.press('Enter')
  await expect(grid.cell(1, 'name')).toHaveText('佛山美颂2!')
})

test('with no editor open Ctrl+Z and Ctrl+K reach the app as from no text field', async ({ grid }) => {
  await grid.cell(1, 'name').click()
  await grid.press('Control+Z', 'Control+Y', 'Control+K')
  expect(await grid.probe.appKeys()).toEqual(['z', 'y', 'k'])
  await expect(grid.cell(1, 'name')).toHaveText('佛山美颂2')
})

test('a refused text stays in the editor with its reason; left behind, it is reported and undone', async ({
  grid,
  page,
}) => {
  await grid.cell(0, 'spend').click()
  await page.keyboard.type('abc')
  await grid.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('应为金额')
  await expect(grid.field).toHaveValue('abc')
  await page.getByRole('textbox', { name: 'search' }).click()
  await expect(grid.cell(0, 'spend')).toHaveText('10,000')
  const last = await grid.probe.last()
  expect(last).toMatchObject({
    count: 0,
    report: { refused: [{ rowIndex: 0, columnTitle: '年交易额', text: 'abc', problem: '应为金额' }] },
  })
})

test('read-only cells take no typing, no editor and no clearing', async ({ grid, page }) => {
  await grid.cell(0, 'given').click()
  await page.keyboard.type('9')
  await grid.press('F2', 'Delete')
  await expect(page.locator('.sheet-editor-open')).toHaveCount(0)
  expect(await grid.probe.batches()).toMatchObject([
    { kind: 'clear', count: 0, report: { skippedReadOnly: 1 } },
  ])
})

test('quick keys mark at once and move down; 10 is not entered as 10 and then something else', async ({
  grid,
  page,
}) => {
  await grid.cell(0, 'm0').click()
  await page.keyboard.type('345')
  await page.keyboard.type('10')
  await page.keyboard.type('68')
  const column = await Promise.all([0, 1, 2, 3, 4, 5].map((row) => grid.text(row, 'm0')))
  expect(column).toEqual(['6', '4', '2', '10', '6', '8'])
  await page.keyboard.type('2')
  await expect(page.locator('.sheet-hint')).toHaveText('键 2 = 8')
  await page.keyboard.type('7')
  expect((await grid.probe.last())?.report.refused).toMatchObject([{ text: '7' }])
  await grid.cell(8, 'm0').click()
  await grid.press('Enter')
  await grid.press('Control+A')
  await page.keyboard.type('2')
  await grid.press('Enter')
  await expect(grid.cell(8, 'm0')).toHaveText('2')
})

test('with literal mark keys the number typed is the number entered', async ({ grid, page }) => {
  await grid.open('marks=literal')
  await grid.cell(0, 'm0').click()
  await page.keyboard.type('2')
  await grid.press('Enter')
  await page.keyboard.type('10')
  await grid.press('ArrowDown')
  expect([await grid.text(0, 'm0'), await grid.text(1, 'm0')]).toEqual(['2', '10'])
  await expect(grid.field).toHaveAttribute('aria-label', /^第 3 行/)
})

test('a choice is picked by typing, by arrows and by mouse', async ({ grid, page }) => {
  await grid.cell(0, 'kind').click()
  await grid.press('F2')
  await expect(page.getByRole('option', { name: '生产型' })).toHaveAttribute('aria-selected', 'true')
  await grid.press('ArrowDown', 'Enter')
  await expect(grid.cell(0, 'kind')).toHaveText('经营型')
  await grid.press('Alt+ArrowDown')
  await page.getByRole('option', { name: '生产型' }).click()
  await expect(grid.cell(1, 'kind')).toHaveText('生产型')
  await page.keyboard.type('经')
  await expect(page.getByRole('option')).toHaveCount(1)
  await grid.press('Enter')
  await expect(grid.cell(2, 'kind')).toHaveText('经营型')
  await page.keyboard.type('别的')
  await grid.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('应为生产型或经营型')
})

test('an input method opens the editor, loses no character, and its Enter commits nothing', async ({
  grid,
}) => {
  const cdp = await grid.cdp()
  await grid.cell(0, 'name').click()
  await cdp.send('Input.imeSetComposition', { text: 'h', selectionStart: 1, selectionEnd: 1 })
  await cdp.send('Input.imeSetComposition', { text: 'hua', selectionStart: 3, selectionEnd: 3 })
  await expect(grid.field).toHaveValue('hua')
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 }
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
  await expect(grid.field).toHaveValue('hua')
  expect(await grid.probe.batches()).toEqual([])
  await cdp.send('Input.insertText', { text: '华' })
  await cdp.send('Input.imeSetComposition', { text: 'wei', selectionStart: 3, selectionEnd: 3 })
  await cdp.send('Input.insertText', { text: '为' })
  await expect(grid.field).toHaveValue('华为')
  await grid.press('Enter')
  await expect(grid.cell(0, 'name')).toHaveText('华为')
  // straight on in the next cell, without a click
  await cdp.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 })
  await cdp.send('Input.insertText', { text: '你好' })
  await grid.press('Enter')
  await expect(grid.cell(1, 'name')).toHaveText('你好')
})

test('Escape, then Tab leaves the grid; Tab at the last cell does too', async ({ grid, page }) => {
  await grid.cell(2, 'm0').click()
  await grid.press('Escape', 'Tab')
  await expect(grid.field).not.toBeFocused()
  await page.getByRole('button', { name: '列' }).first().focus()
  await grid.press('Tab')
  await expect(grid.field).toBeFocused()
  await grid.press('Control+End', 'Tab')
  await expect(grid.field).not.toBeFocused()
})

test('an open edit stays with its row when the rows are sorted under it', async ({ grid, page }) => {
  await grid.cell(0, 'spend').click()
  await page.keyboard.type('77')
  await page.evaluate(() =>
    window.probe.handle?.api.applyColumnState({ state: [{ colId: 'spend', sort: 'desc' }] }),
  )
  await expect(grid.cell(0, 'name')).toHaveText(/10000$/)
  await expect(grid.field).toHaveValue('77')
  await grid.press('Enter')
  expect(await grid.probe.last()).toMatchObject({ first: ['a0', 'spend', 1_000_000, 7700] })
})
