import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gbk } from '../../engine/exchange/gbk.ts'
import { expect, type Page } from '../fixtures.ts'

/** A file as a person would pick it. */
export interface PickedFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/exchange')

/** A file of test/fixtures/exchange under its own name. */
export const fixture = (name: string): PickedFile => ({
  name,
  mimeType: 'text/csv',
  buffer: readFileSync(resolve(FIXTURES, name)),
})

/** Rows as a CSV, UTF-8. */
export const csv = (name: string, rows: readonly (readonly (string | number)[])[]): PickedFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(rows.map((row) => row.join(',')).join('\r\n'), 'utf8'),
})

/** Texts in GB18030. */
export const gb18030 = (name: string, text: string): PickedFile => ({
  name,
  mimeType: 'text/csv',
  buffer: gbk(text),
})

/** Goes to the import wizard from the list of accounts. */
export async function openImport(app: Page): Promise<void> {
  await app
    .getByRole('button', { name: '导入', exact: true })
    .or(app.getByRole('button', { name: '导入客户' }))
    .first()
    .click()
  await expect(app.getByRole('heading', { name: '导入', exact: true })).toBeVisible()
}

/** Picks a file in the wizard. */
export const pick = (app: Page, file: PickedFile): Promise<void> =>
  app.getByLabel('选择文件').last().setInputFiles(file)

/** Goes on to the preview and waits for what the engine says of it. */
export async function preview(app: Page): Promise<void> {
  await app.getByRole('button', { name: '看预览' }).click()
  await expect(app.getByRole('button', { name: /^全部 [\d,]+$/ })).toBeVisible()
  await expect(app.getByRole('button', { name: /^导入 [\d,]+ 行$|行要处理$/ })).toBeVisible()
}

/** A cell of the preview: row as the file numbers it, column by its header. */
export async function previewCell(app: Page, row: number, header: string) {
  const column = app.locator('.ag-header-cell').filter({ hasText: header }).first()
  const id = await column.getAttribute('col-id')
  return app.locator(`.ag-row[row-id="${row}"] .ag-cell[col-id="${id}"]`)
}
