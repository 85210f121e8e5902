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
  /** Whether the selection is of records, not of places: it goes with them, and is gone when they are. */
  ofRecords(): boolean
  /** The selection or what lies under it changed. */
  changed(): void
  summary(summary: SelectionSummary | null): void
}

/**
 * Which cells are selected, by displayed position: the anchor (active cell) and the head, opposite corners of the
 * range. Positions stay where they are when rows are sorted or filtered, as in Excel; they are only clamped. Where
 * what is selected are records (see `ofRecords`), it never passes to others by itself.
 */
export class SheetSelection<Row> {
  readonly painter: SelectionPainter
  readonly #sight: Sight
  #anchor: CellAt | null = null
  /** The row that the anchor was put on. */
  #anchorId: string | null = null
  #head: CellAt | null = null
  /** The rows of the range, where the selection is of records. */
  #records: readonly string[] = []
  /** Where the anchor was when its record went. */
  #left: CellAt | null = null
  #preview: Range | null = null
  #hint: { at: CellAt; text: string } | null = null
  #places: ColumnPlaces = { columns: [], widths: { left: 0, center: 0, right: 0 } }
  #view: SheetView<Row>
  #cancelSummary: () => void = () => undefined
  readonly #source: SelectionSource<Row>

  constructor(source: SelectionSource<Row>) {
    this.#source = source
    this.painter = new SelectionPainter(source.root)
    this.#sight = new Sight(source.root, (row) => source.api.ensureIndexVisible(row))
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
    if (this.#anchor === null) return null
    if (!this.#source.ofRecords() || this.#anchorId === null) return this.#view.rowAt(this.#anchor.row)
    // between new rows and their being laid out, another one lies at the place
    return this.#record(this.#anchorId)
  }

  /** The rows that the range touches, in displayed order. */
  get rows(): Row[] {
    const { range } = this
    if (range === null) return []
    if (this.#source.ofRecords()) return this.#records.flatMap((id) => this.#record(id)?.row ?? [])
    return this.#rowsAt(range).map(({ row }) => row)
  }

  /** Selects a range and scrolls `reveal` into sight; corners outside the sheet move to its edge. */
  select(anchor: CellAt, head: CellAt = anchor, reveal: CellAt | null = head): void {
    this.#anchor = clampCell(anchor, this.size)
    this.#head = clampCell(head, this.size)
    this.#remember()
    this.#hint = null
    const shown = reveal === null ? null : clampCell(reveal, this.size)
    if (shown !== null) this.reveal(shown)
    this.#changed()
  }

  /** Selects again where the selection was when its record went. */
  selectWhereLeft(): void {
    this.select(this.#left ?? { row: 0, column: 0 })
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
    if (this.#source.ofRecords()) this.#followRecords()
    else if (!keepPlace) this.#followRow()
    if (this.#anchor !== null) this.#anchor = clampCell(this.#anchor, this.size)
    if (this.#head !== null) this.#head = clampCell(this.#head, this.size)
    this.#remember()
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

  /** Which rows the selection is on, for when they move. */
  #remember(): void {
    const { range } = this
    this.#anchorId = this.#anchor === null ? null : (this.#view.rowAt(this.#anchor.row)?.id ?? null)
    this.#records = range === null || !this.#source.ofRecords() ? [] : this.#rowsAt(range).map(({ id }) => id)
  }

  #rowsAt({ top, bottom }: Range): { readonly row: Row; readonly id: string }[] {
    const rows: { readonly row: Row; readonly id: string }[] = []
    for (let index = top; index <= bottom; index++) {
      const at = this.#view.rowAt(index)
      if (at !== null) rows.push(at)
    }
    return rows
  }

  /** A displayed row; null where it was filtered out or is gone. */
  #record(id: string): { readonly row: Row; readonly id: string } | null {
    const node = this.#source.api.getRowNode(id)
    return node?.data === undefined || node.rowIndex === null ? null : { row: node.data, id }
  }

  #followRecords(): void {
    const { api } = this.#source
    if (this.#anchor === null || this.#head === null || this.#anchorId === null) return
    const rowOf = (id: string): number | null => api.getRowNode(id)?.rowIndex ?? null
    const row = rowOf(this.#anchorId)
    if (row === null) {
      this.#left = this.#anchor
      this.#anchor = null
      this.#head = null
      return
    }
    const rows = this.#records.flatMap((id) => rowOf(id) ?? [])
    const top = rows.reduce((least, each) => Math.min(least, each), row)
    const bottom = rows.reduce((most, each) => Math.max(most, each), row)
    const together = rows.length === this.#records.length && bottom - top + 1 === rows.length
    // torn apart, the range would reach over rows that nobody selected
    const whole = together && (row === top || row === bottom)
    const moved = row !== this.#anchor.row
    this.#anchor = { ...this.#anchor, row }
    this.#head = whole ? { ...this.#head, row: row === top ? bottom : top } : this.#anchor
    if (moved) this.reveal(this.#anchor)
  }

  #changed(): void {
    this.paint()
    this.#source.changed()
    this.recount()
  }
}
