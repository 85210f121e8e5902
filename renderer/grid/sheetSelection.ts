import type { GridApi } from 'ag-grid-community'
import { type ColumnPlaces, columnPlaces } from './geometry.ts'
import { type CellAt, clampCell, isSingleCell, type Range, rangeBetween } from './range.ts'
import { SelectionPainter } from './selectionPainter.ts'
import { Sight } from './sight.ts'
import { summariseLazily } from './summary.ts'
import type { GridColumn, SelectionSummary, SheetView } from './types.ts'

export interface SelectionSource<Row> {
  readonly api: GridApi<Row>
  readonly root: HTMLElement
  columns(): readonly GridColumn<Row>[]
  /** The selection or what lies under it changed. */
  changed(): void
  summary(summary: SelectionSummary | null): void
}

/**
 * Which cells are selected, by displayed position: the anchor (active cell) and the head, opposite corners of the
 * range. Positions stay where they are when rows are sorted or filtered, as in Excel; they are only clamped.
 */
export class SheetSelection<Row> {
  readonly painter: SelectionPainter
  readonly #sight: Sight
  #anchor: CellAt | null = null
  /** The row that the anchor was put on. */
  #anchorId: string | null = null
  #head: CellAt | null = null
  #preview: Range | null = null
  #hint: { at: CellAt; text: string } | null = null
  #places: ColumnPlaces = { columns: [], widths: { left: 0, center: 0, right: 0 } }
  #view: SheetView<Row>
  #cancelSummary: () => void = () => undefined
  readonly #source: SelectionSource<Row>

  constructor(source: SelectionSource<Row>) {
    this.#source = source
    this.painter = new SelectionPainter(source.root)
    this.#sight = new Sight(source.root)
    this.#view = { rowCount: 0, columns: [], rowAt: () => null }
  }

  get view(): SheetView<Row> {
    return this.#view
  }

  get places(): ColumnPlaces {
    return this.#places
  }

  /** The active cell. */
  get anchor(): CellAt | null {
    return this.#anchor
  }

  /** The corner that moves when the selection is extended. */
  get head(): CellAt | null {
    return this.#head
  }

  get range(): Range | null {
    return this.#anchor === null || this.#head === null ? null : rangeBetween(this.#anchor, this.#head)
  }

  get size(): { rows: number; columns: number } {
    return { rows: this.#view.rowCount, columns: this.#view.columns.length }
  }

  get activeColumn(): GridColumn<Row> | null {
    return this.#anchor === null ? null : (this.#view.columns[this.#anchor.column] ?? null)
  }

  get activeRow(): { readonly row: Row; readonly id: string } | null {
    return this.#anchor === null ? null : this.#view.rowAt(this.#anchor.row)
  }

  /** Selects a range and scrolls `reveal` into sight; corners outside the sheet move to its edge. */
  select(anchor: CellAt, head: CellAt = anchor, reveal: CellAt | null = head): void {
    this.#anchor = clampCell(anchor, this.size)
    this.#head = clampCell(head, this.size)
    this.#anchorId = this.activeRow?.id ?? null
    this.#hint = null
    const shown = reveal === null ? null : clampCell(reveal, this.size)
    if (shown !== null) this.reveal(shown)
    this.#changed()
  }

  /** Selects by range; the anchor becomes its top left cell. */
  selectRange(range: Range): void {
    this.select({ row: range.top, column: range.left }, { row: range.bottom, column: range.right }, null)
  }

  reveal(cell: CellAt): void {
    this.#sight.reveal(cell, this.#places)
  }

  showPreview(preview: Range | null): void {
    this.#preview = preview
    this.paint()
  }

  showHint(hint: { at: CellAt; text: string } | null): void {
    this.#hint = hint
    this.paint()
  }

  /**
   * Reads rows and columns off the grid anew: after sorting, filtering, new rows, moved or resized columns.
   * @param keepPlace the person sorted: the selection stays where it is. Otherwise a single cell goes with its row, so
   *   that what is typed down a sorted column meets one account after the other though the rows move
   */
  layOut(keepPlace = true): void {
    const { api } = this.#source
    this.#sight.forget()
    this.#places = columnPlaces(api)
    const byId = new Map(this.#source.columns().map((column) => [column.id, column]))
    const columns = this.#places.columns.flatMap(({ id }) => byId.get(id) ?? [])
    this.#view = {
      rowCount: api.getDisplayedRowCount(),
      columns,
      rowAt: (index) => {
        const node = api.getDisplayedRowAtIndex(index)
        return node?.data === undefined || node.id === undefined ? null : { row: node.data, id: node.id }
      },
    }
    this.painter.layOut(this.#places)
    if (!keepPlace) this.#followRow()
    if (this.#anchor !== null) this.#anchor = clampCell(this.#anchor, this.size)
    if (this.#head !== null) this.#head = clampCell(this.#head, this.size)
    this.#anchorId = this.activeRow?.id ?? null
    this.#changed()
  }

  /** Values changed under the selection. */
  recount(): void {
    this.#cancelSummary()
    const range = this.range
    if (range === null) {
      this.#source.summary(null)
      return
    }
    const rowId = this.activeRow?.id
    const columnId = this.activeColumn?.id
    const active = rowId === undefined || columnId === undefined ? null : { rowId, columnId }
    this.#cancelSummary = summariseLazily(this.#view, range, (summary) =>
      this.#source.summary({ ...summary, active }),
    )
  }

  paint(): void {
    const range = this.range
    this.painter.paint({
      range,
      anchor: this.#anchor,
      preview: this.#preview,
      hint: this.#hint,
      showHandle:
        range !== null &&
        this.#view.columns.slice(range.left, range.right + 1).some((column) => column.parse !== undefined),
    })
  }

  destroy(): void {
    this.#cancelSummary()
    this.#sight.destroy()
    this.painter.destroy()
  }

  #followRow(): void {
    const { range } = this
    if (this.#anchor === null || this.#anchorId === null || range === null || !isSingleCell(range)) return
    const row = this.#source.api.getRowNode(this.#anchorId)?.rowIndex ?? null
    if (row === null || row === this.#anchor.row) return
    this.#anchor = { ...this.#anchor, row }
    this.#head = this.#anchor
    this.reveal(this.#anchor)
  }

  #changed(): void {
    this.paint()
    this.#source.changed()
    this.recount()
  }
}
