import { findings } from '../axe.ts'
import { expect, type Page, test } from '../fixtures.ts'
import { toast } from '../shell/steps.ts'

test.use({ department: 'sample' })

const dialog = (window: Page) => window.getByRole('dialog', { name: '记日志' })
const words = (window: Page) => dialog(window).getByLabel('发生了什么')
const keptNote = (window: Page) => dialog(window).getByRole('status').filter({ hasText: '草稿' })

/** Opens an account's page from wherever the window is: a new one begins where the last was. */
async function openAccount(window: Page, name: string): Promise<void> {
  await window.getByRole('link', { name: '客户', exact: true }).first().click()
  await window.getByRole('link', { name: `打开 ${name}` }).click()
  await expect(window.getByRole('heading', { name: '最新日志' })).toBeVisible()
}

/** Saves a line with the quick entry. */
async function writeLine(window: Page, text: string): Promise<void> {
  await window.keyboard.press('Control+l')
  await words(window).fill(text)
  await words(window).press('Control+Enter')
  await expect(dialog(window)).toBeHidden()
}

/** Opens the quick entry, types into it and puts it away. */
async function leaveDraft(window: Page, text: string): Promise<void> {
  await window.keyboard.press('Control+l')
  await words(window).fill(text)
  await window.keyboard.press('Escape')
  await expect(dialog(window)).toBeHidden()
}

test('a draft is its window’s own, after a reload and for a tab that was copied', async ({
  app,
  openWindow,
}) => {
  await openAccount(app, '恒岳家居集团')
  await test.step('a draft is its window’s own: another window neither shows nor clears it, and it outlives a reload', async () => {
    const other = await openWindow()
    await openAccount(other, '佛山美颂家具')
    await leaveDraft(app, '问明年框架协议')
    await other.keyboard.press('Control+l')
    await expect(words(other)).toHaveValue('')
    await words(other).fill('来看样板间')
    await other.keyboard.press('Control+Enter')
    await expect(toast(other)).toContainText('已记日志“佛山美颂家具”')
    await app.reload()
    await expect(app.getByRole('heading', { name: '最新日志' })).toBeVisible()
    await app.keyboard.press('Control+l')
    await expect(words(app)).toHaveValue('问明年框架协议')
  })
  await test.step('a tab that was copied with its session has a draft of its own', async () => {
    await app.keyboard.press('Escape')
    await expect(dialog(app)).toBeHidden()
    const opening = app.context().waitForEvent('page')
    await app.evaluate(() => void window.open(window.location.href))
    const copy = await opening
    await expect(copy.getByRole('heading', { name: '最新日志' })).toBeVisible()
    await copy.keyboard.press('Control+l')
    await expect(words(copy)).toHaveValue('')
    await app.keyboard.press('Control+l')
    await expect(words(app)).toHaveValue('问明年框架协议')
  })
})

test('drafts of closed windows come up one after the other and say for which account they are', async ({
  app,
  openWindow,
}) => {
  await openAccount(app, '恒岳家居集团')
  const other = await openWindow()
  await openAccount(other, '佛山美颂家具')
  await leaveDraft(app, '问明年框架协议')
  await leaveDraft(other, '来看样板间')
  const later = await openWindow()
  await app.close()
  await other.close()
  await openAccount(later, '恒岳家居集团')
  await later.keyboard.press('Control+l')
  await expect(words(later)).toHaveValue('来看样板间')
  await expect(keptNote(later)).toContainText('佛山美颂家具')
  expect(await findings(later)).toEqual([])
  await words(later).press('Control+Enter')
  await expect(toast(later)).toContainText('已记日志“佛山美颂家具”')
  await later.keyboard.press('Control+l')
  await expect(words(later)).toHaveValue('问明年框架协议')
  await expect(keptNote(later)).toContainText('恒岳家居集团')
  await dialog(later).getByRole('button', { name: '清空草稿' }).click()
  await expect(keptNote(later)).toBeHidden()
  await later.keyboard.press('Escape')
  await later.keyboard.press('Control+l')
  await expect(words(later)).toHaveValue('')
})

