import type { GridApi } from 'ag-grid-community'
import { isEditable, textOf } from './cells.ts'
import { bodyBox, gridParts, rowHeight } from './geometry.ts'
import { type EditListener, SheetGestures } from './gestures.ts'
import { commandOf, editorCommandOf, type KeyPress, type SheetCommand } from './keys.ts'
import { type MarkKeys, markKeyAction, type PreviousMarkKey } from './markKeys.ts'
import { OpenEdit } from './openEdit.ts'
import { type CellAt, nextInReadingOrder } from './range.ts'
import { listenToPointer } from './sheetPointer.ts'
import { SheetSelection } from './sheetSelection.ts'
import { fillIn, type GridColumn, type GridWords, type SelectionSummary } from './types.ts'

/** What the sheet needs from its owner; read anew each time, so that it may change at any time. */
export interface SheetOptions<Row> {
  readonly columns: readonly GridColumn<Row>[]
  readonly markKeys: MarkKeys
  /** What the selection and its keys are about; see DataGridProps. */
  readonly about: 'cells' | 'records' | 'commands'
  /** The number that the first column shows for a row. */
  rowNumber(row: Row, index: number): number
  readonly words: GridWords
  readonly onEdits: EditListener<Row>
  onSelection(summary: SelectionSummary | null): void
  /** The person asked for a column's menu by keyboard. */
  onColumnMenu(columnId: string): void
}

const pressOf = (event: KeyboardEvent): KeyPress => ({
  key: event.key,
  ctrl: event.ctrlKey || event.metaKey,
  shift: event.shiftKey,
  alt: event.altKey,
  composing: event.isComposing || event.keyCode === 229,
})

/** The spreadsheet over one AG Grid: keyboard, mouse and clipboard on its cells. Owns no data and no undo. */
export class Sheet<Row> {
  readonly selection: SheetSelection<Row>
  readonly #api: GridApi<Row>
  readonly #root: HTMLElement
  readonly #options: () => SheetOptions<Row>
  readonly #gestures: SheetGestures<Row>
  readonly #edit: OpenEdit<Row>
  readonly #off = new AbortController()
  readonly #stopPointer: () => void
  readonly #status: HTMLElement
  #previousMarkKey: PreviousMarkKey = null
  /** The column where a run of Tab began: Enter returns to it. */
  #tabbedFrom: number | null = null
  #leaving = false

