import { parseMark, toStripChar } from '../../evaluation/rules/marks.ts'
import { BALLOT_WORDS } from '../../terms/ballots.ts'
import {
  type BallotLayout,
  columnsOf,
  FIXED_COLUMNS,
  firstAccountRow,
  markColumn,
  openIndicators,
  STANDING_COLUMN,
  tidy,
} from './ballotLayout.ts'
import { type Cell, cellName, type Table, textOf } from './cells.ts'
import { type CatalogueProblem, type Fault, problem } from './problem.ts'
import { cellProblem } from './values.ts'

/** A remark in a ballot, by the places of account and indicator in its layout. */
export interface BallotRemark {
  readonly account: number
  readonly indicator: number
  readonly text: string
}

/** How a locked cell was changed; `closed`: it was closed to this evaluator. */
export const EDITS = ['changed', 'added', 'removed', 'closed'] as const

/** A locked cell that holds something else than it did when the ballot was sent out. */
export interface BallotEdit {
  readonly kind: 'edited'
  readonly reason: (typeof EDITS)[number]
  readonly cell: string
  readonly was: string
  readonly is: string
}

/** To which side of its cells a block of marks was pasted. */
export const SHIFTS = ['right', 'left', 'down'] as const

/** What a ballot's form turned out to hold. */
export type BallotReading =
  /** strip over accounts × indicators: `.` where the evaluator gives no mark */
  | { readonly kind: 'read'; readonly strip: string; readonly remarks: readonly BallotRemark[] }
  | BallotEdit
  /** marks that stand beside the cells for marks */
  | {
      readonly kind: 'shifted'
      readonly reason: (typeof SHIFTS)[number]
      readonly cell: string
      readonly cells: number
    }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }

/** The most characters that a remark holds. */
export const LONGEST_REMARK = 2_000

/** Reads a ballot's form, held against what was sent out. */
export function readBallotForm(layout: BallotLayout, table: Table): BallotReading {
  const edits = lockedCells(layout, table)
  const inHead = edits.first !== null && edits.first.row < firstAccountRow(layout)
  const shift = inHead ? null : shiftOf(layout, table, edits.strayMarks)
  if (shift) return shift
  if (edits.first) return editOf(edits.first)
  return contentOf(layout, table)
}

/** Reads a locked worksheet, held against its texts: the first cell that was changed; null where none was. */
export function firstEdit(rows: readonly (readonly string[])[], table: Table): BallotEdit | null {
  const cells = cellsByRow(table)
  const last = Math.max(rows.length, table.rows.at(-1)?.number ?? 0)
  for (let row = 1; row <= last; row += 1) {
    const width = Math.max(rows[row - 1]?.length ?? 0, cells(row).length)
    for (let column = 0; column < width; column += 1) {
      const was = rows[row - 1]?.[column] ?? ''
      const is = tidy(textOf(cells(row)[column]))
      if (was !== is) return editOf({ row, column, was, is })
    }
  }
  return null
}

interface Difference {
  readonly row: number
  readonly column: number
  readonly was: string
  readonly is: string
}

const editOf = ({ row, column, was, is }: Difference): BallotEdit => ({
  kind: 'edited',
  reason: isClosedSign(was) ? 'closed' : was === '' ? 'added' : is === '' ? 'removed' : 'changed',
  cell: cellName(row, column),
  was,
  is,
})

const isClosedSign = (text: string): boolean =>
  text === BALLOT_WORDS.zh.closed || text === BALLOT_WORDS.en.closed

const NO_CELLS: readonly (Cell | null)[] = []

function cellsByRow(table: Table): (row: number) => readonly (Cell | null)[] {
  const rows = new Map(table.rows.map(({ number, cells }) => [number, cells]))
  return (row) => rows.get(row) ?? NO_CELLS
}

/** All cells that must be as they were: the first that isn't, and those that hold a mark now. */
function lockedCells(
  layout: BallotLayout,
  table: Table,
): { first: Difference | null; strayMarks: Difference[] } {
  const cells = cellsByRow(table)
  const lastRow = Math.max(lastAccountRow(layout), table.rows.at(-1)?.number ?? 0)
  let first: Difference | null = null
  const strayMarks: Difference[] = []
  for (let row = 1; row <= lastRow; row += 1) {
    const width = Math.max(columnsOf(layout), cells(row).length)
    for (let column = 0; column < width; column += 1) {
      const was = lockedText(layout, row, column)
      if (was === null) continue
      const is = tidy(textOf(cells(row)[column]))
      if (was === is) continue
      first ??= { row, column, was, is }
      if (isMarkFigure(is)) strayMarks.push({ row, column, was, is })
    }
  }
  return { first, strayMarks }
}

