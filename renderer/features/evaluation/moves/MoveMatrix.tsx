import { useTranslation } from 'react-i18next'
import {
  type Cell,
  cellText,
  DESTINATIONS,
  directionOf,
  ORIGINS,
} from '../../../../db/evaluation/moves/rules/migration.ts'
import styles from './moves.module.css'

/** The table behind the picture: a row for where accounts were, a column for where they are; each count lists them. */
export function MoveMatrix({
  counts,
  cell,
  onPick,
}: {
  readonly counts: readonly (readonly number[])[]
  readonly cell: Cell | null
  readonly onPick: (cell: Cell) => void
}) {
  const { t } = useTranslation()
  return (
    <table className={styles.matrix} aria-label={t('moves.matrix')}>
      <thead>
        <tr>
          <th scope="col">{t('moves.matrixCorner')}</th>
          {DESTINATIONS.map((to) => (
            <th key={to} scope="col">
              {t(`moves.place.${to}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ORIGINS.map((from, row) => (
          <tr key={from}>
            <th scope="row">{t(`moves.place.${from}`)}</th>
            {DESTINATIONS.map((to, column) => (
              <Count
                key={to}
                cell={{ from, to }}
                count={counts[row]?.[column] ?? 0}
                chosen={cell}
                onPick={onPick}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const ARROWS = { up: '↑', down: '↓', same: '', none: '' } as const

function Count({
  cell,
  count,
  chosen,
  onPick,
}: {
  readonly cell: Cell
  readonly count: number
  readonly chosen: Cell | null
  readonly onPick: (cell: Cell) => void
}) {
  const { t } = useTranslation()
  const direction = directionOf(cell)
  if (count === 0) return <td data-direction={direction}>·</td>
  const isChosen = chosen !== null && cellText(chosen) === cellText(cell)
  const words = { from: t(`moves.place.${cell.from}`), to: t(`moves.place.${cell.to}`), count }
  return (
    <td data-direction={direction}>
      <button
        type="button"
        aria-pressed={isChosen}
        aria-label={t('moves.flow', words)}
        onClick={() => onPick(cell)}
      >
        {count}
        <span className={styles.arrow} aria-hidden="true">
          {ARROWS[direction]}
        </span>
      </button>
    </td>
  )
}
