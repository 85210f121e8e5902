import {
  type DragEvent,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import styles from './board.module.css'

/** A column of a board, with its cards in their order. */
export interface BoardColumnOf<Column extends string, Card> {
  readonly column: Column
  readonly title: string
  readonly cards: readonly Card[]
}

/** Cards that a column shows; the list has them all. */
const MOST_CARDS = 100

/** A board of columns: cards are dragged from one to another; what that means is the caller's. */
export function Board<Column extends string, Card extends { readonly id: string }>({
  label,
  columns,
  card,
  onDrop,
}: {
  readonly label: string
  readonly columns: readonly BoardColumnOf<Column, Card>[]
  readonly card: (card: Card, column: Column) => ReactNode
  readonly onDrop: (card: Card, to: Column) => void
}) {
  const { t } = useTranslation()
  const [over, setOver] = useState<Column | null>(null)
  const drop = (to: Column) => (event: DragEvent) => {
    event.preventDefault()
    setOver(null)
    const id = event.dataTransfer.getData('text/plain')
    const dropped = columns.flatMap(({ cards }) => cards).find((one) => one.id === id)
    if (dropped) onDrop(dropped, to)
  }
  const focus = useMovedFocus()
  return (
    <section className={styles.board} aria-label={label} {...focus}>
      {columns.map(({ column, title, cards }) => (
        <section
          key={column}
          className={styles.column}
          aria-label={title}
          data-over={over === column || undefined}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(column)
          }}
          onDragLeave={() => setOver(null)}
          onDrop={drop(column)}
        >
          <h2 className={styles.columnTitle}>
            {title} <span>{cards.length}</span>
          </h2>
          <ul className={styles.cards}>
            {cards.slice(0, MOST_CARDS).map((one) => (
              <li key={one.id}>{card(one, column)}</li>
            ))}
            {cards.length === 0 && <li className={styles.none}>{t('channel.board.empty')}</li>}
            {cards.length > MOST_CARDS && (
              <li className={styles.none}>{t('channel.board.more', { count: cards.length - MOST_CARDS })}</li>
            )}
          </ul>
        </section>
      ))}
    </section>
  )
}

/** Lets the focus go with its card to another column, where the card is another element. */
function useMovedFocus() {
  const board = useRef<HTMLElement>(null)
  const card = useRef<string | null>(null)
  useEffect(() => {
    if (card.current === null || document.activeElement !== document.body) return
    board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(card.current)}"]`)?.focus()
  })
  return {
    ref: board,
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      card.current = target.dataset.card ?? null
    },
    onBlur: ({ target }: FocusEvent<HTMLElement>) => {
      // an element that is taken away may tell of it as well
      if (target.isConnected) card.current = null
    },
  }
}

/** A card: a button that opens its record, and is dragged or moved with Alt and the arrows. */
export function BoardCard({
  id,
  title,
  opened,
  ended = false,
  keys,
  above,
  children,
  onOpen,
  onKeyDown,
}: {
  readonly id: string
  readonly title: string
  readonly opened: boolean
  /** struck through */
  readonly ended?: boolean
  /** further keys than Alt and the arrows, for screen readers */
  readonly keys?: string
  /** a line above the title */
  readonly above?: ReactNode
  /** lines below it */
  readonly children: ReactNode
  readonly onOpen: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}) {
  return (
    <button
      type="button"
      className={styles.card}
      data-card={id}
      draggable
      data-ended={ended || undefined}
      aria-pressed={opened}
      aria-keyshortcuts={`Alt+ArrowRight Alt+ArrowLeft${keys === undefined ? '' : ` ${keys}`}`}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', id)}
      onClick={onOpen}
      onKeyDown={onKeyDown}
    >
      {above}
      <strong className={styles.cardTitle}>{title}</strong>
      {children}
    </button>
  )
}

/** A line of a card under its title. */
export const CardLine = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles.cardLine}>{children}</span>
)

/** By how many columns a key moves a card: Alt and an arrow; 0 for any other key. */
export function stepOf({ altKey, key }: KeyboardEvent): -1 | 0 | 1 {
  if (!altKey) return 0
  if (key === 'ArrowRight') return 1
  return key === 'ArrowLeft' ? -1 : 0
}
