import { expect, type Page } from '../fixtures.ts'

/** First run: the sample department, and the list of accounts is there. */
export async function loadSample(app: Page): Promise<void> {
  await app.getByRole('button', { name: /载入示例部门/ }).click()
  await expect(app.getByRole('heading', { name: '今日', exact: true })).toBeVisible()
  await app.keyboard.press('Control+2')
  await expect(app.getByRole('heading', { name: '客户', exact: true })).toBeVisible()
  await expect(app.getByText('恒岳家居集团')).toBeVisible()
}

/** First run: an empty department. */
export async function startEmpty(app: Page): Promise<void> {
  await app.getByRole('button', { name: /空白部门/ }).click()
  await expect(app.getByRole('heading', { name: '今日', exact: true })).toBeVisible()
  await app.keyboard.press('Control+2')
  await expect(app.getByText('还没有客户', { exact: false })).toBeVisible()
}

/** Back to the list of accounts, where a department opens and most ways begin. */
export async function backToAccounts(app: Page): Promise<void> {
  await app.keyboard.press('Control+2')
  await expect(app.getByRole('heading', { name: '客户', exact: true })).toBeVisible()
  await expect(app.locator('.ag-row').first()).toBeVisible()
}

/** What the toast at the bottom says. */
export const toast = (app: Page) => app.getByTestId('toast')

/** The cell that shows this text. */
export const cell = (app: Page, text: string) => app.locator('.ag-cell').filter({ hasText: text }).first()
