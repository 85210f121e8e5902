import styles from './strip.module.css'

/** A course of values as a thin line with a dot at its end; `label` tells it to those who don't see it. */
export function Sparkline({
  values,
  label,
  width = 56,
  height = 18,
}: {
  readonly values: readonly number[]
  readonly label: string
  readonly width?: number
  readonly height?: number
}) {
  if (values.length < 2) return null
  const least = Math.min(...values)
  const span = Math.max(...values) - least || 1
  const points = values.map((value, at) => ({
    x: PAD + (at * (width - 2 * PAD)) / (values.length - 1),
    y: height - PAD - ((value - least) / span) * (height - 2 * PAD),
  }))
  const last = points.at(-1)
  return (
    <svg className={styles.sparkline} width={width} height={height} role="img" aria-label={label}>
      <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {last && <circle cx={last.x} cy={last.y} r={2} />}
    </svg>
  )
}

const PAD = 3
