import type { Choice } from './types.ts'

let listCount = 0

/** The list under an open choice editor. Focus stays in the text field; this only shows, filters and highlights. */
export class ChoiceList {
  readonly id = `sheet-choices-${++listCount}`
  readonly #list: HTMLElement
  readonly #onPick: (choice: Choice) => void
  #shown: readonly Choice[] = []
  #stopFollowing = new AbortController()
  #highlighted = -1

  constructor(onPick: (choice: Choice) => void) {
    this.#onPick = onPick
    this.#list = document.createElement('div')
    this.#list.id = this.id
    this.#list.className = 'sheet-choices'
    this.#list.role = 'listbox'
    // the field must keep the focus, or the editor would close before the click arrives
    this.#list.addEventListener('mousedown', (event) => event.preventDefault())
    this.#list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('[role=option]') : null
      const choice = option === null ? undefined : this.#shown[[...this.#list.children].indexOf(option)]
      if (choice !== undefined) this.#onPick(choice)
    })
  }

  get isOpen(): boolean {
    return this.#list.isConnected
  }

  /** The choice Enter would take. */
  get highlighted(): Choice | null {
    return this.#shown[this.#highlighted] ?? null
  }

  /** id of the highlighted option, for aria-activedescendant. */
  get highlightedId(): string | null {
    return this.#list.children[this.#highlighted]?.id ?? null
  }

  open(field: HTMLElement, choices: readonly Choice[], highlight: string | null): void {
    document.body.append(this.#list)
    this.show(choices, highlight)
    this.#place(field)
    this.#stopFollowing = new AbortController()
    const { signal } = this.#stopFollowing
    addEventListener('scroll', () => this.#place(field), { capture: true, signal })
  }

  show(choices: readonly Choice[], highlight: string | null): void {
    this.#shown = choices
    this.#list.replaceChildren(
      ...choices.map((choice, index) => {
        const option = document.createElement('div')
        option.role = 'option'
        option.id = `${this.id}-${index}`
        option.textContent = choice.label
        return option
      }),
    )
    this.#mark(choices.findIndex((choice) => choice.value === highlight))
  }

  move(step: 1 | -1): void {
    if (this.#shown.length === 0) return
    const from = this.#highlighted === -1 && step === -1 ? 0 : this.#highlighted
    this.#mark((from + step + this.#shown.length) % this.#shown.length)
  }

  close(): void {
    this.#stopFollowing.abort()
    this.#list.remove()
    this.#shown = []
    this.#highlighted = -1
  }

  #mark(index: number): void {
    this.#highlighted = index
    for (const [at, option] of [...this.#list.children].entries()) {
      option.ariaSelected = String(at === index)
      if (at === index) option.scrollIntoView({ block: 'nearest' })
    }
  }

  #place(field: HTMLElement): void {
    const box = field.getBoundingClientRect()
    this.#list.style.minWidth = `${box.width}px`
    this.#list.style.left = `${Math.min(box.left, innerWidth - this.#list.offsetWidth - 4)}px`
    const below = box.bottom + 2
    const fits = below + this.#list.offsetHeight < innerHeight - 4
    this.#list.style.top = `${fits ? below : Math.max(4, box.top - 2 - this.#list.offsetHeight)}px`
  }
}
