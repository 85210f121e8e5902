import type { Box } from './selectionPainter.ts'

export interface CellEditorEvents {
  /** A key on the field, whether or not an edit is open. */
  key(event: KeyboardEvent): void
  /** Text is about to arrive in a closed field: by typing, dictation or an input method. */
  typingStarted(): void
  /** The text of an open edit changed. */
  textChanged(text: string): void
  focused(): void
  /** The focus went to something else in the window. */
  left(): void
}

/**
 * One text field that always stands on the active cell and has the focus. Closed, it is invisible and catches keys,
 * clipboard and the first letters of an input method; open, it is the editor. Because the field that catches the
 * first letter is the field that is edited, a composition that has begun is never torn off.
 */
export class CellEditor {
  readonly field: HTMLTextAreaElement
  readonly #row: HTMLElement
  readonly #cell: HTMLElement
  readonly #problem: HTMLElement
  #open = false
  #typable = false

  constructor(events: CellEditorEvents) {
    this.#row = document.createElement('div')
    this.#row.className = 'sheet-editor'
    this.#row.role = 'row'
    this.#cell = document.createElement('div')
    this.#cell.role = 'gridcell'
    this.field = document.createElement('textarea')
    this.field.rows = 1
    this.field.spellcheck = false
    this.field.autocomplete = 'off'
    this.field.className = 'sheet-field'
    this.#problem = document.createElement('div')
    this.#problem.className = 'sheet-problem'
    this.#problem.role = 'alert'
    this.#problem.hidden = true
    this.#cell.append(this.field, this.#problem)
    this.#row.append(this.#cell)
    this.#listen(events)
    this.#reflect()
  }

  get isOpen(): boolean {
    return this.#open
  }

  get text(): string {
    return this.field.value
  }

  set text(text: string) {
    this.field.value = text
  }

  /** The problem shown, empty when there is none. */
  get problem(): string {
    return this.#problem.textContent
  }

  /** Puts the field on a cell. `typable`: typing there may open an edit. */
  place(
    host: HTMLElement,
    box: Box,
    look: { align: 'left' | 'right'; label: string; typable: boolean },
  ): void {
    const hadFocus = document.activeElement === this.field
    if (this.#row.parentElement !== host) {
      host.append(this.#row)
      if (hadFocus) this.focus()
    }
    this.#row.style.left = `${box.left}px`
    this.#row.style.top = `${box.top}px`
    this.#row.style.width = `${box.width}px`
    this.#row.style.height = `${box.height}px`
    this.field.style.textAlign = look.align
    this.field.ariaLabel = look.label
    this.#typable = look.typable
    this.#reflect()
  }

  focus(): void {
    this.field.focus({ preventScroll: true })
  }

  /** Opens with a text, the caret at its end; null leaves what the field is just receiving alone. */
  open(text: string | null): void {
    this.#open = true
    this.#reflect()
    if (text === null) return
    this.field.value = text
    this.field.setSelectionRange(text.length, text.length)
  }

  close(): void {
    this.#open = false
    this.showProblem(null)
    this.field.value = ''
    this.#reflect()
  }

  showProblem(problem: string | null): void {
    this.#problem.hidden = problem === null
    this.#problem.textContent = problem
    this.field.ariaInvalid = problem === null ? null : 'true'
  }

  destroy(): void {
    this.#row.remove()
  }

  #reflect(): void {
    this.#row.classList.toggle('sheet-editor-open', this.#open)
    // read-only keeps input methods off where a first letter couldn't become an edit
    this.field.readOnly = !this.#open && !this.#typable
  }

  #listen(events: CellEditorEvents): void {
    const { field } = this
    field.addEventListener('keydown', (event) => events.key(event))
    field.addEventListener('focus', () => events.focused())
    field.addEventListener('blur', () => {
      // another window in front is no reason to end an edit, and a field on its way to another section hasn't left
      if (document.hasFocus() && field.isConnected) events.left()
    })
    field.addEventListener('compositionstart', () => {
      if (!this.#open && this.#typable) events.typingStarted()
    })
    field.addEventListener('beforeinput', (event) => {
      if (this.#open) return
      // the browser would bring back text of an earlier cell
      if (!this.#typable || event.inputType.startsWith('history')) event.preventDefault()
      else events.typingStarted()
    })
    field.addEventListener('input', () => {
      this.showProblem(null)
      if (this.#open) events.textChanged(field.value)
    })
  }
}
