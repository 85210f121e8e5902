import { type KeyboardEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskRow } from '../../../../db/channel/tasks/rules/taskTable.ts'
import { taskTitle } from '../../../i18n/taskText.ts'
import { KeyHints } from '../../../ui/slots.tsx'
import { TierSign } from '../../../ui/tier.tsx'
import { Board, BoardCard, CardLine, stepOf } from '../board/Board.tsx'
import styles from './board.module.css'
import { BOARD_COLUMNS, type BoardColumn, columnOf, moveTo } from './boardColumns.ts'
import { dueText } from './taskDay.ts'
import type { TaskActs } from './useTaskActs.ts'

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
    const step = stepOf(event)
    const target = BOARD_COLUMNS[BOARD_COLUMNS.indexOf(column) + step]
    if (event.key === ' ') acts.act(row.state === 'done' ? 'reopen' : 'done', [row])
    else if (event.key === 'Delete') acts.ask('drop', [row])
    else if (event.key.toLowerCase() === 's' && !event.ctrlKey) acts.ask('snooze', [row])
    else if (step !== 0 && target !== undefined) move(row, target)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <Board
        label={t('tasks.board.label')}
        columns={BOARD_COLUMNS.map((column) => ({
          column,
          title: t(`tasks.board.column.${column}`),
          cards: columns.get(column) ?? [],
        }))}
        onDrop={move}
        card={(row, column) => (
          <Card
            row={row}
            today={today}
            opened={row.id === opened}
            onOpen={onOpen}
            onKeyDown={onKey(row, column)}
          />
        )}
      />
      <KeyHints
        hints={[
          { keys: 'Alt+←→', text: t('tasks.board.keys') },
          { keys: t('tasks.space'), text: t('tasks.hint.done') },
          { keys: 'S', text: t('tasks.hint.snooze') },
        ]}
      />
    </>
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
    <BoardCard
      id={row.id}
      title={taskTitle(row, t)}
      opened={opened}
      ended={ended}
      keys="Space"
      onOpen={() => onOpen(row)}
      onKeyDown={onKeyDown}
    >
      {row.account !== null && (
        <CardLine>
          {row.tier !== null && <TierSign tier={row.tier} />}
          {row.account}
        </CardLine>
      )}
      <CardLine>
        <span>{row.state === 'waiting' ? row.waiting?.on : (row.owner ?? t('tasks.nobody'))}</span>
        <span className={styles.due} data-late={row.state === 'late' || undefined}>
          {row.state === 'snoozed'
            ? t('tasks.until', { day: row.snooze?.until.slice(5) ?? '' })
            : ended
              ? t(`tasks.state.${row.state}`)
              : dueText(row, today, t)}
        </span>
      </CardLine>
    </BoardCard>
  )
}
