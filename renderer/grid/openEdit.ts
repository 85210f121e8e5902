import { CellEditor, type CellEditorEvents } from './cellEditor.ts'
import { isEditable, textOf } from './cells.ts'
import { ChoiceList } from './choiceList.ts'
import type { SheetGestures } from './gestures.ts'
import type { SheetSelection } from './sheetSelection.ts'
import type { CellValue, Choice, GridColumn } from './types.ts'

export interface OpenEditEvents extends Omit<CellEditorEvents, 'typingStarted' | 'textChanged' | 'left'> {
  /** A choice was clicked and entered. */
  picked(): void
}

interface Edit<Row> {
  readonly rowId: string
  readonly column: GridColumn<Row>
  readonly initial: string
  /** the value that the cell held when the edit began */
  readonly before: CellValue
  /** Begun by typing: arrow keys then commit and move on, as in Excel, instead of moving the caret. */
  readonly byTyping: boolean
}

/** The edit of the active cell: opening, choosing, committing, cancelling. */
export class OpenEdit<Row> {
  readonly editor: CellEditor
  readonly #selection: SheetSelection<Row>
  readonly #gestures: SheetGestures<Row>
  readonly #list: ChoiceList
  #edit: Edit<Row> | null = null

  constructor(selection: SheetSelection<Row>, gestures: SheetGestures<Row>, events: OpenEditEvents) {
    this.#selection = selection
    this.#gestures = gestures
    this.#list = new ChoiceList((choice) => {
      this.#take(choice)
      events.picked()
    })
    this.editor = new CellEditor({
      key: events.key,
      focused: events.focused,
      typingStarted: () => this.#begin(true),
      textChanged: (text) => this.#filterChoices(text),
      left: () => this.leave(),
    })
  }

  get isOpen(): boolean {
    return this.#edit !== null
  }

  /** The cell being edited, by ids: its place may change meanwhile. */
  get cell(): { readonly rowId: string; readonly columnId: string } | null {
    return this.#edit === null ? null : { rowId: this.#edit.rowId, columnId: this.#edit.column.id }
  }

  get byTyping(): boolean {
    return this.#edit?.byTyping ?? false
  }

  get listIsOpen(): boolean {
    return this.#list.isOpen
  }

  /** Whether the active cell can be changed at all. */
  get canEdit(): boolean {
    const { activeColumn, activeRow } = this.#selection
    return activeColumn !== null && activeRow !== null && isEditable(activeColumn, activeRow.row)
  }

  /** Opens the active cell with its present text. */
  open(): void {
    if (this.isOpen || !this.canEdit) return
    this.#begin(false)
  }

  /** Opens the active cell as if this text had been typed into it. */
  type(text: string): void {
    this.#begin(true)
    this.editor.open(text)
    this.#filterChoices(text)
  }

  /** Moves through the choices of an open list. */
  moveInList(step: 1 | -1): void {
    this.#list.move(step)
    this.#reflectList()
  }

  /** Enters the text; false leaves the editor open, its problem shown. True when there is nothing to enter. */
  commit(): boolean {
    const edit = this.#edit
    if (edit === null) return true
    const { text } = this.editor
    const choice = this.#list.isOpen ? this.#list.highlighted : null
    if (choice !== null) {
      this.#take(choice)
      return true
    }
    const problem =
      text === edit.initial && !edit.byTyping ? null : this.#gestures.enterText(text, edit.before)
    if (problem === null) this.cancel()
    else this.editor.showProblem(problem)
    return problem === null
  }

  /** Closes without entering anything. */
  cancel(): void {
    this.#edit = null
    this.#list.close()
    this.#reflectList()
    this.editor.close()
  }

  /** The focus went elsewhere: enters what can be entered, and tells of what can't. */
  leave(): void {
    if (this.commit()) return
    const { text, problem } = this.editor
    this.cancel()
    this.#gestures.refuse(text, problem)
  }

  destroy(): void {
    this.#list.close()
    this.editor.destroy()
  }

  #begin(byTyping: boolean): void {
    const { activeColumn, activeRow, anchor } = this.#selection
    if (activeColumn === null || activeRow === null || anchor === null) return
    this.#selection.reveal(anchor)
    const initial = textOf(activeColumn, activeRow.row)
    const before = activeColumn.read(activeRow.row)
    this.#edit = { rowId: activeRow.id, column: activeColumn, initial, before, byTyping }
    this.editor.open(byTyping ? null : initial)
    if (activeColumn.choices === undefined) return
    const value = activeColumn.read(activeRow.row)
    this.#list.open(this.editor.field, activeColumn.choices, typeof value === 'string' ? value : null)
    this.#reflectList()
  }

  #filterChoices(text: string): void {
    const choices = this.#edit?.column.choices
    if (choices === undefined) return
    const wanted = text.trim().toLowerCase()
    const fitting = choices.filter(
      ({ label, value }) => label.toLowerCase().includes(wanted) || value.toLowerCase().startsWith(wanted),
    )
    // nothing fits: the text stands for itself and commit says what is wrong with it
    this.#list.show(fitting, wanted === '' ? null : (fitting[0]?.value ?? null))
    this.#reflectList()
  }

  #take(choice: Choice): void {
    this.#gestures.enterValue(choice.value)
    this.cancel()
  }

  #reflectList(): void {
    const { field } = this.editor
    const open = this.#list.isOpen
    field.role = open ? 'combobox' : null
    field.ariaExpanded = open ? 'true' : null
    if (open) field.setAttribute('aria-controls', this.#list.id)
    else field.removeAttribute('aria-controls')
    const highlighted = open ? this.#list.highlightedId : null
    if (highlighted === null) field.removeAttribute('aria-activedescendant')
    else field.setAttribute('aria-activedescendant', highlighted)
  }
}
