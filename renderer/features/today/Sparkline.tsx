import styles from './today.module.css'

const WIDTH = 144
const HEIGHT = 36
const INSET = 3

/** A line without axes: how a figure went, with a dot where it is now. Gaps where nothing was known. */
export function Sparkline({
  values,
  label,
}: {
  readonly values: readonly (number | null)[]
  readonly label: string
}) {
  const known = values.filter((value) => value !== null)
  const low = Math.min(...known)
  const span = Math.max(...known) - low || 1
  const x = (at: number): number => INSET + (at / Math.max(1, values.length - 1)) * (WIDTH - 2 * INSET)
  const y = (value: number): number => HEIGHT - INSET - ((value - low) / span) * (HEIGHT - 2 * INSET)
  const points = values.flatMap((value, at) => (value === null ? [] : [{ x: x(at), y: y(value) }]))
  const last = points.at(-1)
  return (
    <svg
      className={styles.spark}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <polyline points={points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ')} />
      {last && <circle cx={last.x} cy={last.y} r={2.5} />}
    </svg>
  )
}
