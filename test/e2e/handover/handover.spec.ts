import { readFileSync } from 'node:fs'
import { findings } from '../axe.ts'
import { expect, type Page, test } from '../fixtures.ts'
import { toast } from '../shell/steps.ts'

test.use({ department: 'sample' })

const goTo = (app: Page, place: string) => app.evaluate((hash) => window.location.replace(hash), `#${place}`)

/** Chooses a colleague in a picker by typing the name. */
async function pick(app: Page, label: string, name: string): Promise<void> {
  await app.getByLabel(label, { exact: true }).click()
  await app.keyboard.type(name)
  await app.locator('.ant-select-item-option').filter({ hasText: name }).first().click()
}

/** Begins to hand 恒岳家居集团 over from 林晓舟 to 许若岚. */
async function begin(app: Page): Promise<void> {
  await goTo(app, '/handover')
  await app.getByRole('button', { name: '新交接' }).click()
  await pick(app, '移交人', '林晓舟')
  await pick(app, '接手人', '许若岚')
  await app.getByRole('checkbox', { name: '全选' }).uncheck()
  await app.getByLabel('筛选：名称、拼音').fill('hyjj')
  await app.getByRole('checkbox', { name: '恒岳家居集团' }).check()
  await expect(app.getByText('选了 1 家，共 10 家')).toBeVisible()
  await app.getByRole('button', { name: '开始交接' }).click()
  await expect(app.getByRole('heading', { name: '林晓舟 → 许若岚' })).toBeVisible()
}

/** Ticks the whole column of a side. */
async function tickAll(app: Page, side: '移交人' | '接手人'): Promise<void> {
  for (const box of await app.getByRole('checkbox', { name: `${side}已办` }).all()) await box.check()
}

test('an account goes to a successor once both have ticked and signed, with its open promises; undone and done again', async ({
  app,
}) => {
  test.slow()
  await begin(app)
  const place = new URL(app.url()).hash.slice(1)
  const pack = app.getByRole('article', { name: '恒岳家居集团' })
  await expect(pack.getByRole('link', { name: '吴国梁' })).toBeVisible()
  await expect(pack).toContainText('样板房专色打样送展厅')
  expect(await findings(app)).toEqual([])

  await expect(app.getByRole('button', { name: '代林晓舟签署' })).toBeDisabled()
  await tickAll(app, '移交人')
  await app.getByRole('button', { name: '代林晓舟签署' }).click()
  await tickAll(app, '接手人')
  await expect(app.getByText('沈知远代签')).toBeVisible()
  await app.getByRole('button', { name: '代许若岚签署' }).click()
  await expect(app.getByText(/1 家客户已在 .* 归许若岚负责/)).toBeVisible()
  await expect(toast(app)).toContainText('签署交接')
  expect(await findings(app)).toEqual([])

  const owner = pack.locator('dd').first()
  await expect(owner).toHaveText('许若岚')
  const promise = pack.getByRole('listitem').filter({ hasText: '样板房专色打样送展厅' }).first()
  await expect(promise).toContainText('许若岚')
  await app.keyboard.press('Control+z')
  await expect(owner).toHaveText('林晓舟')
  await expect(promise).toContainText('林晓舟')
  await app.keyboard.press('Control+y')
  await expect(owner).toHaveText('许若岚')

  const downloading = app.waitForEvent('download')
  await app.getByRole('button', { name: 'Word' }).click()
  const file = await downloading
  expect(file.suggestedFilename()).toMatch(/\.docx$/)
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')

  await goTo(app, '/handover')
  const row = app.getByRole('row', { name: /林晓舟 → 许若岚/ })
  await expect(row).toContainText('14/14')
  await expect(row).toContainText('已移交')
  expect(await findings(app)).toEqual([])
  await row.getByRole('link').click()
  await expect(app).toHaveURL(new RegExp(`${place}$`))
})

test('what leaves with a member: told by the department and by the portrait, and led to a hand-over', async ({
  app,
}) => {
  await test.step('the portrait says what is lost if its owner leaves, who else knows each contact, and leads to a hand-over', async () => {
    await app.getByRole('link', { name: '打开 恒岳家居集团' }).click()
    await app.getByRole('button', { name: /^林晓舟离开：/ }).click()
    const drawer = app.getByRole('dialog', { name: '如果林晓舟离开' })
    await expect(drawer.getByText('会断开的联系')).toBeVisible()
    await expect(drawer.getByText('没有别人', { exact: true }).first()).toBeVisible()
    expect(await findings(app)).toEqual([])
    await drawer.getByRole('button', { name: '移交…' }).click()
    const dialog = app.getByRole('dialog', { name: '新交接' })
    await expect(dialog.getByText('选了 1 家，共 10 家')).toBeVisible()
    await dialog.getByRole('button', { name: '开始交接' }).click()
    await expect(dialog.getByText('选一位接手人。')).toBeVisible()
    expect(await findings(app)).toEqual([])
  })
  await app.keyboard.press('Escape')
  await test.step('a member of the department has a page of what leaves with them', async () => {
    await goTo(app, '/department/members')
    // the grid takes the selection once its rows have come to rest
    await expect(async () => {
      await app.locator('.ag-cell').filter({ hasText: '林晓舟' }).first().click()
      await app.getByRole('button', { name: '如果离开…' }).click()
      await expect(app.getByRole('heading', { name: '如果林晓舟离开' })).toBeVisible({ timeout: 2_000 })
    }).toPass()
    expect(await findings(app)).toEqual([])
    await app.getByRole('button', { name: '移交…' }).click()
    await expect(app.getByText('选了 10 家，共 10 家')).toBeVisible()
  })
})
