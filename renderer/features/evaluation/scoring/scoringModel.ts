import { dayOf } from '../../../../db/accounts/rules/days.ts'
import { figureToDecimal } from '../../../../db/accounts/rules/figures.ts'
import type { Exception, Indicator, OpenRound } from '../../../../db/evaluation/contract.ts'
import { type Measure, measureOf } from '../../../../db/evaluation/rules/bands.ts'
import { holdsOn } from '../../../../db/evaluation/rules/exceptions.ts'
import {
  type FigureColumn,
  type Grades,
  gradeAll,
  gradeRow,
  type MarkTable,
  markTable,
  NO_SCORE,
  standingWith,
} from '../../../../db/evaluation/rules/grade.ts'
import { isMark, type Mark, toStripChar } from '../../../../db/evaluation/rules/marks.ts'
import { scoreOfSums } from '../../../../db/evaluation/rules/score.ts'
import { type SheetFault, sheetFaults } from '../../../../db/evaluation/rules/sheet.ts'
import type { Standing } from '../../../../db/evaluation/rules/tiers.ts'
import type { AccountId, IndicatorId } from '../../../../db/kernel/ids.ts'
import { type Gesture, LEFT_ALONE, type MarkWrite, writtenCells } from './markWrite.ts'

/** A judged cell and the mark to put into it; rows and columns as in the round. */
export interface CellMark {
  readonly row: number
  readonly column: number
  readonly mark: Mark | null
}

/** How an account's total came about: over all its cells, scaled over the marked ones, or too little is marked. */
export interface Total {
  readonly kind: 'complete' | 'scaled' | 'partial'
  /** tenths of a point; of a partial total what the marked cells give, not scaled */
  readonly tenths: number
}

/** How many accounts stand where. */
export type StandingCounts = Readonly<Record<Standing, number>>

type FigureOfRound = OpenRound['figures'][number]

const MAX_TENTHS = 1_000

/**
 * A round as the grid works on it: marks in typed arrays, totals, tiers and ranks kept up to date edit by edit (A6, A7).
 * One edit regrades one account; how many accounts have each score is kept, so any rank is one look-up.
 */
export class ScoringModel {
  readonly round: OpenRound
  readonly indicators: readonly Indicator[]
  readonly measures: readonly Measure[]
  /** hundredths of a percent, in the order of the indicators */
  readonly weights: readonly number[]
  /** what keeps the sheet from grading; totals exist only where this is empty */
  readonly faults: readonly SheetFault[]
  readonly table: MarkTable
  readonly grades: Grades
  /** cells in all that are to be marked here */
  readonly cells: number
  readonly #figures: readonly (FigureOfRound | null)[]
  readonly #rowOf: ReadonlyMap<string, number>
  readonly #columnOf: ReadonlyMap<string, number>
  readonly #notes = new Map<number, string>()
  readonly #exceptions = new Map<number, Exception>()
  readonly #closedRows: ReadonlySet<number>
  readonly #closedColumns: ReadonlySet<number>
  readonly #ownRows: ReadonlySet<number>
  readonly #countAt = new Int32Array(MAX_TENTHS + 1)
  readonly #rankAt = new Int32Array(MAX_TENTHS + 1)
  readonly #standings: Record<Standing, number> = { key: 0, main: 0, ordinary: 0, small: 0, insufficient: 0 }
  #marked = 0
  #lacking = 0

