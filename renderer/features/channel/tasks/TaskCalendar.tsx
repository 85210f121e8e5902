import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type DragEvent, type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { birthdayText } from '../../../../db/accounts/people/rules/birthday.ts'
import { addDays, dayOf } from '../../../../db/accounts/rules/days.ts'
import { dueDay } from '../../../../db/channel/tasks/rules/states.ts'
import { type TaskRow, taskRow } from '../../../../db/channel/tasks/rules/taskTable.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { taskTitle } from '../../../i18n/taskText.ts'
import { ArrowLeftOutlined, ArrowRightOutlined } from '../../../ui/icons.tsx'
import { KeyHints } from '../../../ui/slots.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import styles from './calendar.module.css'
import type { TaskActs } from './useTaskActs.ts'

type Month = Awaited<ReturnType<typeof api.tasks.calendar.call>>
type Day = Month['days'][number]

/** Tasks that a day shows; the list has them all. */
const MOST_SHOWN = 3
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** The month's tasks by their day, with the lunar calendar: dragged to another day, or moved with Alt and the arrows. */
export function TaskCalendar({
  month: wanted,
  onMonth,
  ownerId,
  acts,
  opened,
  onOpen,
}: {
  /** YYYY-MM; null for this one */
  readonly month: string | null
  readonly onMonth: (month: string | null) => void
  readonly ownerId: string | undefined
  readonly acts: TaskActs
  readonly opened: string | undefined
  readonly onOpen: (row: TaskRow) => void
}) {
  const { t } = useTranslation()
  const [over, setOver] = useState<string | null>(null)
  const month = /^(20\d\d|2100)-(0[1-9]|1[0-2])$/.test(wanted ?? '')
    ? (wanted ?? '')
    : dayOf(Date.now()).slice(0, 7)
  const { data, error } = useQuery(
    api.tasks.calendar.queryOptions({
      input: { month, ...(ownerId === undefined ? {} : { ownerId }) },
      placeholderData: keepPreviousData,
    }),
  )
  const byDay = useMemo(
    () =>
      Map.groupBy(
        (data?.rows ?? []).map((row) => taskRow(row, data?.today ?? '')),
        dueDay,
      ),
    [data],
  )
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!data) return null
  const go = (months: number): void => onMonth(monthAfter(month, months))
  const drop = (on: string) => (event: DragEvent) => {
    event.preventDefault()
    setOver(null)
    const id = event.dataTransfer.getData('text/plain')
    const row = [...byDay.values()].flat().find((one) => one.id === id)
    if (row && dueDay(row) !== on) void acts.moveTo([row], on)
  }
  const onKey = (row: TaskRow) => (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (event.altKey && step !== undefined) void acts.moveTo([row], addDays(dueDay(row), step))
    else if (event.key === ' ') acts.act('done', [row])
    else if (event.key === 'Delete') acts.ask('drop', [row])
    else if (event.key.toLowerCase() === 's' && !event.ctrlKey) acts.ask('snooze', [row])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const [year = '', number = ''] = month.split('-')
  return (
    <section className={styles.calendar} aria-label={t('tasks.calendar.label')}>
      <header className={styles.head}>
        <Button
          icon={<ArrowLeftOutlined />}
          aria-label={t('tasks.calendar.previous')}
          onClick={() => go(-1)}
        />
        <Button icon={<ArrowRightOutlined />} aria-label={t('tasks.calendar.next')} onClick={() => go(1)} />
        <h2>{t('tasks.calendar.month', { year, month: number })}</h2>
        <Button onClick={() => onMonth(null)}>{t('tasks.calendar.now')}</Button>
        {data.more > 0 && (
          <span className={styles.tooMany}>{t('tasks.calendar.tooMany', { count: data.more })}</span>
        )}
      </header>
      <div className={styles.weekdays} aria-hidden="true">
        {t('tasks.calendar.weekdays')
          .split(' ')
          .map((name) => (
            <span key={name}>{name}</span>
          ))}
      </div>
      <ol className={styles.days}>
        {data.days.map((day) => (
          <li
            key={day.on}
            className={styles.day}
            data-other={!day.on.startsWith(month) || undefined}
            data-today={day.on === data.today || undefined}
            ref={day.on === data.today ? showOnce : undefined}
            data-rest={!day.workday || undefined}
            data-over={over === day.on || undefined}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(day.on)
            }}
            onDragLeave={() => setOver(null)}
            onDrop={drop(day.on)}
          >
            <DayHead day={day} />
            {(byDay.get(day.on) ?? []).slice(0, MOST_SHOWN).map((row) => (
              <button
                key={row.id}
                type="button"
                className={styles.task}
                draggable
                data-late={row.state === 'late' || undefined}
                aria-pressed={row.id === opened}
                aria-label={`${day.on} ${taskTitle(row, t)} ${row.account ?? ''}`}
                aria-keyshortcuts="Alt+ArrowRight Alt+ArrowLeft Alt+ArrowUp Alt+ArrowDown Space"
                title={`${taskTitle(row, t)} ${row.account ?? ''}`}
                onDragStart={(event) => event.dataTransfer.setData('text/plain', row.id)}
                onClick={() => onOpen(row)}
                onKeyDown={onKey(row)}
              >
                {row.dueTime} {taskTitle(row, t)}
              </button>
            ))}
            <More count={(byDay.get(day.on)?.length ?? 0) - MOST_SHOWN} />
          </li>
        ))}
      </ol>
      <KeyHints
        hints={[
          { keys: 'Alt+←→↑↓', text: t('tasks.calendar.keys') },
          { keys: t('tasks.space'), text: t('tasks.hint.done') },
        ]}
      />
    </section>
  )
}

/** Brings today's week into sight when the calendar is opened. */
const showOnce = (cell: HTMLElement | null): void => cell?.scrollIntoView({ block: 'nearest' })

function More({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  return count > 0 && <span className={styles.moreTasks}>{t('tasks.calendar.more', { count })}</span>
}

/** The day of the month, and what the lunar calendar says of it: a festival, the month's name on its first day. */
function DayHead({ day }: { readonly day: Day }) {
  const { t, i18n } = useTranslation()
  const { on, lunarMonth, lunarLeap, lunarDay, festival, workday } = day
  const weekend = [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay())
  const lunar = birthdayText(
    { calendar: 'lunar', year: null, month: lunarMonth, leap: lunarLeap, day: lunarDay },
    i18n.language === 'zh' ? 'zh' : 'en',
  ).replace(/^农历|^lunar /, '')
  const short = lunarDay === 1 ? lunar : lunar.replace(/^.*月|^.*-/, '')
  return (
    <span className={styles.dayHead}>
      <strong>{Number(on.slice(8))}</strong>
      <span className={styles.lunar}>{festival === null ? short : t(`tasks.festival.${festival}`)}</span>
      {!workday && !weekend && <span className={styles.rest}>{t('tasks.calendar.rest')}</span>}
    </span>
  )
}

function monthAfter(month: string, months: number): string {
  const [year = 2_000, number = 1] = month.split('-').map(Number)
  const at = year * 12 + number - 1 + months
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}
