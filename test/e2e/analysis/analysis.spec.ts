import { expect, type Page, test } from '../fixtures.ts'
import { loadSample, toast } from '../shell/steps.ts'

/** Opens an account's analysis from the list. */
async function openAnalysis(app: Page, name: string): Promise<void> {
  await app.getByRole('link', { name: `打开 ${name}` }).click()
  await app.getByRole('navigation', { name }).getByRole('link', { name: '分析', exact: true }).click()
  await expect(app.getByRole('heading', { name: 'SWOT' })).toBeVisible()
}

/** Types into a field and presses Enter. */
async function enter(app: Page, field: string, text: string): Promise<void> {
  const input = app.getByRole('textbox', { name: field, exact: true })
  await input.fill(text)
  await input.press('Enter')
}

test('a SWOT is written, moved with the keyboard, and undone', async ({ app }) => {
  await loadSample(app)
  await openAnalysis(app, '常州武进地板')
  const square = (name: string) => app.getByRole('region', { name, exact: true })
  await enter(app, '加一条优势', '付款准时')
  const point = app.getByRole('textbox', { name: '修改 付款准时' })
  await expect(square('优势').getByText('沈知远')).toBeVisible()
  await point.press('Alt+ArrowRight')
  await expect(square('劣势').getByRole('textbox', { name: '修改 付款准时' })).toBeVisible()
  await square('劣势').getByRole('textbox', { name: '修改 付款准时' }).fill('付款慢')
  await app.keyboard.press('Enter')
  await expect(square('劣势').getByRole('textbox', { name: '修改 付款慢' })).toBeVisible()
  await app.getByRole('button', { name: '删除 付款慢' }).click()
  await toast(app).getByRole('button', { name: '撤销' }).click()
  await expect(square('劣势').getByRole('textbox', { name: '修改 付款慢' })).toBeVisible()
})
