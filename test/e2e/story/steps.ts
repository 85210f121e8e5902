import { readFileSync } from 'node:fs'
import { expect, type Page } from '../fixtures.ts'
import { fixture, openImport, pick, preview } from '../importing/files.ts'

/** Takes the 440 customers through the wizard, named by number. */
export async function importWholesale(app: Page): Promise<void> {
  await openImport(app)
  await pick(app, fixture('wholesale-customers.csv'))
  await app.getByRole('button', { name: '按序号起名' }).click()
  await preview(app)
  await app.getByRole('button', { name: '导入 440 行' }).click()
  await expect(app.getByRole('heading', { name: '导入完成' })).toBeVisible()
}

/** A cell of the scoring grid or of a published result: row as displayed from 1, column by its header. */
export async function gridCell(app: Page, row: number, header: string) {
  const column = await app.getByRole('columnheader', { name: header }).first().getAttribute('col-id')
  return app.locator(`.ag-row[row-index="${row - 1}"] .ag-cell[col-id="${column}"]`)
}

/** What stands in such a cell. */
export const textAt = async (app: Page, row: number, header: string): Promise<string> =>
  (await (await gridCell(app, row, header)).innerText()).trim()

/** Exports from the menu and reads what came down. */
export async function takeOut(app: Page, item: RegExp): Promise<Buffer> {
  await app.getByRole('button', { name: '导出' }).click()
  const download = app.waitForEvent('download')
  await app.getByRole('menuitem', { name: item }).click()
  return readFileSync(await (await download).path())
}

/** Publishes the round that is open. */
export async function publish(app: Page, revision: number): Promise<void> {
  await app.getByRole('button', { name: '发布', exact: true }).click()
  await app.getByRole('checkbox', { name: '我明白发布不能撤销' }).check()
  await app.getByRole('button', { name: `发布第 ${revision} 版` }).click()
  await expect(app.getByTestId('toast')).toContainText(`已发布第 ${revision} 版`)
}
