import { type ChartColumn, layOutColumns } from '../../../../db/channel/rules/columnChart.ts'
import styles from './chart.module.css'

const SIZE = { width: 560, height: 150 }
/** Under the base line, for labels. */
const FOOT = 40

/** Shares as columns with what was meant as dashed lines; a screen reader gets them as one sentence each. */
export function ColumnChart({
  label,
  columns,
}: {
  readonly label: string
  readonly columns: readonly ChartColumn[]
}) {
  const placed = layOutColumns(columns, SIZE)
  const told = columns.map((column) => `${column.label} ${column.text}`).join(', ')
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${SIZE.width} ${SIZE.height + FOOT}`}
      role="img"
      aria-label={`${label}: ${told}`}
    >
      <line className={styles.base} x1={0} x2={SIZE.width} y1={SIZE.height} y2={SIZE.height} />
      {placed.map(({ key, x, width, middle, top, targetY, value, text, label: name, remark }) => (
        <g key={key} data-key={key}>
          {value !== null && <rect x={x} y={top} width={width} height={SIZE.height - top} />}
          {targetY !== null && (
            <line className={styles.target} x1={x - 8} x2={x + width + 8} y1={targetY} y2={targetY} />
          )}
          <text className={styles.value} x={middle} y={top - 5}>
            {text}
          </text>
          <text x={middle} y={SIZE.height + 17}>
            {name}
          </text>
          <text className={styles.quiet} x={middle} y={SIZE.height + 33}>
            {remark}
          </text>
        </g>
      ))}
    </svg>
  )
}