const lastAccountRow = (layout: BallotLayout): number => firstAccountRow(layout) + layout.accounts.length - 1

/** What must stand in a cell; null where the evaluator may write. */
function lockedText(layout: BallotLayout, row: number, column: number): string | null {
  const account = layout.accounts[row - firstAccountRow(layout)]
  if (row < firstAccountRow(layout)) return layout.head[row - 1]?.[column] ?? ''
  if (!account || column >= columnsOf(layout)) return ''
  if (column < FIXED_COLUMNS) return account.texts[column] ?? ''
  const indicator = layout.indicators[column - FIXED_COLUMNS]
  const isOpen = account.open && (indicator?.open ?? true)
  return isOpen ? null : BALLOT_WORDS[layout.language].closed
}

/** Marks as a figure: nobody writes one as a remark, and none belongs beside the cells for marks. */
const isMarkFigure = (text: string): boolean => /^(?:10|8|6|4|2)$/.test(text.normalize('NFKC'))

/** A block pasted one column or row off shows by the marks that stand beyond the cells for them. */
function shiftOf(
  layout: BallotLayout,
  table: Table,
  strayMarks: readonly Difference[],
): BallotReading | null {
  const remarks = markedRemarks(layout, table)
  const beyond = strayMarks.filter(({ column }) => column >= columnsOf(layout))
  const under = strayMarks.filter(
    ({ row, column }) =>
      row > lastAccountRow(layout) && column >= FIXED_COLUMNS && column < columnsOf(layout),
  )
  const before = strayMarks.filter(
    ({ row, column }) => column === STANDING_COLUMN && row <= lastAccountRow(layout),
  )
  const right = [...remarks, ...beyond]
  for (const [reason, cells] of [
    ['right', right],
    ['left', before],
    ['down', under],
  ] as const) {
    const [first] = cells
    if (first)
      return { kind: 'shifted', reason, cell: cellName(first.row, first.column), cells: cells.length }
  }
  return null
}

function markedRemarks(layout: BallotLayout, table: Table): { row: number; column: number }[] {
  const from = FIXED_COLUMNS + layout.indicators.length
  return table.rows.flatMap(({ number: row, cells }) =>
    row < firstAccountRow(layout) || row > lastAccountRow(layout)
      ? []
      : cells
          .slice(from, columnsOf(layout))
          .flatMap((cell, at) => (isMarkFigure(textOf(cell)) ? [{ row, column: from + at }] : [])),
  )
}

function contentOf(layout: BallotLayout, table: Table): BallotReading {
  const cells = cellsByRow(table)
  const faults: Fault[] = []
  const remarks: BallotRemark[] = []
  const remarked = openIndicators(layout)
  const firstRemark = FIXED_COLUMNS + layout.indicators.length
  let strip = ''
  layout.accounts.forEach((row, account) => {
    const number = firstAccountRow(layout) + account
    const report = (column: number, found: CatalogueProblem): void => {
      faults.push({ cell: cellName(number, column), problem: found })
    }
    layout.indicators.forEach(({ open }, indicator) => {
      const column = markColumn(indicator)
      strip +=
        open && row.open ? markChar(cells(number)[column] ?? null, (found) => report(column, found)) : '.'
    })
    if (!row.open) return
    remarked.forEach((indicator, at) => {
      const cell = cells(number)[firstRemark + at] ?? null
      const spoilt = cell && remarkProblem(cell)
      if (spoilt) report(firstRemark + at, spoilt)
      else if (cell) remarks.push({ account, indicator, text: cell.text.trim() })
    })
  })
  return faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'read', strip, remarks }
}

function markChar(cell: Cell | null, report: (found: CatalogueProblem) => void): string {
  if (cell === null) return '-'
  const spoilt = calculated(cell)
  const mark = parseMark(cell.text)
  if (spoilt) report(spoilt)
  else if (mark === undefined) report(problem('notMark', { text: textOf(cell) }))
  return toStripChar(spoilt ? null : (mark ?? null))
}

/** A mark is a person's own: what a formula gives may change with whatever it reads. */
const calculated = (cell: Cell): CatalogueProblem | null =>
  cellProblem(cell) ?? (cell.isFormula ? problem('markFormula', { text: textOf(cell) }) : null)

function remarkProblem(cell: Cell): CatalogueProblem | null {
  const { length } = cell.text.trim()
  if (length > LONGEST_REMARK) return problem('textTooLong', { length, max: LONGEST_REMARK })
  return calculated(cell)
}
