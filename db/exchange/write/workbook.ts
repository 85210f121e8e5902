import { type Cell, Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { breathe, ROWS_PER_BREATH } from '../read/limits.ts'
import { columnName } from '../rules/cells.ts'

/*
 * The only module that knows the workbook library. A text is always written as a text cell, whatever it begins with,
 * and text columns are formatted as text, so that `=cmd|…` stays harmless even after somebody edits the cell.
 */

/** What stands in a cell of a workbook to be written. */
export type CellPlan =
  | string
  | number
  | null
  /** a live formula (without `=`) with the value it has now */
  | { readonly formula: string; readonly value: string | number; readonly comment?: string }
  | { readonly value: string | number | null; readonly comment: string; readonly wrong?: boolean }

/** A column of a worksheet to be written. */
export interface ColumnPlan {
  readonly header: string
  /** in characters */
  readonly width: number
  readonly kind: 'text' | 'wrappedText' | 'whole' | 'decimal' | 'score' | 'money'
}

/** A worksheet to be written: one header row, then rows. */
export interface WorksheetPlan {
  readonly name: string
  readonly columns: readonly ColumnPlan[]
  readonly rows: readonly (readonly CellPlan[])[]
  /** columns that stay in view */
  readonly frozenColumns: number
  /** printed at the top of each page */
  readonly title: string
}

const FORMATS: Readonly<Record<ColumnPlan['kind'], string>> = {
  text: '@',
  wrappedText: '@',
  whole: '0',
  decimal: '0.##',
  score: '0.0',
  money: '#,##0.00',
}

const FONT = { name: 'Microsoft YaHei', size: 10 } as const
const LINE = { style: 'thin', color: { argb: 'FFDCE4E6' } } as const
const HEADER_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE4F0F2' } } as const
const WRONG_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFDEFEB' } } as const
const A4 = 9

/** Writes a workbook: header rows repeated and pages numbered in print, A4 landscape. */
export async function writeWorkbook(worksheets: readonly WorksheetPlan[]): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new Workbook()
  workbook.creator = 'Yushui'
  // whatever a program kept of old values, it calculates afresh
  workbook.calcProperties.fullCalcOnLoad = true
  for (const plan of worksheets) await addWorksheet(workbook, plan)
  // the library's check of its own output takes as long as the writing; our tests read everything back
  return new Uint8Array(await workbook.xlsx.writeBuffer({ validate: false }))
}

/** The file as a client receives it. */
export const xlsxFile = (bytes: Uint8Array<ArrayBuffer>, name: string): File =>
  new File([bytes], name, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })

async function addWorksheet(workbook: Workbook, plan: WorksheetPlan): Promise<void> {
  const sheet = workbook.addWorksheet(plan.name, {
    views: [{ state: 'frozen', xSplit: plan.frozenColumns, ySplit: 1 }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
    headerFooter: { oddHeader: `&L${escapeHeader(plan.title)}`, oddFooter: '&C&P / &N' },
  })
  sheet.columns = plan.columns.map(({ width }) => ({ width }))
  const header = sheet.getRow(1)
  header.height = plan.columns.some(isWrapped) ? 34 : 22
  plan.columns.forEach((column, at) => {
    const cell = header.getCell(at + 1)
    cell.value = column.header
    cell.style = {
      font: { ...FONT, bold: true },
      fill: HEADER_FILL,
      border: { bottom: LINE },
      alignment: { ...alignmentOf(column), vertical: 'middle', wrapText: true },
    }
  })
  for (const [index, row] of plan.rows.entries()) {
    addRow(sheet, plan.columns, row, index + 2)
    if (index % ROWS_PER_BREATH === ROWS_PER_BREATH - 1) await breathe({})
  }
  sheet.autoFilter = `A1:${columnName(Math.max(0, plan.columns.length - 1))}${plan.rows.length + 1}`
}

function addRow(
  sheet: Worksheet,
  columns: readonly ColumnPlan[],
  cells: readonly CellPlan[],
  number: number,
): void {
  const row = sheet.getRow(number)
  cells.forEach((plan, at) => {
    const column = columns[at]
    if (plan === null || plan === '' || !column) return
    fill(row.getCell(at + 1), plan, column)
  })
}

function fill(cell: Cell, plan: Exclude<CellPlan, null>, column: ColumnPlan): void {
  const detailed = typeof plan === 'object'
  const content = detailed ? plan.value : plan
  const formula = detailed && 'formula' in plan
  const wrong = detailed && 'wrong' in plan && plan.wrong === true
  cell.value = formula ? { formula: plan.formula, result: plan.value } : content
  cell.style = styleOf(column, formula || typeof content === 'number', wrong)
  if (detailed && plan.comment !== undefined) cell.note = plan.comment
}

// the library knows a style again by its identity; a style of its own for each cell takes twice the time
const styles = new Map<string, Partial<Cell['style']>>()

function styleOf(column: ColumnPlan, calculates: boolean, wrong: boolean): Partial<Cell['style']> {
  const key = `${column.kind} ${calculates} ${wrong}`
  const known = styles.get(key)
  if (known) return known
  const style: Partial<Cell['style']> = {
    font: FONT,
    numFmt: formatOf(column, calculates),
    border: { bottom: LINE },
    alignment: { ...alignmentOf(column), vertical: 'middle', wrapText: column.kind === 'wrappedText' },
    ...(wrong ? { fill: WRONG_FILL } : {}),
  }
  styles.set(key, style)
  return style
}

/** In a cell formatted as text a formula would show itself, and a number typed anew would be a text. */
const formatOf = (column: ColumnPlan, calculates: boolean): string =>
  isText(column) && calculates ? 'General' : FORMATS[column.kind]

const isText = (column: ColumnPlan): boolean => column.kind === 'text' || column.kind === 'wrappedText'

/** Texts stand off the numbers before them. */
const alignmentOf = (column: ColumnPlan) =>
  isText(column) ? ({ horizontal: 'left', indent: 1 } as const) : ({ horizontal: 'right' } as const)

/** Whether a header needs a second line: Chinese characters are as wide as two of the letters that widths count. */
const isWrapped = ({ header, width }: ColumnPlan): boolean =>
  [...header].reduce((sum, char) => sum + (char > '\u02ff' ? 2 : 1), 2) > width

/** `&` begins a code in page headers; they hold 255 characters. */
const escapeHeader = (text: string): string => text.replaceAll('&', '&&').slice(0, 200)
