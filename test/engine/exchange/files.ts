import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFile } from '../../../db/exchange/read/file.ts'
import { type RawCell, xlsxOf } from './makeXlsx.ts'

const FOLDER = join(import.meta.dirname, '../../fixtures/exchange')

/** A fixture as an upload. */
export const fixture = (name: string): File =>
  new File([new Uint8Array(readFileSync(join(FOLDER, name)))], name)

/** A CSV fixture as the .xlsx that a person would have: figures as numbers. */
export async function fixtureAsXlsx(name: string, as: string): Promise<File> {
  const [table] = (await readFile(fixture(name))).tables
  const rows = (table?.rows ?? []).map(({ cells }) =>
    cells.map((cell): RawCell => {
      if (cell === null) return null
      return /^-?\d+(\.\d+)?$/.test(cell.text) ? Number(cell.text) : cell.text
    }),
  )
  return xlsxOf(rows, as)
}

/** The texts of a worksheet of a workbook, by row; blank cells are empty texts. */
export async function textsOf(file: File, worksheet: string): Promise<string[][]> {
  const table = (await readFile(file)).tables.find(({ name }) => name === worksheet)
  if (!table) throw new Error(`${file.name} has no worksheet ${worksheet}`)
  return table.rows.map(({ cells }) =>
    Array.from({ length: table.columns }, (_, at) => cells[at]?.text ?? ''),
  )
}
