import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestLine } from '../../../../db/channel/requests/contract.ts'
import { CLOCKS } from '../../../../db/channel/requests/rules/clocks.ts'
import {
  after,
  needsReason,
  REQUEST_EVENTS,
  type RequestEventKind,
  type RequestState,
} from '../../../../db/channel/requests/rules/states.ts'
import type { WorkCalendar } from '../../../../db/department/calendar/rules/calendar.ts'
import { ClockFace } from '../../../shared/clocks/ClockFace.tsx'
import { clockLook } from '../../../shared/clocks/clockText.ts'
import { calendarFor } from '../../../shared/clocks/useTicking.ts'
import { TierSign } from '../../../ui/tier.tsx'
import { showToast } from '../../../ui/toast.ts'
import { Board, BoardCard, CardLine, stepOf } from '../board/Board.tsx'
import styles from './board.module.css'
import { StepWordsForm } from './StepBar.tsx'
import { useStepping } from './useStepping.ts'

/** The columns of the board, in the order in which a request goes through them. */
const COLUMNS: readonly RequestState[] = [
  'new',
  'accepted',
  'working',
  'waitingCustomer',
  'waitingThird',
  'waitingUs',
  'solved',
  'confirmed',
]

/** Requests by state: a card is dragged, or moved with Alt and the arrows, to where it goes next. */
export function RequestBoard({
  rows,
  calendars,
  now,
  opened,
  onOpen,
}: {
  readonly rows: readonly RequestLine[]
  readonly calendars: Readonly<Record<string, WorkCalendar>>
  readonly now: number
  readonly opened: string | undefined
  readonly onOpen: (requestId: string) => void
}) {
  const { t } = useTranslation()
  const stepping = useStepping()
  const [asking, setAsking] = useState<{ row: RequestLine; event: RequestEventKind } | null>(null)
  const move = (row: RequestLine, to: RequestState): void => {
    const event = eventTo(row.state, to)
    if (row.state === to) return
    if (event === undefined)
      showToast({
        kind: 'hint',
        text: t('requests.cantMove', {
          from: t(`requests.state.${row.state}`),
          to: t(`requests.state.${to}`),
        }),
      })
    else if (needsReason(row.state, event)) setAsking({ row, event })
    else void stepping.step([row.id], event)
  }
  const onKey = (row: RequestLine) => (event: KeyboardEvent) => {
    if (event.key === 'Enter') onOpen(row.id)
    const step = stepOf(event)
    if (step === 0) return
    event.preventDefault()
    event.stopPropagation()
    const target = nextColumn(row.state, step)
    if (target !== undefined) move(row, target)
    else
      showToast({ kind: 'hint', text: t('requests.lastThere', { from: t(`requests.state.${row.state}`) }) })
  }
  return (
    <>
      {asking && (
        <div className={styles.asking}>
          <StepWordsForm
            event={asking.event}
            reason
            unconfirmed={false}
            cancel={() => setAsking(null)}
            done={async (words) => {
              if (await stepping.step([asking.row.id], asking.event, words)) setAsking(null)
            }}
          />
        </div>
      )}
      <Board
        label={t('requests.board')}
        columns={COLUMNS.map((column) => ({
          column,
          title: t(`requests.state.${column}`),
          cards: rows.filter(({ state }) => state === column),
        }))}
        onDrop={move}
        card={(row) => (
          <Card
            row={row}
            calendars={calendars}
            now={now}
            opened={row.id === opened}
            onOpen={onOpen}
            onKeyDown={onKey(row)}
          />
        )}
      />
    </>
  )
}

function Card({
  row,
  calendars,
  now,
  opened,
  onOpen,
  onKeyDown,
}: {
  readonly row: RequestLine
  readonly calendars: Readonly<Record<string, WorkCalendar>>
  readonly now: number
  readonly opened: boolean
  readonly onOpen: (requestId: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}) {
  const { t } = useTranslation()
  const calendar = calendarFor(calendars, row.calendarId)
  const clock = CLOCKS.find(
    (name) => row.clocks[name].kind === 'running' || row.clocks[name].kind === 'paused',
  )
  return (
    <BoardCard
      id={row.id}
      title={row.title}
      opened={opened}
      above={
        <span className={styles.head}>
          {row.code}
          <span>{row.owner ?? t('requests.nobody')}</span>
        </span>
      }
      onOpen={() => onOpen(row.id)}
      onKeyDown={onKeyDown}
    >
      <CardLine>
        {row.tier !== null && <TierSign tier={row.tier} />}
        {row.account}
      </CardLine>
      {clock !== undefined && (
        <span className={styles.clock}>
          {t(`requests.clock.${clock}`)}
          <ClockFace look={clockLook(calendar, row.clocks[clock], now, t)} />
        </span>
      )}
    </BoardCard>
  )
}

/** The event that leads from one state to another; undefined where none does. */
const eventTo = (from: RequestState, to: RequestState): RequestEventKind | undefined =>
  REQUEST_EVENTS.find((event) => after(from, event) === to)

/** The nearest column at a side that a request may go to. */
function nextColumn(from: RequestState, step: 1 | -1): RequestState | undefined {
  const at = COLUMNS.indexOf(from)
  for (let next = at + step; next >= 0 && next < COLUMNS.length; next += step) {
    const state = COLUMNS[next]
    if (state !== undefined && eventTo(from, state) !== undefined) return state
  }
  return undefined
}
