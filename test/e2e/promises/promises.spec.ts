import { findingsInBothThemes } from '../axe.ts'
import { expect, type Page, test } from '../fixtures.ts'
import { toast } from '../shell/steps.ts'
import { holdAnswer } from '../slowAnswer.ts'

test.use({ department: 'sample' })

/** The sample's 恒岳家居集团, on its portrait. */
async function openHengyue(app: Page): Promise<void> {
  await app.getByRole('link', { name: '打开 恒岳家居集团' }).click()
  await expect(app.getByText('档案完整度')).toBeVisible()
}

const head = (app: Page, title: string) => app.locator('dl > div').filter({ hasText: title })

test('a promise is written with P, ticked as kept on the portrait, and undone; the kept-rate follows', async ({
  app,
}) => {
  const promises = await holdAnswer(app, 'promises/list')
  await openHengyue(app)
  await promises.held
  await expect(head(app, '承诺兑现')).toContainText('了结 26 条中 25 条')
  await app.keyboard.press('p')
  const dialog = app.getByRole('dialog')
  await dialog.getByLabel('承诺内容').fill('寄新色卡')
  await dialog.getByLabel('到期').fill('后来')
  await expect(dialog.getByRole('alert')).toContainText('看不懂“后来”')
  await dialog.getByLabel('到期').fill('明天')
  await dialog.getByRole('button', { name: '记下' }).click()
  await expect(dialog).toBeHidden()
  const tick = app.getByRole('button', { name: '了结为兑现：寄新色卡' })
  await expect(tick).toBeVisible()
  // an answer from before the promise was written comes too late to count
  promises.letGo()
  await tick.click()
  await expect(toast(app)).toContainText('已了结为兑现“寄新色卡”')
  await expect(tick).toBeHidden()
  await expect(head(app, '承诺兑现')).toContainText('了结 27 条中 26 条')
  await toast(app).getByRole('button', { name: '撤销' }).click()
  await expect(tick).toBeVisible()
  await expect(head(app, '承诺兑现')).toContainText('了结 26 条中 25 条')
})

test('the ledger shows late promises first, settles several by key, and asks for the customer’s word', async ({
  app,
}) => {
  await app.getByRole('link', { name: '承诺', exact: true }).click()
  await expect(app.getByRole('heading', { name: '承诺台账' })).toBeVisible()
  const first = app.locator('.ag-row[row-index="0"]')
  await expect(first.first()).toContainText(/晚 \d+ 天/)
  await app.getByText('已晚', { exact: true }).click()
  const states = app.locator('.ag-cell[col-id="state"]')
  await expect(states.filter({ hasNotText: /晚/ })).toHaveCount(0)
  const late = await states.count()
  expect(late).toBeGreaterThan(1)
  // the head speaks of what is listed: both sides, each by its name, then one alone
  const told = (side: string) => app.getByText(new RegExp(`${side} \\d+ 条已晚$`))
  const count = async (side: string) => Number(/\d+/.exec((await told(side).textContent()) ?? '')?.[0])
  const theirs = await count('对方')
  expect((await count('我方')) + theirs).toBe(late)
  await expect(app.getByText('我方兑现率')).toBeVisible()
  await app.getByRole('combobox', { name: '哪一方的承诺' }).click()
  await app.getByText('对方承诺', { exact: true }).click()
  await expect(app.getByText('对方兑现率')).toBeVisible()
  await expect(states).toHaveCount(theirs)
  await expect(told('我方')).toHaveCount(0)
  await app.getByRole('combobox', { name: '哪一方的承诺' }).click()
  await app.getByText('双方', { exact: true }).last().click()
  await expect(states).toHaveCount(late)
  await states.first().click()
  await app.keyboard.press('Shift+ArrowDown')
  await app.keyboard.press('b')
  await expect(toast(app)).toContainText('已把 2 条承诺了结为失信')
  await expect(states).toHaveCount(late - 2)
  await app.keyboard.press('Control+z')
  await expect(states).toHaveCount(late)
  await states.first().click()
  await app.keyboard.press('r')
  await app.getByLabel('客户怎么说的（必填）').fill('田总说不用了')
  await app.keyboard.press('Enter')
  await expect(toast(app)).toContainText('了结为客户免除')
  await expect(states).toHaveCount(late - 1)
})

test('keys go to the tabs, and a gap of the archive leads to its field', async ({ app }) => {
  await app.getByRole('link', { name: '打开 长沙湘江集成房屋' }).click()
  await expect(app.getByText('档案完整度')).toBeVisible()
  await app.keyboard.press('3')
  await expect(app.getByRole('link', { name: /^承诺/ }).last()).toHaveAttribute('aria-current', 'page')
  await app.keyboard.press('1')
  await expect(app.getByText('档案完整度')).toBeVisible()
})

test('axe finds nothing on the ledger, the tab and the dialog', async ({ app }) => {
  test.setTimeout(180_000)
  await openHengyue(app)
  expect(await findingsInBothThemes(app), 'portrait').toEqual([])
  await app.keyboard.press('p')
  await expect(app.getByRole('dialog')).toBeVisible()
  expect(await findingsInBothThemes(app), 'new promise').toEqual([])
  await app.keyboard.press('Escape')
  await expect(app.getByRole('dialog')).toBeHidden()
  await app.getByRole('link', { name: '台账' }).click()
  await expect(app.locator('.ag-row').first()).toBeVisible()
  expect(await findingsInBothThemes(app), 'tab').toEqual([])
  await app.goto(`${app.url().replace(/#.*/, '')}#/promises`)
  await expect(app.getByRole('heading', { name: '承诺台账' })).toBeVisible()
  await expect(app.locator('.ag-row').first()).toBeVisible()
  expect(await findingsInBothThemes(app), 'ledger').toEqual([])
})
