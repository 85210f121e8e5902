import { expect, test } from './gridPage.ts'

test('copies a block as Excel does and pastes it elsewhere in one batch', async ({ grid }) => {
  await grid.cell(1, 'm0').click()
  await grid.cell(2, 'm2').click({ modifiers: ['Shift'] })
  expect(await grid.copy()).toBe('6\t10\t4\r\n10\t4\t8')
  await grid.cell(5, 'm3').click()
  await grid.press('Control+V')
  await expect(grid.cell(6, 'm5')).toHaveText('8')
  expect(await grid.probe.batches()).toHaveLength(1)
  expect(await grid.probe.last()).toMatchObject({ kind: 'paste', report: { rows: 2, columns: 3 } })
  expect(await grid.probe.summary()).toMatchObject({ rows: 2, columns: 3 })
})

test("reads Excel's quotes and line ends, and lets bad cells and read-only ones be", async ({ grid }) => {
  await grid.cell(0, 'name').click()
  await grid.paste('"a ""b""\n c"\t9\t7\r\n丙\t9\t8\r\n')
  await expect(grid.cell(1, 'name')).toHaveText('丙')
  await expect(grid.cell(1, 'm0')).toHaveText('8')
  await expect(grid.cell(0, 'm0')).toHaveText('8')
  expect(await grid.probe.last()).toMatchObject({
    report: {
      rows: 2,
      columns: 3,
      skippedReadOnly: 2,
      refused: [{ rowIndex: 0, columnTitle: '经营理念', text: '7' }],
    },
  })
  await grid.cell(0, 'name').click()
  expect(await grid.copy()).toBe('"a ""b""\n c"')
})

test('one value fills the whole selection; a block tiles a multiple of itself', async ({ grid }) => {
  await grid.cell(0, 'm0').click()
  await grid.cell(3, 'm3').click({ modifiers: ['Shift'] })
  await grid.paste('２') // full-width, as an input method types it
  await expect(grid.cell(3, 'm3')).toHaveText('2')
  await grid.paste('10\t8')
  await expect(grid.cell(3, 'm2')).toHaveText('10')
  await expect(grid.cell(3, 'm3')).toHaveText('8')
})

test('a paste over the edges is clipped and says so', async ({ grid }) => {
  await grid.cell(0, 'name').click()
  await grid.press('Control+End', 'ArrowLeft')
  await grid.paste('1\t2\t3\r\n4\t5\t6')
  expect(await grid.probe.last()).toMatchObject({
    count: 1,
    report: { rows: 1, columns: 2, clippedRows: 1, clippedColumns: 1 },
  })
})

test('Ctrl+D and Ctrl+R fill; Delete clears; Ctrl+X copies and clears', async ({ grid, page }) => {
  await grid.cell(0, 'm1').click()
  await grid.cell(4, 'm2').click({ modifiers: ['Shift'] })
  await grid.press('Control+D')
  await expect(grid.cell(4, 'm1')).toHaveText('6')
  await expect(grid.cell(4, 'm2')).toHaveText('10')
  await grid.press('Control+R')
  await expect(grid.cell(4, 'm2')).toHaveText('6')
  await grid.press('Control+X')
  await expect(grid.cell(2, 'm2')).toHaveText('')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^6\t6\r\n6\t6/)
  await grid.press('Control+V')
  await expect(grid.cell(4, 'm2')).toHaveText('6')
  await grid.press('Backspace')
  await expect(grid.cell(0, 'm1')).toHaveText('')
  expect((await grid.probe.batches()).map(({ kind }) => kind)).toEqual([
    'fill',
    'fill',
    'cut',
    'paste',
    'clear',
  ])
  await grid.cell(0, 'name').click()
  await grid.press('Delete')
  expect((await grid.probe.last())?.report.refused).toMatchObject([{ problem: '名称不能为空' }])
  await grid.cell(6, 'm0').click()
  await grid.press('Control+D')
  await expect(grid.cell(6, 'm0')).toHaveText('2')
})

test('the fill handle shows where it will fill, down and right', async ({ grid, page }) => {
  await grid.cell(0, 'm0').click()
  await grid.cell(1, 'm0').click({ modifiers: ['Shift'] })
  await page.locator('.sheet-handle').hover()
  await page.mouse.down()
  await grid.cell(5, 'm0').hover()
  await expect(page.locator('.sheet-preview')).toBeVisible()
  await page.mouse.up()
  await expect(page.locator('.sheet-preview')).toHaveCount(0)
  const filled = await Promise.all([0, 1, 2, 3, 4, 5].map((row) => grid.text(row, 'm0')))
  expect(filled).toEqual(['8', '6', '8', '6', '8', '6'])
  await page.locator('.sheet-handle').hover()
  await page.mouse.down()
  await grid.cell(3, 'm2').hover()
  await page.mouse.up()
  await expect(grid.cell(5, 'm2')).toHaveText('6')
  expect((await grid.probe.batches()).map(({ kind }) => kind)).toEqual(['fill', 'fill'])
  expect(await grid.probe.summary()).toMatchObject({ rows: 6, columns: 3 })
})

test('10,000 × 12 cells copy and paste fast, as one batch', async ({ grid, page }) => {
  await grid.header('m0').click({ modifiers: ['Control'] })
  await grid.cell(0, 'm8').click({ modifiers: ['Shift'] })
  await grid.press('Control+A')
  const text = await grid.copy()
  expect(text.split('\r\n')).toHaveLength(10_000)
  expect(text.split('\r\n')[0]?.split('\t')).toHaveLength(14)
  const block = Array.from({ length: 10_000 }, (_, row) =>
    [
      '名',
      '8',
      ...Array.from({ length: 9 }, (__, column) => ((row + column) % 2 === 0 ? '10' : '4')),
      '生产型',
      '12',
    ].join('\t'),
  ).join('\r\n')
  await grid.cell(0, 'name').click()
  await page.evaluate((content) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', content)
    const field = document.querySelector('.sheet-field')
    field?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, block)
  const last = await grid.probe.last()
  expect(last?.count).toBeGreaterThan(80_000)
  await expect(grid.cell(0, 'm0')).toHaveText('10')
})