test('a correction outlives Escape and a reload, says so where the entry changed meanwhile, and is dropped by its button', async ({
  app,
  openWindow,
}) => {
  await openAccount(app, '恒岳家居集团')
  await writeLine(app, '谈了价格')
  await app.getByText('谈了价格').click()
  const form = (window: Page) => window.getByRole('form', { name: '更正日志' })
  const text = (window: Page) => form(window).getByLabel('发生了什么')
  const correct = (window: Page) => window.getByRole('button', { name: '更正', exact: true }).click()
  await correct(app)
  await text(app).fill('谈了价格和账期')
  await text(app).press('Escape')
  await expect(form(app)).toBeHidden()
  await correct(app)
  await expect(text(app)).toHaveValue('谈了价格和账期')
  await app.reload()
  await correct(app)
  await expect(text(app)).toHaveValue('谈了价格和账期')
  await expect(form(app).getByRole('status')).toBeHidden()
  await text(app).press('Escape')
  const other = await openWindow()
  await expect(other.getByText('谈了价格', { exact: true })).toBeVisible()
  await correct(other)
  await expect(text(other)).toHaveValue('谈了价格')
  await text(other).fill('谈了交期')
  await form(other).getByRole('button', { name: '保存更正' }).click()
  await expect(app.getByText('谈了交期', { exact: true })).toBeVisible()
  await correct(app)
  await expect(text(app)).toHaveValue('谈了价格和账期')
  await expect(form(app).getByRole('status')).toContainText('在别处更正过')
  expect(await findings(app)).toEqual([])
  await form(app).getByRole('button', { name: '放弃改动' }).click()
  await correct(app)
  await expect(text(app)).toHaveValue('谈了交期')
})

test('the quick entry: drafts, Escape, refusals', async ({ app }) => {
  await test.step('a draft outlives closing and a reload; 100,000 characters from Word are refused and stay in the box', async () => {
    await openAccount(app, '恒岳家居集团')
    await app.keyboard.press('Control+l')
    await words(app).fill('问明年框架协议')
    await app.keyboard.press('Escape')
    await expect(dialog(app)).toBeHidden()
    await app.reload()
    await expect(app.getByRole('heading', { name: '最新日志' })).toBeVisible()
    await app.keyboard.press('Control+l')
    await expect(words(app)).toHaveValue('问明年框架协议')
    expect(await findings(app)).toEqual([])
    await words(app).fill('长'.repeat(100_000))
    await expect(dialog(app).getByText('最多 20,000 字，现在是 100,000 字')).toBeVisible()
    await app.keyboard.press('Control+Enter')
    await expect(dialog(app).getByText('日志没有保存。')).toBeVisible()
    await expect(words(app)).toHaveValue(/^长{100000}$/)
    await words(app).fill('要点')
    await dialog(app).getByLabel('哪天').first().fill('改天')
    await expect(dialog(app).getByText('“改天”不是日期')).toBeVisible()
    await app.keyboard.press('Control+Enter')
    await expect(dialog(app).getByLabel('哪天').first()).toBeFocused()
    await dialog(app).getByLabel('哪天').first().fill('昨天')
    await app.keyboard.press('Control+Enter')
    await expect(dialog(app)).toBeHidden()
    await app.keyboard.press('Control+l')
    await expect(words(app)).toHaveValue('')
  })
  await app.keyboard.press('Escape')
  await expect(dialog(app)).toBeHidden()
  await test.step('Escape closes the list of names first, and only then what is around it', async () => {
    const list = app.locator('.ant-mentions-dropdown')
    await app.keyboard.press('Control+l')
    for (const sign of ['@', '#']) {
      await words(app).fill('')
      await words(app).pressSequentially(`和${sign}h`)
      await expect(list).toBeVisible()
      await app.keyboard.press('Escape')
      await expect(list).toBeHidden()
      await expect(words(app)).toHaveValue(`和${sign}h`)
      await expect(words(app)).toBeFocused()
    }
    await dialog(app).getByLabel('客户').press('ArrowDown')
    await expect(app.locator('.ant-select-dropdown').first()).toBeVisible()
    await app.keyboard.press('Escape')
    await expect(app.locator('.ant-select-dropdown').first()).toBeHidden()
    await expect(dialog(app)).toBeVisible()
    await app.keyboard.press('Escape')
    await expect(dialog(app)).toBeHidden()
  })
  await test.step('the browser’s Back takes the page away, and the dialog over it too', async () => {
    await app.keyboard.press('Control+l')
    await words(app).fill('问样板间')
    await app.goBack()
    await expect(dialog(app)).toBeHidden()
    await app.goForward()
    await expect(app.getByRole('heading', { name: '最新日志' })).toBeVisible()
    await expect(dialog(app)).toBeHidden()
    await app.keyboard.press('Control+l')
    await expect(words(app)).toHaveValue('问样板间')
    await app.keyboard.press('Escape')
  })
  await test.step('a refusal of a text that is too long goes as soon as the text fits, and counts as the box does', async () => {
    await app.keyboard.press('Control+l')
    await words(app).fill(`${'长'.repeat(105_022)}\n`)
    await words(app).press('Control+Enter')
    const refused = dialog(app).getByRole('alert').filter({ hasText: '日志没有保存。' })
    await expect(refused).toContainText('现在是 105,022 字')
    await expect(dialog(app).getByText('现在是 105,022 字：留下要点')).toBeVisible()
    await words(app).fill('长'.repeat(30_000))
    await expect(refused).toContainText('现在是 30,000 字')
    await words(app).fill('长'.repeat(20_000))
    await expect(dialog(app).getByRole('alert')).toHaveCount(0)
  })
})