  constructor(api: GridApi<Row>, root: HTMLElement, status: HTMLElement, options: () => SheetOptions<Row>) {
    this.#api = api
    this.#root = root
    this.#status = status
    this.#options = options
    this.selection = new SheetSelection<Row>({
      api,
      root,
      columns: () => options().columns,
      ofRecords: () => options().about !== 'cells',
      changed: () => this.#follow(),
      summary: (summary) => options().onSelection(summary),
    })
    this.#gestures = new SheetGestures(this.selection, (edits, kind, report) =>
      options().onEdits(edits, kind, report),
    )
    this.#edit = new OpenEdit(this.selection, this.#gestures, {
      key: (event) => this.#onKey(event),
      focused: () => {
        if (this.selection.anchor === null) this.selection.select({ row: 0, column: 0 })
      },
      picked: () => this.#step(1, 0),
    })
    this.#stopPointer = listenToPointer(root, this.selection, {
      settle: () => {
        this.#previousMarkKey = null
        this.#tabbedFrom = null
        return this.#edit.commit()
      },
      pressed: () => this.focus(),
      openEditor: () => this.#edit.open(),
      fill: (gesture) => this.#gestures.fill(gesture),
    })
    this.#listenToClipboard()
    this.selection.layOut()
  }

  /** Gives the sheet the keyboard. */
  focus(): void {
    this.#edit.editor.focus()
  }

  /** Takes over changed rows or columns. An open edit goes with its row, or ends when the row is gone. */
  layOut(keepPlace = true): void {
    const editing = this.#edit.cell
    this.selection.layOut(keepPlace)
    const { activeRow, activeColumn, view } = this.selection
    if (editing === null) return
    if (activeRow?.id === editing.rowId && activeColumn?.id === editing.columnId) return
    const row = this.#api.getRowNode(editing.rowId)?.rowIndex ?? null
    const column = view.columns.findIndex(({ id }) => id === editing.columnId)
    if (row === null || column === -1) this.#edit.cancel()
    else this.selection.select({ row, column })
  }

  /** Types over the active cell; `enter`: and enters it, as Enter does. */
  typeInCell(text: string, enter: boolean): void {
    if (this.#edit.isOpen || !this.#edit.canEdit) return
    this.#edit.type(text)
    if (enter && this.#edit.commit()) this.#enter(1)
  }

  /** Ends an open edit as if the person had gone elsewhere. */
  settle(): void {
    this.#edit.leave()
  }

  destroy(): void {
    this.#off.abort()
    this.#stopPointer()
    this.#edit.destroy()
    this.selection.destroy()
  }

  /** Puts the field on the active cell and tells screen readers about it. */
  #follow(): void {
    const { anchor, activeColumn, activeRow, painter } = this.selection
    const { words, markKeys, about, ...options } = this.#options()
    const box = anchor === null ? null : painter.boxOf(anchor)
    if (anchor === null || box === null || activeColumn === null || activeRow === null) {
      const label = words.sheetLabel
      const nowhere = { section: 'center', left: 0, top: 0, width: 1, height: rowHeight } as const
      this.#edit.editor.place(painter.host('center'), nowhere, { align: 'left', label, typable: false })
      return
    }
    const editable = isEditable(activeColumn, activeRow.row)
    const text = textOf(activeColumn, activeRow.row)
    const cell = fillIn(words.cellLabel, {
      row: options.rowNumber(activeRow.row, anchor.row),
      column: activeColumn.title,
      value: text === '' ? words.emptyCell : text,
    })
    const label = editable ? cell : `${cell} (${words.readOnly})`
    this.#edit.editor.place(painter.host(box.section), box, {
      align: activeColumn.kind === 'number' || activeColumn.kind === 'mark' ? 'right' : 'left',
      label,
      typable: editable && about !== 'commands' && !(activeColumn.kind === 'mark' && markKeys === 'quick'),
    })
    if (document.activeElement === this.#edit.editor.field) this.#status.textContent = label
  }

  #listenToClipboard(): void {
    const { field } = this.#edit.editor
    const options = { signal: this.#off.signal }
    const copy = (event: ClipboardEvent): boolean => {
      const text = this.#edit.isOpen ? null : this.#gestures.copiedText()
      if (text === null || event.clipboardData === null) return false
      event.clipboardData.setData('text/plain', text)
      event.preventDefault()
      return true
    }
    field.addEventListener('copy', copy, options)
    field.addEventListener(
      'cut',
      (event) => {
        if (copy(event)) this.#gestures.clear('cut')
      },
      options,
    )
    field.addEventListener(
      'paste',
      (event) => {
        if (this.#edit.isOpen) return
        event.preventDefault()
        const text = event.clipboardData?.getData('text/plain') ?? ''
        if (text !== '') this.#gestures.paste(text)
      },
      options,
    )
  }

  #onKey(event: KeyboardEvent): void {
    const press = pressOf(event)
    const handled = this.#edit.isOpen ? this.#onEditorKey(press) : this.#onSheetKey(press)
    if (handled) {
      event.preventDefault()
      event.stopPropagation()
    } else if (this.#edit.isOpen) {
      // text undo belongs to the open field, not to the app
      if (press.ctrl && /^[zy]$/i.test(press.key)) event.stopPropagation()
    } else if ((press.ctrl || press.alt) && !press.composing) this.#handOn(event)
  }

  /**
   * A shortcut that isn't the grid's goes to the app from the grid itself: coming from a text field, an app would
   * rightly leave Ctrl+Z to the field, but the closed field holds no text.
   */
  #handOn(event: KeyboardEvent): void {
    if (event.key === 'Control' || event.key === 'Alt' || event.key === 'Meta' || event.defaultPrevented)
      return
    // copy, cut and paste become clipboard events of the field
    if (/^[cxv]$/i.test(event.key)) return
    event.stopPropagation()
    const { key, code, ctrlKey, shiftKey, altKey, metaKey, repeat } = event
    const init = { key, code, ctrlKey, shiftKey, altKey, metaKey, repeat, bubbles: true, cancelable: true }
    if (!this.#root.dispatchEvent(new KeyboardEvent('keydown', init))) event.preventDefault()
  }

  #onEditorKey(press: KeyPress): boolean {
    const step = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 }[press.key]
    if (step !== undefined && !press.composing) {
      const vertical = press.key === 'ArrowUp' || press.key === 'ArrowDown'
      if (this.#edit.listIsOpen && vertical) {
        this.#edit.moveInList(step < 0 ? -1 : 1)
        return true
      }
      if (!this.#edit.byTyping || press.shift || press.ctrl) return false
      if (this.#edit.commit()) this.#step(vertical ? step : 0, vertical ? 0 : step)
      return true
    }
    const command = editorCommandOf(press)
    if (command === null) return false
    switch (command.do) {
      case 'cancel':
        this.#edit.cancel()
        this.selection.paint()
        return true
      case 'newLine':
        this.#edit.editor.field.setRangeText(
          '\n',
          this.#edit.editor.field.selectionStart,
          this.#edit.editor.field.selectionEnd,
          'end',
        )
        return true
      case 'commit':
        if (!this.#edit.commit()) return true
        if (command.columns === 0) this.#enter(command.rows)
        else this.#tab(command.columns < 0 ? -1 : 1)
        return true
    }
  }

  #onSheetKey(press: KeyPress): boolean {
    const command = commandOf(press)
    if (command === null) return false
    const previous = this.#previousMarkKey
    this.#previousMarkKey = null
    if (command.do !== 'tab') this.#leaving = false
    if (command.do !== 'tab' && command.do !== 'enter' && command.do !== 'type') this.#tabbedFrom = null
    if (command.do === 'type') return this.#onType(command.text, previous)
    if (command.do === 'tab' && this.#leaving) return false
    return this.#run(command)
  }

  #run(command: Exclude<SheetCommand, { do: 'type' }>): boolean {
    const { selection } = this
    const { anchor, head, size } = selection
    const column = selection.activeColumn
    if (anchor === null && command.do === 'move') {
      selection.selectWhereLeft()
      return true
    }
    if (anchor === null || head === null || column === null) return false
    const last = { row: size.rows - 1, column: size.columns - 1 }
    const go = (cell: CellAt, extend: boolean): void => selection.select(extend ? anchor : cell, cell)
    switch (command.do) {
      case 'move': {
        const from = command.extend ? head : anchor
        if (!command.extend && command.rows < 0 && from.row === 0) this.#api.setFocusedHeader(column.id)
        else go({ row: from.row + command.rows, column: from.column + command.columns }, command.extend)
        return true
      }
      case 'edge': {
        const from = command.extend ? head : anchor
        const along = (step: number, at: number, end: number): number =>
          step === 0 ? at : step < 0 ? 0 : end
        const row = along(command.rows, from.row, last.row)
        go({ row, column: along(command.columns, from.column, last.column) }, command.extend)
        return true
      }
      case 'page': {
        const from = command.extend ? head : anchor
        go({ row: from.row + command.direction * this.#rowsOnScreen(), column: from.column }, command.extend)
        return true
      }
      case 'corner':
        go(command.end ? last : { row: 0, column: 0 }, command.extend)
        return true
      case 'enter':
        // where keys enter marks at once, Enter is the way to type one out
        if (
          column.kind === 'mark' &&
          this.#options().markKeys === 'quick' &&
          !command.back &&
          this.#edit.canEdit
        )
          this.#edit.open()
        else this.#enter(command.back ? -1 : 1)
        return true
      case 'tab':
        return this.#tab(command.back ? -1 : 1)
      case 'selectAll':
        selection.select({ row: 0, column: 0 }, last, null)
        return true
      case 'selectRows':
        selection.select({ row: anchor.row, column: 0 }, { row: head.row, column: last.column }, null)
        return true
      case 'selectColumns':
        selection.select({ row: 0, column: anchor.column }, { row: last.row, column: head.column }, null)
        return true
      case 'fillDown':
        this.#gestures.fillDown()
        return true
      case 'fillRight':
        this.#gestures.fillRight()
        return true
      case 'clear':
        this.#gestures.clear('clear')
        return true
      case 'edit':
      case 'openList':
        this.#edit.open()
        return true
      case 'columnMenu':
        this.#options().onColumnMenu(column.id)
        return true
      case 'escape': {
        this.#leaving = true
        const several = anchor.row !== head.row || anchor.column !== head.column
        if (several) selection.select(anchor, anchor, null)
        return several
      }
    }
  }

  /** A printable key in a closed cell: a mark at once, or left to the field, which opens by it. */
  #onType(text: string, previous: PreviousMarkKey): boolean {
    const column = this.selection.activeColumn
    const { markKeys, words, about } = this.#options()
    if (about === 'commands' && /^\d$/.test(text) && this.#edit.canEdit) {
      this.#edit.type(text)
      return true
    }
    if (column?.kind !== 'mark' || !this.#edit.canEdit) return false
    const action = markKeyAction(text, previous, markKeys)
    switch (action.do) {
      case 'mark': {
        const at = this.selection.anchor
        const cell = this.#gestures.activeCell
        // first on: once the mark is written, scrolling has to wait for the browser to lay the page out
        this.#enter(1)
        this.#gestures.enterValue(action.mark, cell)
        this.#previousMarkKey = action.key
        const hint = fillIn(words.markKeyHint, { key: action.key, mark: action.mark })
        if (action.ambiguous && at !== null) this.selection.showHint({ at, text: hint })
        return true
      }
      case 'refuse':
        this.#gestures.refuse(action.key, fillIn(words.noSuchMarkKey, { key: action.key }))
        return true
      case 'swallow':
        return true
      case 'type':
      case 'nothing':
        return false
    }
  }

  #enter(step: number): void {
    const { anchor } = this.selection
    if (anchor === null) return
    const column = this.#tabbedFrom ?? anchor.column
    this.#tabbedFrom = null
    this.selection.select({ row: anchor.row + step, column })
  }

  /** One cell on in reading order; false at the sheet's end, where Tab leaves it. */
  #tab(step: 1 | -1): boolean {
    const { anchor, size } = this.selection
    const next = anchor === null ? null : nextInReadingOrder(anchor, step, size)
    if (anchor === null || next === null) return false
    if (step === 1) this.#tabbedFrom ??= anchor.column
    if (next.row !== anchor.row) this.#tabbedFrom = null
    this.selection.select(next)
    return true
  }

  #step(rows: number, columns: number): void {
    const { anchor } = this.selection
    this.#tabbedFrom = null
    if (anchor !== null) this.selection.select({ row: anchor.row + rows, column: anchor.column + columns })
  }

  #rowsOnScreen(): number {
    const parts = gridParts(this.#root)
    return parts === null ? 1 : Math.max(1, Math.floor(bodyBox(parts).height / rowHeight) - 1)
  }
}
