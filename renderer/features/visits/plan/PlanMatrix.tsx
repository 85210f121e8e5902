import { type DragEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PlanMark, PlanRow } from '../../../../db/visits/plan/contract.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { TierSign } from '../../../ui/tier.tsx'
import { monthShort } from './markLook.ts'
import { byCell, cellName, EmptyCell, type GoTo, MarkedCell, monthName, type Place } from './PlanCells.tsx'
import { PlanColumns } from './PlanColumns.tsx'
import styles from './plan.module.css'
import type { Planning } from './usePlanning.ts'
import { useRowWindow } from './useRowWindow.ts'

const MONTHS = Array.from({ length: 12 }, (_, month) => month)
/** Stands for the month in a text that is translated once for a row: a plan's empty cells are most of its cells. */
const MONTH = '\uE000'

/** Accounts × months with the visits of a year. One cell is reached with Tab, the others from there with the arrows. */
export function PlanMatrix({
  year,
  today,
  rows,
  marks,
  planning,
}: {
  readonly year: number
  readonly today: string
  readonly rows: readonly PlanRow[]
  readonly marks: readonly PlanMark[]
  readonly planning: Planning
}) {
  const { t } = useTranslation()
  const language = spokenLanguage()
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last, before, behind, onScroll, show } = useRowWindow(scroller, rows.length)
  const [active, setActive] = useState<Place>({ row: 0, month: currentMonth(year, today) ?? 0 })
  /** where the focus goes as soon as it is there: a cell, or a visit that moved into it */
  const focusNext = useRef<{ readonly visitId: string | null } | null>(null)
  const cells = useMemo(() => byCell(marks), [marks])
  useEffect(() => {
    const { current: wanted } = focusNext
    if (!wanted) return
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-cell="${active.row},${active.month}"]`)
    // a visit that was moved is read anew from the engine before it stands there
    if (!cell || (wanted.visitId !== null && cell.dataset.visit !== wanted.visitId)) return
    focusNext.current = null
    cell.focus()
  })
  const goTo: GoTo = (place, visitId = null) => {
    const next = { row: clamp(place.row, rows.length), month: clamp(place.month, 12) }
    focusNext.current = { visitId }
    show(next.row)
    setActive(next)
  }
  const now = currentMonth(year, today)
  return (
    <div className={styles.matrix} ref={scroller} onScroll={onScroll}>
      <table
        className={styles.table}
        aria-label={t('visitPlan.title', { year })}
        aria-rowcount={rows.length + 1}
      >
        <PlanColumns />
        <thead>
          <tr>
            <th scope="col">{t('visitPlan.column.account')}</th>
            <th scope="col">{t('visitPlan.column.owner')}</th>
            <th scope="col" className={styles.number} title={t('visitPlan.dueHint')}>
              {t('visitPlan.column.due')}
            </th>
            {MONTHS.map((month) => (
              <th key={month} scope="col" className={styles.month} data-now={month === now || undefined}>
                {monthShort(month, language)}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              {t('visitPlan.column.done')}
            </th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr style={{ height: before }} />}
          {rows.slice(first, last).map((row, at) => (
            <MatrixRow
              key={row.accountId}
              at={first + at}
              row={row}
              year={year}
              today={today}
              cells={cells}
              active={active}
              goTo={goTo}
              marks={marks}
              planning={planning}
            />
          ))}
          {behind > 0 && <tr style={{ height: behind }} />}
        </tbody>
      </table>
    </div>
  )
}

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))

/** The month of today, 0–11, in this year; undefined in another one. */
const currentMonth = (year: number, today: string): number | undefined =>
  today.startsWith(`${year}-`) ? Number(today.slice(5, 7)) - 1 : undefined

interface RowProps {
  readonly at: number
  readonly row: PlanRow
  readonly year: number
  readonly today: string
  readonly cells: ReadonlyMap<string, readonly PlanMark[]>
  readonly active: Place
  readonly goTo: GoTo
  readonly marks: readonly PlanMark[]
  readonly planning: Planning
}

function MatrixRow({ at, row, year, today, cells, active, goTo, marks, planning }: RowProps) {
  const { t } = useTranslation()
  const [over, setOver] = useState<number | null>(null)
  const now = currentMonth(year, today)
  const late = row.nextDue !== null && row.nextDue < today
  const drop = (month: number) => (event: DragEvent) => {
    event.preventDefault()
    setOver(null)
    const mark = marks.find(({ visitId }) => visitId === event.dataTransfer.getData('text/plain'))
    if (mark && monthOf(mark) !== monthName(year, month)) void planning.move(mark, monthName(year, month))
  }
  const planIn = t('visitPlan.planIn', { name: row.name, month: MONTH })
  const cell = (month: number): ReactNode => {
    const marked = cells.get(cellName({ row: at, month }))
    const props = {
      place: { row: at, month },
      row,
      year,
      isActive: active.row === at && active.month === month,
      goTo,
      planning,
    }
    if (marked) return <MarkedCell {...props} marks={marked} />
    const name = monthName(year, month)
    return (
      <EmptyCell {...props} isPast={name < today.slice(0, 7)} label={planIn.replace(MONTH, () => name)} />
    )
  }
  const due =
    row.nextDue === null ? '' : t('visitPlan.nextDue', { last: row.lastMet ?? '–', due: row.nextDue })
  return (
    <tr aria-rowindex={at + 2}>
      <th scope="row" title={due === '' ? row.name : `${row.name} ${due}`}>
        <span className={styles.account}>
          {row.tier !== null && <TierSign tier={row.tier} />}
          <Link to={`/accounts/${row.accountId}`}>{row.name}</Link>
          {late && row.due > row.done && (
            <span className={styles.late} title={due}>
              {t('visitPlan.lateWord')}
            </span>
          )}
        </span>
      </th>
      <td className={styles.owner} title={row.owner ?? ''}>
        {row.owner}
      </td>
      <td className={styles.number}>{row.due === 0 ? '–' : row.due}</td>
      {MONTHS.map((month) => (
        <td
          key={month}
          className={styles.month}
          data-now={month === now || undefined}
          data-over={over === month || undefined}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(month)
          }}
          onDragLeave={() => setOver(null)}
          onDrop={drop(month)}
        >
          {cell(month)}
        </td>
      ))}
      <td className={styles.number}>
        {row.due === 0 ? (
          <strong>{row.done}</strong>
        ) : (
          <>
            <strong>{row.done}</strong> <span className={styles.of}>/ {row.due}</span>
          </>
        )}
      </td>
    </tr>
  )
}

const monthOf = ({ day }: Pick<PlanMark, 'day'>): string => day.slice(0, 7)
