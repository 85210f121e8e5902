import { type DragEvent, type KeyboardEvent, useState } from 'react'
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
import { TierSign } from '../../../ui/tier.tsx'
import { showToast } from '../../../ui/toast.ts'
import styles from './board.module.css'
import { ClockFace } from './ClockFace.tsx'
import { clockLook } from './clockText.ts'
import { StepWordsForm } from './StepBar.tsx'
import { useStepping } from './useStepping.ts'
import { calendarFor } from './useTicking.ts'

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

/** Cards that a column shows; the list has them all. */
const MOST_CARDS = 100

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
  const [over, setOver] = useState<RequestState | null>(null)
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
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (!event.altKey || step === 0) return
    event.preventDefault()
    event.stopPropagation()
    const target = nextColumn(row.state, step)
    if (target !== undefined) move(row, target)
  }
  const drop = (to: RequestState) => (event: DragEvent) => {
    event.preventDefault()
    setOver(null)
    const row = rows.find(({ id }) => id === event.dataTransfer.getData('text/plain'))
    if (row) move(row, to)
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
      <section className={styles.board} aria-label={t('requests.board')}>
        {COLUMNS.map((state) => {
          const cards = rows.filter((row) => row.state === state)
          return (
            <section
              key={state}
              className={styles.column}
              aria-label={t(`requests.state.${state}`)}
              data-over={over === state || undefined}
              onDragOver={(event) => {
                event.preventDefault()
                setOver(state)
              }}
              onDragLeave={() => setOver(null)}
              onDrop={drop(state)}
            >
              <h2 className={styles.columnTitle}>
                {t(`requests.state.${state}`)} <span>{cards.length}</span>
              </h2>
              <ul className={styles.cards}>
                {cards.slice(0, MOST_CARDS).map((row) => (
                  <Card
                    key={row.id}
                    row={row}
                    calendars={calendars}
                    now={now}
                    opened={row.id === opened}
                    onOpen={onOpen}
                    onKeyDown={onKey(row)}
                  />
                ))}
              </ul>
            </section>
          )
        })}
      </section>
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
    <li>
      <button
        type="button"
        className={styles.card}
        draggable
        aria-pressed={opened}
        aria-keyshortcuts="Alt+ArrowRight Alt+ArrowLeft"
        onDragStart={(event) => event.dataTransfer.setData('text/plain', row.id)}
        onClick={() => onOpen(row.id)}
        onKeyDown={onKeyDown}
      >
        <span className={styles.cardHead}>
          {row.code}
          <span>{row.owner ?? t('requests.nobody')}</span>
        </span>
        <strong className={styles.cardTitle}>{row.title}</strong>
        <span className={styles.cardAccount}>
          {row.tier !== null && <TierSign tier={row.tier} />}
          {row.account}
        </span>
        {clock !== undefined && (
          <span className={styles.cardClock}>
            {t(`requests.clock.${clock}`)}
            <ClockFace look={clockLook(calendar, row.clocks[clock], now, t)} />
          </span>
        )}
      </button>
    </li>
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
