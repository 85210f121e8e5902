import { expect, type Page } from '../fixtures.ts'

/** Goes to the evaluation room. */
export async function openEvaluation(app: Page): Promise<void> {
  await app.getByRole('link', { name: '评级', exact: true }).first().click()
  await expect(app.getByRole('heading', { name: '评级', level: 1 })).toBeVisible()
}

/** Makes a sheet of the seven indicators and opens it. */
export async function newSheet(app: Page): Promise<void> {
  await openEvaluation(app)
  await app.getByRole('button', { name: '新建评分表' }).click()
  await app.getByRole('button', { name: '建立' }).click()
  await expect(app.getByRole('heading', { name: '分级考评表' })).toBeVisible()
  await expect(sheetCell(app, 1, 'name')).toHaveText('合作年限')
}

/** A cell of the editor: row from 1, column by its name in the engine. */
export const sheetCell = (app: Page, row: number, column: string) =>
  app.locator(`.ag-row[row-index="${row - 1}"] .ag-cell[col-id="${column}"]`)

/** Selects a cell and types into it. */
export async function type(app: Page, row: number, column: string, text: string): Promise<void> {
  await sheetCell(app, row, column).click()
  await app.keyboard.type(text)
  await app.keyboard.press('Enter')
}

/** Pastes a block as Excel puts it on the clipboard. */
export async function paste(app: Page, row: number, column: string, block: readonly (readonly string[])[]) {
  await sheetCell(app, row, column).click()
  await app.evaluate(
    (text) => navigator.clipboard.writeText(text),
    block.map((cells) => cells.join('\t')).join('\r\n'),
  )
  await app.keyboard.press('Control+v')
}

/** What is wrong with the sheet and what the selected indicator says. */
export const panel = (app: Page) => app.getByRole('complementary', { name: '科目详情' })
