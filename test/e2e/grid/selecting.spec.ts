import { expect, test } from './gridPage.ts'

test('arrows, Home, End and Page keys move; with Shift they extend, with Ctrl they go to the edge', async ({
  grid,
}) => {
  await grid.cell(1, 'm0').click()
  await grid.press('ArrowDown', 'ArrowRight')
  await expect(grid.field).toHaveAttribute('aria-label', /^第 3 行，忠诚度/)
  await grid.press('Shift+ArrowDown', 'Shift+ArrowRight')
  expect(await grid.probe.summary()).toMatchObject({ rows: 2, columns: 2 })
  await grid.press('Control+Shift+ArrowDown')
  await expect.poll(async () => (await grid.probe.summary())?.rows).toBe(9998)
  await expect(grid.cell(9999, 'm1')).toBeVisible()
  await grid.press('Control+Home')
  await expect(grid.field).toHaveAttribute('aria-label', /^第 1 行，客户/)
  await grid.press('End')
  await expect(grid.field).toHaveAttribute('aria-label', /^第 1 行，总分/)
  await grid.press('Home', 'PageDown')
  const page = await grid.where()
  expect(page).not.toMatch(/^第 1 行/)
  await grid.press('PageUp', 'Control+End')
  await expect(grid.field).toHaveAttribute('aria-label', /^第 10000 行，总分/)
  await grid.press('Control+A')
  await expect.poll(async () => (await grid.probe.summary())?.columns).toBe(14)
})

test('whatever keys move it, the active cell is in sight, whole and not under pinned columns', async ({
  grid,
  page,
}) => {
  await page.setViewportSize({ width: 760, height: 480 })
  const isInSight = () =>
    page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()
      const [cell, view, header] = [box('.sheet-outline'), box('.ag-grid-viewport'), box('.ag-header')]
      const [left, right] = [box('.sheet-section-left'), box('.sheet-section-right')]
      if (!cell || !view || !header || !left || !right) return false
      const inRows = cell.top >= header.bottom - 1 && cell.bottom <= view.bottom + 1
      return inRows && cell.left >= left.right - 1 && cell.right <= right.left + 1
    })
  await grid.cell(0, 'm0').click()
  for (let mark = 0; mark < 30; mark += 1) {
    await page.keyboard.type('3')
    expect(await isInSight(), `after ${mark + 1} marks`).toBe(true)
  }
  await expect(grid.field).toHaveAttribute('aria-label', /^第 31 行，经营理念/)
  for (const key of ['ArrowRight', 'ArrowLeft'])
    for (let step = 0; step < 9; step += 1) {
      await grid.press(key)
      expect(await isInSight(), `${key} ${step + 1}`).toBe(true)
    }
  await grid.press('Control+ArrowUp')
  await expect(grid.field).toHaveAttribute('aria-label', /^第 1 行，经营理念/)
  expect(await isInSight()).toBe(true)
  await expect(grid.cell(0, 'm0')).toBeVisible()
})

test('dragging selects, Shift+click extends, and dragging past the edge scrolls', async ({ grid, page }) => {
  await grid.cell(2, 'm1').hover()
  await page.mouse.down()
  await grid.cell(4, 'm3').hover()
  await page.mouse.up()
  expect(await grid.probe.summary()).toMatchObject({ rows: 3, columns: 3, count: 9, numericCount: 9 })
  await grid.cell(6, 'm4').click({ modifiers: ['Shift'] })
  expect(await grid.probe.summary()).toMatchObject({ rows: 5, columns: 4 })

  await grid.cell(0, 'm0').hover()
  await page.mouse.down()
  const size = page.viewportSize() ?? { width: 0, height: 0 }
  await page.mouse.move(300, size.height - 2)
  await page.mouse.move(302, size.height - 1)
  await expect.poll(async () => (await grid.probe.summary())?.rows).toBeGreaterThan(50)
  await page.mouse.up()
})

test('a range reaches across pinned columns, and dragging right scrolls before it does', async ({
  grid,
  page,
}) => {
  await page.setViewportSize({ width: 800, height: 500 })
  await grid.cell(1, 'name').hover()
  await page.mouse.down()
  await grid.cell(2, 'm1').hover()
  await page.mouse.up()
  expect(await grid.probe.summary()).toMatchObject({ rows: 2, columns: 4 })
  await expect(page.locator('.sheet-section-left .sheet-outline.sheet-opens-right')).toHaveCount(1)
  await expect(page.locator('.sheet-section-center .sheet-outline.sheet-opens-left')).toHaveCount(1)

  await grid.cell(1, 'm2').hover()
  await page.mouse.down()
  await grid.cell(1, 'total').hover()
  await page.mouse.move(790, 150)
  await expect(grid.cell(1, 'spend')).toBeInViewport({ ratio: 1 })
  await expect.poll(async () => (await grid.probe.summary())?.columns).toBe(10)
  await page.mouse.up()
  const outlined = await page.locator('.sheet-section-right .sheet-outline').boundingBox()
  const pinned = await grid.cell(1, 'total').boundingBox()
  expect([outlined?.x, outlined?.y]).toEqual([pinned?.x, pinned?.y])
})

test('row numbers select rows, Ctrl+click on a header its column, the corner everything', async ({
  grid,
  page,
}) => {
  await grid.cell(1, '#row').hover()
  await page.mouse.down()
  await grid.cell(3, '#row').hover()
  await page.mouse.up()
  expect(await grid.probe.summary()).toMatchObject({ rows: 3, columns: 14 })
  await grid.header('m2').click({ modifiers: ['Control'] })
  await expect.poll(() => grid.probe.summary()).toMatchObject({ rows: 10_000, columns: 1 })
  await grid.header('#row').click()
  await expect.poll(() => grid.probe.summary()).toMatchObject({ rows: 10_000, columns: 14 })
  await grid.cell(5, 'm0').click()
  await grid.press('Shift+Space')
  expect(await grid.probe.summary()).toMatchObject({ rows: 1, columns: 14 })
})

test('the selection stays on its cells when scrolled, and on its place when sorted', async ({
  grid,
  page,
}) => {
  await grid.cell(1, 'm0').click()
  await grid.cell(3, 'm1').click({ modifiers: ['Shift'] })
  const outline = page.locator('.sheet-outline')
  const aligned = async (): Promise<number> => {
    const box = await outline.boundingBox()
    const cell = await grid.cell(1, 'm0').boundingBox()
    return Math.abs((box?.y ?? 0) - (cell?.y ?? 99)) + Math.abs((box?.x ?? 0) - (cell?.x ?? 99))
  }
  expect(await aligned()).toBeLessThanOrEqual(2)
  await grid.cell(5, 'm0').hover()
  await page.mouse.wheel(0, 20)
  await expect
    .poll(() => page.locator('.ag-grid-viewport').evaluate((view) => view.scrollTop))
    .toBeGreaterThan(0)
  expect(await aligned()).toBeLessThanOrEqual(2)
  await grid.header('spend').click()
  await grid.header('spend').click()
  await expect(grid.cell(0, 'name')).toHaveText(/10000$/)
  await expect(grid.cell(0, '#row')).toHaveText('1')
  expect(await aligned()).toBeLessThanOrEqual(2)
})

test('sum and average count shown units', async ({ grid }) => {
  await grid.cell(0, 'spend').click()
  await grid.cell(1, 'spend').click({ modifiers: ['Shift'] })
  // 10,000.00 and 10,123.45 yuan, held in fen
  expect(await grid.probe.summary()).toMatchObject({ sum: 20_123.45, average: 10_061.725 })
})