  /** @param strip the given marks where they differ from the round's, because edits are still on their way */
  constructor(round: OpenRound, strip: string = round.marks) {
    this.round = round
    this.indicators = round.sheet.indicators
    this.measures = this.indicators.map(({ standards }) => measureOf(standards))
    this.weights = this.indicators.map(({ weight }) => weight)
    this.faults = sheetFaults(
      this.indicators.map((indicator) => ({ ...indicator, hasFigure: indicator.figureId !== null })),
    )
    const figureOf = new Map(round.figures.map((column) => [column.figure.id, column]))
    this.#figures = this.indicators.map(({ figureId }, column) =>
      figureId !== null && this.isBanded(column) ? (figureOf.get(figureId) ?? null) : null,
    )
    this.#rowOf = new Map(round.accounts.ids.map((id, row) => [id, row]))
    this.#columnOf = new Map(this.indicators.map(({ id }, column) => [id, column]))
    this.table = markTable(strip, round.accounts.ids.length, this.measures, this.#figures.map(decimals))
    this.grades = gradeAll(this.table, this.weights)
    if (this.faults.length > 0) this.grades.scores.fill(NO_SCORE)
    const rowsOf = (ids: readonly string[] = []) => new Set(ids.flatMap((id) => this.#rowOf.get(id) ?? []))
    this.#closedRows = rowsOf(round.evaluator?.closedAccounts)
    this.#ownRows = rowsOf(round.evaluator?.ownAccounts)
    this.#closedColumns = new Set(
      (round.evaluator?.closedIndicators ?? []).flatMap((id) => this.#columnOf.get(id) ?? []),
    )
    const columns = this.indicators.filter((_, column) => this.isMarkable(column)).length
    this.cells = (this.table.accounts - this.#closedRows.size) * columns
    for (const { accountId, indicatorId, text } of round.notes) {
      const cell = this.cellOf(accountId, indicatorId)
      if (cell) this.#notes.set(this.#at(cell.row, cell.column), text)
    }
    const today = dayOf(Date.now())
    for (const exception of round.exceptions) {
      const row = this.#rowOf.get(exception.accountId)
      // one that has ended is listed, and counts no longer
      if (row !== undefined && holdsOn(exception, today)) this.#exceptions.set(row, exception)
    }
    this.#countAll()
  }

  /** The exceptions that count: one that has ended doesn't. */
  get exceptions(): readonly Exception[] {
    return [...this.#exceptions.values()]
  }

  /** Whether the sheet is sound and there are totals. */
  get isGraded(): boolean {
    return this.faults.length === 0
  }

  /** Judged cells that hold a mark. */
  get markedCells(): number {
    return this.#marked
  }

  /** Accounts by standing, exceptions counted where they were placed. */
  get standings(): StandingCounts {
    return this.#standings
  }

  /** Accounts that stand in a tier although cells of theirs are empty. */
  get lacking(): number {
    return this.#lacking
  }

  isBanded(column: number): boolean {
    return this.measures[column]?.kind === 'banded'
  }

  /** Whether people give the marks of a column. */
  isJudged(column: number): boolean {
    return this.measures[column]?.kind === 'judged'
  }

  /** Whether whoever marks here gives the marks of a column: judged, and on a ballot within its competence. */
  isMarkable(column: number): boolean {
    return this.isJudged(column) && !this.#closedColumns.has(column)
  }

  /** Whether a cell is to be marked here; an evaluator may be excused from its account. */
  isOpen(row: number, column: number): boolean {
    return this.isMarkable(column) && !this.#closedRows.has(row)
  }

  /** Whether the account is the evaluator's own. */
  isOwn(row: number): boolean {
    return this.#ownRows.has(row)
  }

  /** The mark that counts: the given one, or the one that the figure earns. */
  mark(row: number, column: number): Mark | null {
    const mark = this.table.cells[this.#at(row, column)] ?? 0
    return isMark(mark) ? mark : null
  }

  /** How many cells of an account are unmarked. */
  blanks(row: number): number {
    return this.grades.blanks[row] ?? 0
  }

  /** Whether a judged cell of an account is unmarked: what a person can do something about. */
  hasBlank(row: number): boolean {
    return this.measures.some((_, column) => this.isOpen(row, column) && this.mark(row, column) === null)
  }

  /** tenths of a point, null where there is none */
  score(row: number): number | null {
    const score = this.grades.scores[row] ?? NO_SCORE
    return score === NO_SCORE ? null : score
  }

  /** What stands in the total's cell; null while the sheet is faulty. */
  total(row: number): Total | null {
    if (!this.isGraded) return null
    const tenths = this.score(row)
    if (tenths !== null) return { kind: this.blanks(row) === 0 ? 'complete' : 'scaled', tenths }
    return { kind: 'partial', tenths: this.#partialTenths(row) }
  }

  /** The same as a bare number, for sorting 10,000 of them; null while the sheet is faulty. */
  totalTenths(row: number): number | null {
    if (!this.isGraded) return null
    const score = this.grades.scores[row] ?? NO_SCORE
    return score === NO_SCORE ? this.#partialTenths(row) : score
  }

  /** Where an account stands (A7); null while the sheet is faulty. */
  standing(row: number): Standing | null {
    return this.isGraded ? this.#standingOf(row) : null
  }

  /** 1 is the best; equal scores share a rank (1, 2, 2, 4). */
  rank(row: number): number | null {
    const score = this.score(row)
    return score === null ? null : (this.#rankAt[score] ?? null)
  }

  note(row: number, column: number): string {
    return this.#notes.get(this.#at(row, column)) ?? ''
  }

  /** Keeps a note, or takes it away where the text is blank. */
  setNote(row: number, column: number, text: string): void {
    if (text.trim() === '') this.#notes.delete(this.#at(row, column))
    else this.#notes.set(this.#at(row, column), text)
  }

  exception(row: number): Exception | null {
    return this.#exceptions.get(row) ?? null
  }

  /** The figure behind a banded cell, stored units; null for judged columns and columns without a figure. */
  figure(row: number, column: number): { figure: FigureOfRound['figure']; value: number | null } | null {
    const found = this.#figures[column]
    return found ? { figure: found.figure, value: found.values[row] ?? null } : null
  }

  /** Where a cell is; null when the account or indicator takes no part (any more). */
  cellOf(accountId: string, indicatorId: string): { row: number; column: number } | null {
    const row = this.#rowOf.get(accountId)
    const column = this.#columnOf.get(indicatorId)
    return row === undefined || column === undefined ? null : { row, column }
  }

  /** Where an account is; null when it takes no part (any more). */
  rowOf(accountId: string): number | null {
    return this.#rowOf.get(accountId) ?? null
  }

  accountId(row: number): AccountId | undefined {
    return this.round.accounts.ids[row]
  }

  accountName(row: number): string {
    return this.round.accounts.names[row] ?? ''
  }

  /** Puts marks into judged cells and grades the accounts concerned again; answers with their rows. */
  set(cells: Iterable<CellMark>): readonly number[] {
    const rows = new Set<number>()
    for (const { row, column, mark } of cells) {
      if (!this.isOpen(row, column) || row < 0 || row >= this.table.accounts) continue
      const at = this.#at(row, column)
      const before = this.table.cells[at] ?? 0
      const after = mark ?? 0
      if (before === after) continue
      this.table.cells[at] = after
      this.#marked += Number(after !== 0) - Number(before !== 0)
      rows.add(row)
    }
    for (const row of rows) this.#regrade(row)
    if (rows.size > 0) this.#rankAll()
    return [...rows]
  }

  /**
   * The write that takes the cells from what they hold now to these marks; call before {@link set}. Built on bytes,
   * because a paste may be the whole round.
   */
  writeOf(gesture: Gesture, cells: readonly CellMark[]): MarkWrite {
    const rows = placesOf(cells, ({ row }) => row, this.table.accounts)
    const columns = placesOf(cells, ({ column }) => column, this.table.indicators)
    const width = columns.used.length
    const expected = new Uint8Array(rows.used.length * width).fill(CODE_LEFT_ALONE)
    const marks = expected.slice()
    for (const { row, column, mark } of cells) {
      const at = (rows.placeOf[row] ?? 0) * width + (columns.placeOf[column] ?? 0)
      if (marks[at] === CODE_LEFT_ALONE)
        expected[at] = STRIP_CODE[this.table.cells[this.#at(row, column)] ?? 0] ?? CODE_LEFT_ALONE
      marks[at] = STRIP_CODE[mark ?? 0] ?? CODE_LEFT_ALONE
    }
    return {
      gesture,
      accountIds: rows.used.flatMap((row) => this.round.accounts.ids[row] ?? []),
      indicatorIds: columns.used.flatMap((column): IndicatorId[] => {
        const indicator = this.indicators[column]
        return indicator ? [indicator.id] : []
      }),
      expected: ASCII.decode(expected),
      marks: ASCII.decode(marks),
    }
  }

  /** What an account would score if one cell held another mark, tenths; null where too little would be marked. */
  scoreIf(row: number, column: number, mark: Mark | null): number | null {
    const weight = this.weights[column] ?? 0
    const now = this.mark(row, column)
    const { sum, markedWeight } = this.#sums(row)
    const score = scoreOfSums(
      100 * (sum + ((mark ?? 0) - (now ?? 0)) * weight),
      markedWeight + (Number(mark !== null) - Number(now !== null)) * weight,
      this.blanks(row) + Number(mark === null) - Number(now === null),
    )
    return score.kind === 'insufficient' ? null : score.tenths
  }

  #at(row: number, column: number): number {
    return row * this.table.indicators + column
  }

  #sums(row: number): { sum: number; markedWeight: number } {
    let sum = 0
    let markedWeight = 0
    for (let column = 0; column < this.table.indicators; column += 1) {
      const mark = this.table.cells[this.#at(row, column)] ?? 0
      if (mark === 0) continue
      sum += mark * (this.weights[column] ?? 0)
      markedWeight += this.weights[column] ?? 0
    }
    return { sum, markedWeight }
  }

  /** What the marked cells alone give; Σ mark × weight is in thousandths of a point. */
  #partialTenths(row: number): number {
    return Math.floor((this.#sums(row).sum + 50) / 100)
  }

  #standingOf(row: number): Standing {
    return standingWith(
      this.grades.scores[row] ?? NO_SCORE,
      this.round.borders,
      this.#exceptions.get(row)?.tier,
    )
  }

  #regrade(row: number): void {
    this.#count(row, -1)
    gradeRow(this.table, this.weights, row, this.grades)
    if (!this.isGraded) this.grades.scores[row] = NO_SCORE
    this.#count(row, 1)
  }

  #count(row: number, by: 1 | -1): void {
    const score = this.grades.scores[row] ?? NO_SCORE
    if (score !== NO_SCORE) this.#countAt[score] = (this.#countAt[score] ?? 0) + by
    const standing = this.#standingOf(row)
    this.#standings[standing] += by
    if (standing !== 'insufficient' && this.blanks(row) > 0) this.#lacking += by
  }

  #countAll(): void {
    const columns = this.measures.flatMap((_, column) => (this.isMarkable(column) ? [column] : []))
    for (let row = 0; row < this.table.accounts; row += 1) {
      this.#count(row, 1)
      if (this.#closedRows.has(row)) continue
      for (const column of columns) if (this.table.cells[this.#at(row, column)] !== 0) this.#marked += 1
    }
    this.#rankAll()
  }

  #rankAll(): void {
    let better = 0
    for (let tenths = MAX_TENTHS; tenths >= 0; tenths -= 1) {
      this.#rankAt[tenths] = better + 1
      better += this.#countAt[tenths] ?? 0
    }
  }
}

/** A round's given marks with writes laid over them that it may not hold yet. */
export function overlaid(round: OpenRound, writes: readonly MarkWrite[]): string {
  if (writes.length === 0) return round.marks
  const width = round.sheet.indicators.length
  const rowOf = new Map<string, number>(round.accounts.ids.map((id, row) => [id, row]))
  const columnOf = new Map<string, number>(round.sheet.indicators.map(({ id }, column) => [id, column]))
  const strip = [...round.marks]
  for (const write of writes)
    for (const { accountId, indicatorId, mark } of writtenCells(write)) {
      const row = rowOf.get(accountId)
      const column = columnOf.get(indicatorId)
      if (row !== undefined && column !== undefined && mark !== LEFT_ALONE) strip[row * width + column] = mark
    }
  return strip.join('')
}

const ASCII = new TextDecoder()
const CODE_LEFT_ALONE = LEFT_ALONE.charCodeAt(0)

/** The strip character's code for each value of a cell, 0 for unmarked. */
const STRIP_CODE: readonly number[] = Array.from({ length: 11 }, (_, value) =>
  toStripChar(isMark(value) ? value : null).charCodeAt(0),
)

/** Which of `count` rows or columns cells touch, in order, and the place of each among them. */
function placesOf(cells: readonly CellMark[], of: (cell: CellMark) => number, count: number) {
  const placeOf = new Int32Array(count).fill(-1)
  for (const cell of cells) placeOf[of(cell)] = 0
  const used: number[] = []
  placeOf.forEach((touched, at) => {
    if (touched === 0) placeOf[at] = used.push(at) - 1
  })
  return { used, placeOf }
}

const decimals = (column: FigureOfRound | null): FigureColumn =>
  column === null
    ? null
    : column.values.map((value) => (value === null ? null : figureToDecimal(value, column.figure.unit)))
