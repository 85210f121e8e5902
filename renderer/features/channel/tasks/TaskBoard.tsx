import { type DragEvent, type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskRow } from '../../../../db/channel/tasks/rules/taskTable.ts'
import { taskTitle } from '../../../i18n/taskText.ts'
import { KeyHints } from '../../../ui/slots.tsx'
import { TierSign } from '../../../ui/tier.tsx'
import styles from './board.module.css'
import { BOARD_COLUMNS, type BoardColumn, columnOf, moveTo } from './boardColumns.ts'
import { dueText } from './taskDay.ts'
import type { TaskActs } from './useTaskActs.ts'

/** Cards that a column shows; the list has them all. */
const MOST_CARDS = 150
/** Done ones on the board are the newest. */
const MOST_DONE = 30

/** Tasks by how near they are: a card is dragged, or moved with Alt and the arrows; Space is done. */
export function TaskBoard({
  rows,
  done,
  today,
  acts,
  opened,
  onOpen,
}: {
  readonly rows: readonly TaskRow[]
  /** ended ones, newest first */
  readonly done: readonly TaskRow[]
  readonly today: string
  readonly acts: TaskActs
  readonly opened: string | undefined
  readonly onOpen: (row: TaskRow) => void
}) {
  const { t } = useTranslation()
  const [over, setOver] = useState<BoardColumn | null>(null)
  const columns = useMemo(() => {
    const finished = done.filter(({ state }) => state === 'done').slice(0, MOST_DONE)
    return Map.groupBy([...rows, ...finished], ({ state }) => columnOf(state))
  }, [rows, done])
  const move = (row: TaskRow, to: BoardColumn): void => {
    if (columnOf(row.state) === to) return
    const what = moveTo(to, today)
    if (what.kind === 'done') acts.act('done', [row])
    else if (what.kind === 'wait') acts.ask('wait', [row])
    else void acts.moveTo([row], what.dueOn)
  }
  const onKey = (row: TaskRow, column: BoardColumn) => (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const target = BOARD_COLUMNS[BOARD_COLUMNS.indexOf(column) + step]
    if (event.key === ' ') acts.act(row.state === 'done' ? 'reopen' : 'done', [row])
    else if (event.key === 'Delete') acts.ask('drop', [row])
    else if (event.key.toLowerCase() === 's' && !event.ctrlKey) acts.ask('snooze', [row])
    else if (event.altKey && step !== 0 && target !== undefined) move(row, target)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const drop = (to: BoardColumn) => (event: DragEvent) => {
    event.preventDefault()
    setOver(null)
    const id = event.dataTransfer.getData('text/plain')
    const row = [...rows, ...done].find((one) => one.id === id)
    if (row) move(row, to)
  }
  return (
    <section className={styles.board} aria-label={t('tasks.board.label')}>
      {BOARD_COLUMNS.map((column) => {
        const cards = columns.get(column) ?? []
        return (
          <section
            key={column}
            className={styles.column}
            aria-label={t(`tasks.board.column.${column}`)}
            data-over={over === column || undefined}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(column)
            }}
            onDragLeave={() => setOver(null)}
            onDrop={drop(column)}
          >
            <h2 className={styles.columnTitle}>
              {t(`tasks.board.column.${column}`)} <span>{cards.length}</span>
            </h2>
            <ul className={styles.cards}>
              {cards.slice(0, MOST_CARDS).map((row) => (
                <Card
                  key={row.id}
                  row={row}
                  today={today}
                  opened={row.id === opened}
                  onOpen={onOpen}
                  onKeyDown={onKey(row, column)}
                />
              ))}
              {cards.length === 0 && <li className={styles.none}>{t('tasks.board.empty')}</li>}
              {cards.length > MOST_CARDS && (
                <li className={styles.none}>{t('tasks.board.more', { count: cards.length - MOST_CARDS })}</li>
              )}
            </ul>
          </section>
        )
      })}
      <KeyHints
        hints={[
          { keys: 'Alt+←→', text: t('tasks.board.keys') },
          { keys: t('tasks.space'), text: t('tasks.hint.done') },
          { keys: 'S', text: t('tasks.hint.snooze') },
        ]}
      />
    </section>
  )
}

function Card({
  row,
  today,
  opened,
  onOpen,
  onKeyDown,
}: {
  readonly row: TaskRow
  readonly today: string
  readonly opened: boolean
  readonly onOpen: (row: TaskRow) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}) {
  const { t } = useTranslation()
  const ended = row.settlement !== null
  return (
    <li>
      <button
        type="button"
        className={styles.card}
        draggable
        data-ended={ended || undefined}
        aria-pressed={opened}
        aria-keyshortcuts="Alt+ArrowRight Alt+ArrowLeft Space"
        onDragStart={(event) => event.dataTransfer.setData('text/plain', row.id)}
        onClick={() => onOpen(row)}
        onKeyDown={onKeyDown}
      >
        <span className={styles.cardTitle}>{taskTitle(row, t)}</span>
        {row.account !== null && (
          <span className={styles.cardLine}>
            {row.tier !== null && <TierSign tier={row.tier} />}
            {row.account}
          </span>
        )}
        <span className={styles.cardLine}>
          <span>{row.state === 'waiting' ? row.waiting?.on : (row.owner ?? t('tasks.nobody'))}</span>
          <span className={styles.cardDue} data-late={row.state === 'late' || undefined}>
            {row.state === 'snoozed'
              ? t('tasks.until', { day: row.snooze?.until.slice(5) ?? '' })
              : ended
                ? t(`tasks.state.${row.state}`)
                : dueText(row, today, t)}
          </span>
        </span>
      </button>
    </li>
  )
}
