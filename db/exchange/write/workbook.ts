import { type Cell, Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { zip } from '@cj-tech-master/excelts/archive'
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
  | { readonly value: string | number | null; readonly look: CellLook }

/** How a cell of a form looks: to be filled in, closed to whoever fills it in, or standing out. */
export type CellLook = 'open' | 'closed' | 'noted'

/** A column of a worksheet to be written. */
export interface ColumnPlan {
  readonly header: string
  /** in characters */
  readonly width: number
  readonly kind: 'text' | 'wrappedText' | 'whole' | 'decimal' | 'mark' | 'score' | 'money'
}

/** A range whose cells are chosen from a list, with the help that shows beside them. */
export interface ChoicePlan {
  /** such as E6:E53 */
  readonly range: string
  readonly choices: readonly number[]
  readonly title: string
  readonly help: string
  /** what is said to who enters something else */
  readonly refusal: string
}

/** A worksheet to be written: one header row, then rows. */
export interface WorksheetPlan {
  readonly name: string
  /** lines above the header row; those of one cell are written over the columns beside it */
  readonly above?: readonly (readonly CellPlan[])[]
  /** makes it a form: locked but for its open cells */
  readonly form?: { readonly choices: readonly ChoicePlan[] }
  /** out of sight, and not to be brought into it by a menu */
  readonly isHidden?: boolean
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
  mark: '0.00',
  score: '0.0',
  money: '#,##0.00',
}

const FONT = { name: 'Microsoft YaHei', size: 10 } as const
const LINE = { style: 'thin', color: { argb: 'FFDCE4E6' } } as const
const HEADER_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE4F0F2' } } as const
const OPEN_LINE = { style: 'thin', color: { argb: 'FF8FA5AB' } } as const
const OPEN_BORDER = { top: OPEN_LINE, left: OPEN_LINE, bottom: OPEN_LINE, right: OPEN_LINE } as const
const CLOSED_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE3E6E8' } } as const
const NOTED_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFAF3E1' } } as const
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

/** Several files as one .zip. */
export async function zipFile(files: readonly File[], name: string): Promise<File> {
  const archive = zip()
  for (const file of files) archive.add(file.name, new Uint8Array(await file.arrayBuffer()))
  return new File([new Uint8Array(await archive.bytes())], name, { type: 'application/zip' })
}

async function addWorksheet(workbook: Workbook, plan: WorksheetPlan): Promise<void> {
  const above = plan.above ?? []
  const headRow = above.length + 1
  const sheet = workbook.addWorksheet(plan.name, {
    views: [{ state: 'frozen', xSplit: plan.frozenColumns, ySplit: headRow }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `1:${headRow}`,
    },
    headerFooter: { oddHeader: `&L${escapeHeader(plan.title)}`, oddFooter: '&C&P / &N' },
  })
  sheet.columns = plan.columns.map(({ width }) => ({ width }))
  above.forEach((cells, at) => {
    addLine(sheet, plan.columns, cells, at + 1)
  })
  addHeader(sheet, plan.columns, headRow)
  for (const [index, row] of plan.rows.entries()) {
    addRow(sheet, plan.columns, row, headRow + index + 1)
    if (index % ROWS_PER_BREATH === ROWS_PER_BREATH - 1) await breathe({})
  }
  if (plan.isHidden) sheet.state = 'veryHidden'
  if (plan.form) await makeForm(sheet, plan.form.choices)
  else
    sheet.autoFilter = `A${headRow}:${columnName(Math.max(0, plan.columns.length - 1))}${plan.rows.length + headRow}`
}

/** Locks a worksheet but for its open cells. Without a password: what was changed shows when it is read back. */
async function makeForm(sheet: Worksheet, choices: readonly ChoicePlan[]): Promise<void> {
  for (const { range, choices: list, title, help, refusal } of choices)
    sheet.dataValidations.add(`range:${range}`, {
      type: 'list',
      formulae: [`"${list.join(',')}"`],
      allowBlank: true,
      showInputMessage: true,
      promptTitle: clip(title, 32),
      prompt: clip(help, 255),
      showErrorMessage: true,
      errorStyle: 'stop',
      error: clip(refusal, 255),
    })
  await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true })
}

/** Help beside a cell holds only so much. */
const clip = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`

function addLine(
  sheet: Worksheet,
  columns: readonly ColumnPlan[],
  cells: readonly CellPlan[],
  number: number,
): void {
  const isText = cells.length === 1
  sheet.getRow(number).height = isText && number === 1 ? 26 : 18
  addRow(sheet, columns, cells, number)
  const [first] = cells
  if (isText && typeof first === 'string')
    sheet.getCell(number, 1).style = {
      font: number === 1 ? { ...FONT, size: 14, bold: true } : FONT,
      alignment: { horizontal: 'left', vertical: 'middle' },
    }
}

function addHeader(sheet: Worksheet, columns: readonly ColumnPlan[], number: number): void {
  const header = sheet.getRow(number)
  header.height = columns.some(isWrapped) ? 34 : 22
  columns.forEach((column, at) => {
    const cell = header.getCell(at + 1)
    cell.value = column.header
    cell.style = {
      font: { ...FONT, bold: true },
      fill: HEADER_FILL,
      border: { bottom: LINE },
      alignment: { ...alignmentOf(column), vertical: 'middle', wrapText: true },
    }
  })
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
  cell.value = formula ? { formula: plan.formula, result: plan.value } : content
  cell.style = styleOf(column, formula || typeof content === 'number', lookOf(plan))
  if (detailed && 'comment' in plan && plan.comment !== undefined) cell.note = plan.comment
}

type Look = CellLook | 'wrong' | 'plain'

const lookOf = (plan: Exclude<CellPlan, null>): Look => {
  if (typeof plan !== 'object') return 'plain'
  if ('look' in plan) return plan.look
  return 'wrong' in plan && plan.wrong === true ? 'wrong' : 'plain'
}

const LOOKS: Readonly<Record<Look, Partial<Cell['style']>>> = {
  plain: {},
  wrong: { fill: WRONG_FILL },
  open: { border: OPEN_BORDER, protection: { locked: false } },
  closed: { fill: CLOSED_FILL },
  noted: { fill: NOTED_FILL },
}

// the library knows a style again by its identity; a style of its own for each cell takes twice the time
const styles = new Map<string, Partial<Cell['style']>>()

function styleOf(column: ColumnPlan, calculates: boolean, look: Look): Partial<Cell['style']> {
  const key = `${column.kind} ${calculates} ${look}`
  const known = styles.get(key)
  if (known) return known
  const style: Partial<Cell['style']> = {
    font: FONT,
    numFmt: formatOf(column, calculates),
    border: { bottom: LINE },
    alignment: { ...alignmentOf(column), vertical: 'middle', wrapText: column.kind === 'wrappedText' },
    ...LOOKS[look],
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
