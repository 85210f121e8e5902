import { readFileSync } from 'node:fs'
import { findingsInBothThemes } from '../axe.ts'
import { expect, test } from '../fixtures.ts'
import { toast } from '../shell/steps.ts'
import { drag, drawTo, line, middle, openMap, person } from './steps.ts'

test.use({ department: 'sample' })

const near = (a: { x: number; y: number }, b: { x: number; y: number }): boolean =>
  Math.hypot(a.x - b.x, a.y - b.y) < 12

test('the map: lines by hand and without a pointer, holes and kinds of lines, export, the same as a table', async ({
  app,
}) => {
  await test.step('a line is drawn from hand to hand, told what it means, noted, and undone', async () => {
    await openMap(app)
    await drawTo(app, '高卉', '郑明霞')
    const menu = app.getByRole('dialog', { name: '新线：高卉 → 郑明霞' })
    await menu.getByRole('button', { name: '汇报' }).click()
    await expect(menu).toBeHidden()
    await expect(line(app, '高卉 → 郑明霞：汇报')).toBeAttached()
    const note = app.getByLabel('备注')
    await note.fill('采购归他管')
    await note.press('Enter')
    await app.reload()
    await line(app, '高卉 → 郑明霞：汇报').press('Enter')
    await expect(app.getByLabel('备注')).toHaveValue('采购归他管')
    await drawTo(app, '郑明霞', '高卉')
    await app.getByRole('dialog').getByRole('button', { name: '汇报' }).click()
    await expect(app.getByRole('alert')).toContainText('汇报线不能绕成圈')
    await expect(app.getByRole('alert')).toContainText('郑明霞 → 高卉 → 郑明霞')
    await line(app, '高卉 → 郑明霞：汇报').press('Enter')
    await app.getByRole('button', { name: '去掉这条线' }).click()
    await expect(line(app, '高卉 → 郑明霞：汇报')).not.toBeAttached()
    await toast(app).getByRole('button', { name: '撤销' }).click()
    await expect(line(app, '高卉 → 郑明霞：汇报')).toBeAttached()
  })
  await test.step('a hole leads to its person; kinds of lines are hidden and shown', async () => {
    await app.getByRole('button', { name: '高卉只有秦素一人认识。' }).click()
    await expect(person(app, '高卉')).toHaveAttribute('aria-pressed', 'true')
    await expect(app.getByRole('heading', { name: '高卉' })).toBeVisible()
    await app.getByRole('checkbox', { name: '我方联系' }).uncheck()
    await expect(line(app, '秦素 → 高卉：我方联系')).not.toBeAttached()
    await expect(line(app, '秦素 → 高卉：想要的')).toBeAttached()
  })
  await test.step('the map leaves as picture, PDF and table', async () => {
    await app.getByRole('checkbox', { name: '我方联系' }).check()
    const saved = async (item: string) => {
      const coming = app.waitForEvent('download')
      await app.getByRole('button', { name: '导出' }).click()
      await app.getByRole('menuitem', { name: item }).click()
      const file = await coming
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
    }
    const picture = await saved('存为图片')
    expect(picture.name).toMatch(/^恒岳家居集团-关系图-.*\.png$/)
    // the header of a PNG says its width: twice that of the drawing
    expect(picture.bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(1_720)
    const table = await saved('存为 CSV')
    expect(table.bytes.toString()).toContain('林晓舟,我方联系,郑明霞,信任')
    const pdf = await saved('存为 PDF')
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })
  await test.step('the same is drawn without a pointer, and what we want of a contact is set', async () => {
    await person(app, '唐棣').focus()
    await app.getByRole('combobox', { name: '画线到' }).fill('高卉')
    await app.keyboard.press('Enter')
    await app.getByRole('button', { name: '画线', exact: true }).click()
    await expect(line(app, '唐棣 → 高卉：我方联系')).toBeAttached()
    await app.getByRole('combobox', { name: '想要' }).click()
    await app.getByTitle('信任', { exact: true }).last().click()
    await expect(line(app, '唐棣 → 高卉：想要的')).toBeAttached()
    await expect(app.getByRole('button', { name: '唐棣与高卉：现在认识，想要信任。' })).toBeVisible()
    await expect(app.getByRole('button', { name: '高卉只有秦素一人认识。' })).toBeHidden()
  })
  await test.step('the same facts are a table: rows are added, typed and deleted', async () => {
    await app.getByText('表', { exact: true }).click()
    await app.getByRole('combobox', { name: '从' }).fill('唐海平')
    await app.keyboard.press('Enter')
    await app.getByRole('combobox', { name: '到' }).fill('吴国梁')
    await app.keyboard.press('Enter')
    await app.getByRole('button', { name: '添加一行' }).click()
    const row = app
      .locator('.ag-row')
      .filter({ hasText: '汇报' })
      .filter({ hasText: /唐海平.*吴国梁/ })
    await expect(row).toBeVisible()
    await row.locator('[col-id="note"]').click()
    await app.keyboard.type('生产线')
    await app.keyboard.press('Enter')
    await expect(row).toContainText('生产线')
    await row.locator('[col-id="note"]').click()
    await app.getByRole('button', { name: '删除所选' }).click()
    await expect(row).toBeHidden()
    await app.keyboard.press('Control+z')
    await expect(row).toContainText('生产线')
  })
})

test('the map of people: moved by hand and by key, without findings of axe', async ({ app }) => {
  test.setTimeout(180_000)
  await test.step('people are dragged and moved by arrow keys, stay there, and undo brings them back', async () => {
    await openMap(app)
    const before = await middle(app, '高卉')
    const there = { x: before.x + 60, y: before.y + 64 }
    await drag(app, before, there)
    await expect.poll(async () => near(await middle(app, '高卉'), there)).toBe(true)
    await app.getByText('已保存').waitFor()
    await person(app, '高卉').focus()
    await app.keyboard.press('Shift+ArrowUp')
    await expect.poll(async () => (await middle(app, '高卉')).y).toBeLessThan(there.y - 20)
    await app.keyboard.press('Control+z')
    await expect.poll(async () => near(await middle(app, '高卉'), there)).toBe(true)
    const gap = async () => (await middle(app, '高卉')).y - (await middle(app, '唐海平')).y
    const kept = await gap()
    await app.reload()
    await expect(person(app, '高卉')).toBeVisible()
    expect(await gap()).toBeGreaterThan(kept / 2)
    await app.keyboard.press('Control+z')
    await expect(app.getByRole('button', { name: '自动排列' })).toBeDisabled()
  })
  await test.step('axe finds nothing on map, line, person and table', async () => {
    expect(await findingsInBothThemes(app), 'map').toEqual([])
    await person(app, '高卉').focus()
    expect(await findingsInBothThemes(app), 'person').toEqual([])
    await line(app, '秦素 → 高卉：我方联系').press('Enter')
    expect(await findingsInBothThemes(app), 'line').toEqual([])
    await app.getByText('表', { exact: true }).click()
    await expect(app.locator('.ag-row').first()).toBeVisible()
    expect(await findingsInBothThemes(app), 'table').toEqual([])
  })
})
