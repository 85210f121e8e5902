import { emptyPlan, type Plan, type PlannedCell, planText, planValue, refusal, reportOf } from './cells.ts'
import { planClear, planPaste, textsOf } from './clipboard.ts'
import { type FillGesture, fillDownOf, fillRightOf, planFill } from './fill.ts'
import { columnsIn, rowsIn } from './range.ts'
import type { SheetSelection } from './sheetSelection.ts'
import { parseTsv, toTsv } from './tsv.ts'
import type { CellEdit, CellValue, EditKind, EditReport } from './types.ts'

export type EditListener<Row> = (edits: readonly CellEdit<Row>[], kind: EditKind, report: EditReport) => void

/** The gestures that change cells. Each tells the listener once, and only when there is something to tell. */
export class SheetGestures<Row> {
  readonly #selection: SheetSelection<Row>
  readonly #tell: EditListener<Row>

  constructor(selection: SheetSelection<Row>, tell: EditListener<Row>) {
    this.#selection = selection
    this.#tell = tell
  }

  /** The cell that a value is entered into; null in an empty grid. */
  get activeCell(): PlannedCell<Row> | null {
    const { anchor, activeRow, activeColumn } = this.#selection
    if (anchor === null || activeRow === null || activeColumn === null) return null
    return { row: activeRow.row, rowId: activeRow.id, rowIndex: anchor.row, column: activeColumn }
  }

  /** The selected block as text for the clipboard, null when nothing is selected. */
  copiedText(): string | null {
    const { range, view } = this.#selection
    return range === null ? null : toTsv(textsOf(view, range))
  }

  paste(text: string): void {
    const { range, view } = this.#selection
    if (range === null) return
    const plan = planPaste(view, range, parseTsv(text))
    if (plan.covered === null) return
    const { clippedRows, clippedColumns, beyond } = plan
    const block = { rows: rowsIn(plan.covered), columns: columnsIn(plan.covered) }
    this.#send(plan, 'paste', reportOf(plan, { ...block, clippedRows, clippedColumns, beyond }))
    this.#selection.selectRange(plan.covered)
  }

  clear(kind: 'clear' | 'cut'): void {
    const { range, view } = this.#selection
    if (range === null) return
    const plan = planClear(view, range)
    this.#send(plan, kind, reportOf(plan, { rows: rowsIn(range), columns: columnsIn(range) }))
  }

  fillDown(): void {
    const { range } = this.#selection
    const gesture = range === null ? null : fillDownOf(range)
    if (gesture !== null) this.fill(gesture)
  }

  fillRight(): void {
    const { range } = this.#selection
    const gesture = range === null ? null : fillRightOf(range)
    if (gesture !== null) this.fill(gesture)
  }

  fill({ source, target }: FillGesture): void {
    const plan = planFill(this.#selection.view, source, target)
    this.#send(plan, 'fill', reportOf(plan, { rows: rowsIn(target), columns: columnsIn(target) }))
  }

  /**
   * Enters a text into the active cell, where `before` was found when the edit began: what came there meanwhile is for
   * the owner to notice. Returns why the column refuses the text, null when it was taken.
   */
  enterText(text: string, before: CellValue): string | null {
    const cell = this.activeCell
    if (cell === null) return null
    const plan = emptyPlan<Row>()
    planText(plan, cell, text)
    const problem = plan.refused[0]?.problem ?? null
    const begun = { ...plan, edits: plan.edits.map((edit) => ({ ...edit, before })) }
    if (problem === null) this.#send(begun, 'edit', reportOf(begun, { rows: 1, columns: 1 }))
    return problem
  }

  /** Enters a value that is known to suit the cell's column. */
  enterValue(value: CellValue, cell: PlannedCell<Row> | null = this.activeCell): void {
    if (cell === null) return
    const plan = emptyPlan<Row>()
    planValue(plan, cell, value)
    this.#send(plan, 'edit', reportOf(plan, { rows: 1, columns: 1 }))
  }

  /** Tells that a text was not entered into the active cell. */
  refuse(text: string, problem: string): void {
    const cell = this.activeCell
    if (cell === null) return
    const plan = emptyPlan<Row>()
    plan.refused.push(refusal(cell, text, problem))
    this.#send(plan, 'edit', reportOf(plan, { rows: 1, columns: 1 }))
  }

  #send(plan: Plan<Row>, kind: EditKind, report: EditReport): void {
    const clipped = report.clippedRows > 0 || report.clippedColumns > 0
    if (plan.edits.length + report.refused.length + report.skippedReadOnly === 0 && !clipped) return
    this.#tell(plan.edits, kind, report)
    this.#selection.recount()
  }
}
