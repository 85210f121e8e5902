import { findingsInBothThemes } from '../axe.ts'
import { expect, type Page, test } from '../fixtures.ts'
import { backToAccounts } from '../shell/steps.ts'

test.use({ department: 'sample' })

const words = (app: Page) => app.getByRole('combobox', { name: '搜索与命令' })
const options = (app: Page) => app.getByRole('option')

test('the palette finds as one types, narrows, runs and goes by keyboard alone, without findings of axe', async ({
  app,
}) => {
  await test.step('Enter that ends an input method’s composition opens nothing', async () => {
    await app.keyboard.press('Control+k')
    const words = app.getByRole('combobox', { name: '搜索与命令' })
    await words.fill('恒岳')
    await expect(app.getByRole('option').first()).toContainText('恒岳家居集团')
    await words.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
    await expect(words).toBeVisible()
    await expect(app.getByRole('heading', { name: '客户', exact: true })).toBeVisible()
  })
  await test.step('the palette finds accounts by pinyin and opens them by keyboard alone', async () => {
    await app.keyboard.press('Escape')
    await app.keyboard.press('Control+k')
    const words = app.getByRole('combobox', { name: '搜索与命令' })
    await expect(words).toBeFocused()
    await app.keyboard.type('hyjj')
    await expect(app.getByRole('option').first()).toContainText('恒岳家居集团')
    await expect(app.locator('mark').first()).toHaveText('恒岳家居')
    await app.keyboard.press('Enter')
    await expect(app.getByRole('heading', { name: '恒岳家居集团' })).toBeVisible()
    await app.keyboard.press('Alt+ArrowLeft')
    await expect(app.getByRole('heading', { name: '客户', exact: true })).toBeVisible()
  })
  await test.step('the palette narrows to accounts and to commands, runs a command, and closes on Esc', async () => {
    await app.keyboard.press('Control+k')
    await expect(app.getByRole('option', { name: '去部门' })).toBeVisible()
    await app.keyboard.press('Tab')
    await expect(app.getByRole('option', { name: '去部门' })).toBeHidden()
    await app.keyboard.press('Escape')
    await expect(app.getByRole('combobox', { name: '搜索与命令' })).toBeHidden()
    await app.keyboard.press('Control+k')
    await app.keyboard.type('>历史')
    await expect(app.getByRole('option')).toHaveCount(1)
    await app.keyboard.press('Enter')
    await expect(app.getByRole('columnheader', { name: '做了什么' })).toBeVisible()
  })
  await backToAccounts(app)
  await test.step('accounts are found by name, one character, initials, pinyin and a mix, and say how', async () => {
    await app.keyboard.press('Control+k')
    for (const [typed, marked, how] of [
      ['恒岳', '恒岳', '名称'],
      ['岳', '岳', '名称中间'],
      ['hyjj', '恒岳家居', '拼音首字母'],
      ['hengyuejia', '恒岳家', '全拼'],
      ['h岳家居', '恒岳家居', '拼音与汉字混写'],
    ] as const) {
      await words(app).fill(typed)
      await expect(options(app).first()).toContainText('恒岳家居集团')
      await expect(app.locator('mark').first()).toHaveText(marked)
      await expect(app.getByText(new RegExp(`${how}.*，\\d+ 条，\\d+ 毫秒`))).toBeVisible()
    }
    await words(app).fill('hyjj')
    await expect(options(app).first()).toContainText('héng yuè jiā jū')
    await expect(app.getByText('客户', { exact: true }).last()).toBeVisible()
  })
  await test.step('the palette has no findings of axe', async () => {
    await words(app).fill('hy')
    await expect(options(app).first()).toContainText('恒岳')
    expect(await findingsInBothThemes(app)).toEqual([])
  })
  await test.step('where one was stands first in the empty palette', async () => {
    await app.keyboard.press('Escape')
    await app.keyboard.press('Control+k')
    await words(app).fill('hyjj')
    await app.keyboard.press('Enter')
    await expect(app.getByRole('heading', { name: '恒岳家居集团' })).toBeVisible()
    await app.keyboard.press('Control+8')
    await expect(app.getByRole('heading', { name: '部门' })).toBeVisible()
    await app.keyboard.press('Control+k')
    await expect(options(app).first()).toContainText('恒岳家居集团')
    await app.keyboard.press('Enter')
    await expect(app.getByRole('heading', { name: '恒岳家居集团' })).toBeVisible()
  })
  await test.step('Enter right after typing opens what was typed, not what stood there before', async () => {
    await app.keyboard.press('Control+k')
    await words(app).fill('恒岳')
    await expect(options(app).first()).toContainText('恒岳家居集团')
    await words(app).fill('南浔')
    await app.keyboard.press('Enter')
    await expect(app.getByRole('heading', { name: '南浔木业' })).toBeVisible()
    await app.keyboard.press('Control+k')
    await expect(options(app).first()).not.toContainText('南浔木业')
  })
})

test('the palette hears keys at once, narrows to one group, and knows what is deleted', async ({ app }) => {
  await test.step('keys typed right after the first Ctrl+K all land in the palette, none on the page beneath', async () => {
    await app.getByRole('link', { name: '打开 恒岳家居集团' }).click()
    await expect(app.getByRole('heading', { name: '最新日志' })).toBeVisible()
    await app.reload()
    await expect(app.getByRole('heading', { name: '最新日志' })).toBeVisible()
    await app.keyboard.press('Control+k')
    await app.keyboard.type('lp')
    await expect(words(app)).toHaveValue('lp')
    await expect(app.getByRole('dialog')).toHaveCount(1)
  })
  await app.keyboard.press('Escape')
  await backToAccounts(app)
  await test.step('Tab narrows to one group, what is deleted is gone, an undo brings it back', async () => {
    await app.keyboard.press('Control+k')
    await words(app).fill('linxiaozhou')
    await expect(options(app).first()).toContainText('林晓舟')
    await app.keyboard.press('Tab')
    await expect(options(app)).toHaveCount(0)
    await app.keyboard.press('Shift+Tab')
    await expect(options(app).first()).toContainText('林晓舟')
    await app.keyboard.press('Escape')
    await app.getByRole('button', { name: '移除示例' }).click()
    await expect(app.getByText('还没有客户', { exact: false })).toBeVisible()
    await app.keyboard.press('Control+k')
    await words(app).fill('恒岳')
    await expect(app.getByText('没有找到“恒岳”', { exact: false })).toBeVisible()
    await app.keyboard.press('Escape')
    await app.keyboard.press('Control+z')
    await expect(app.getByText('恒岳家居集团')).toBeVisible()
    await app.keyboard.press('Control+k')
    await words(app).fill('恒岳')
    await expect(options(app).first()).toContainText('恒岳家居集团')
  })
})
