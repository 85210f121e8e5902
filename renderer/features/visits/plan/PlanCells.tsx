import { Dropdown } from 'antd'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { PlanMark, PlanRow } from '../../../../db/visits/plan/contract.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { markText } from './markLook.ts'
import styles from './plan.module.css'
import type { Planning } from './usePlanning.ts'
import { VisitMark } from './VisitMark.tsx'

/** Marks that a cell shows; more of them are in a menu. */
const MOST_SHOWN = 2

/** Moves the focus to a cell; to a visit in it once that is there. */
export type GoTo = (place: Place, visitId?: string | null) => void

/** A cell of the matrix: its row, and its month 0–11. */
export interface Place {
  readonly row: number
  readonly month: number
}

/** The month 0–11 of a year: 2026-03. */
export const monthName = (year: number, month: number): string =>
  `${year}-${String(month + 1).padStart(2, '0')}`

const STEPS: Readonly<Record<string, Place>> = {
  ArrowLeft: { row: 0, month: -1 },
  ArrowRight: { row: 0, month: 1 },
  ArrowUp: { row: -1, month: 0 },
  ArrowDown: { row: 1, month: 0 },
}

interface CellProps {
  readonly place: Place
  readonly row: PlanRow
  readonly year: number
  readonly isActive: boolean
  readonly goTo: GoTo
  readonly planning: Planning
}

/** Arrows walk from cell to cell; with Alt, they move a visit to another month. */
const keysOf =
  ({ place, year, goTo, planning }: CellProps, mark: PlanMark | null) =>
  (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (!step || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    if (!event.altKey) goTo({ row: place.row + step.row, month: place.month + step.month })
    else if (mark && step.month !== 0) {
      const month = place.month + step.month
      if (month < 0 || month > 11) return
      void planning.move(mark, monthName(year, month)).then((moved) => {
        if (moved) goTo({ row: place.row, month }, mark.visitId)
      })
    }
  }

/** The name of a cell, for looking it up. */
export const cellName = ({ row, month }: Place): string => `${row},${month}`

/** Marks by {@link cellName}. */
export function byCell(marks: readonly PlanMark[]): ReadonlyMap<string, readonly PlanMark[]> {
  const cells = new Map<string, PlanMark[]>()
  for (const mark of marks)
    for (const row of mark.rows) {
      const key = cellName({ row, month: Number(mark.day.slice(5, 7)) - 1 })
      const cell = cells.get(key)
      if (cell) cell.push(mark)
      else cells.set(key, [mark])
    }
  return cells
}

/** A month without a visit: a click plans one. */
export function EmptyCell(props: CellProps & { readonly isPast: boolean; readonly label: string }) {
  const { place, row, year, isPast, isActive, label, planning } = props
  return (
    <button
      type="button"
      className={styles.empty}
      data-cell={cellName(place)}
      data-past={isPast || undefined}
      tabIndex={isActive ? 0 : -1}
      aria-label={label}
      onClick={() => void planning.plan(row, monthName(year, place.month))}
      onKeyDown={keysOf(props, null)}
    />
  )
}

/** A month with its visits. */
export function MarkedCell(props: CellProps & { readonly marks: readonly PlanMark[] }) {
  const { place, row, marks, isActive, planning } = props
  const { t } = useTranslation()
  const navigate = useNavigate()
  const tabIndex = isActive ? 0 : -1
  const shown = marks.length > MOST_SHOWN ? marks.slice(0, 1) : marks
  const open = ({ visitId }: PlanMark): void => void navigate(`/visits/${visitId}`)
  return (
    <span className={styles.marks} data-many={marks.length > 1 || undefined}>
      {shown.map((mark, nth) => (
        <VisitMark
          key={mark.visitId}
          mark={mark}
          account={row.name}
          movable={planning.movable(mark)}
          tabIndex={tabIndex}
          cell={nth === 0 ? cellName(place) : undefined}
          onOpen={() => open(mark)}
          onKeyDown={keysOf(props, mark)}
        />
      ))}
      {marks.length > MOST_SHOWN && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: marks.map((mark) => ({
              key: mark.visitId,
              label: markText(mark, row.name, spokenLanguage(), t),
              onClick: () => open(mark),
            })),
          }}
        >
          <button type="button" className={styles.more} tabIndex={tabIndex}>
            {t('visitPlan.more', { count: marks.length - 1 })}
          </button>
        </Dropdown>
      )}
    </span>
  )
}
