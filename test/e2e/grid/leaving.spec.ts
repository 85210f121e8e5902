import { expect, test } from '../fixtures.ts'

test.use({ department: 'sample' })

test('a column that was widened just before the list is left is as wide when it comes back', async ({
  app,
}) => {
  await app.keyboard.press('Control+2')
  const header = app.getByRole('columnheader', { name: /年交易额/ })
  const edge = header.locator('.ag-header-cell-resize')
  const before = await header.boundingBox()
  const place = await edge.boundingBox()
  if (!before || !place) throw new Error('the column is not to be seen')
  await app.mouse.move(place.x + place.width / 2, place.y + 10)
  await app.mouse.down()
  await app.mouse.move(place.x + place.width / 2 + 60, place.y + 10, { steps: 3 })
  await app.mouse.up()
  await app.keyboard.press('Control+1')
  await expect(app.getByRole('heading', { level: 1, name: '今日' })).toBeVisible()
  await app.keyboard.press('Control+2')
  await expect
    .poll(async () => Math.round(((await header.boundingBox())?.width ?? 0) - before.width))
    .toBeGreaterThan(50)
})
