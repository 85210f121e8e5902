import type { KeyboardEvent } from 'react'
import type { DrawnLine } from '../../../../db/accounts/map/rules/lines.ts'
import { SvgButton } from '../../../ui/SvgButton.tsx'
import styles from './map.module.css'

/** A line with a wide invisible one under it, easier to hit; influence has a dot in the middle, conflict a cross. */
export function MapLine({
  line,
  label,
  selected,
  onSelect,
  onRemove,
}: {
  readonly line: DrawnLine
  readonly label: string
  readonly selected: boolean
  readonly onSelect: () => void
  readonly onRemove: () => void
}) {
  const { kind, route, width } = line
  const { x, y } = route.middle
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') onSelect()
    else if (event.key === 'Delete') onRemove()
    else return
    event.preventDefault()
  }
  return (
    <SvgButton
      label={label}
      selected={selected}
      className={styles.line}
      data-kind={kind}
      onClick={onSelect}
      onKeyDown={press}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <path className={styles.lineHit} d={route.path} />
      <path className={styles.stroke} d={route.path} strokeWidth={width} />
      {kind === 'influences' && <circle className={styles.lineDot} cx={x} cy={y} r={3.5} />}
      {kind === 'conflicts' && (
        <path className={styles.stroke} strokeWidth={1.75} d={`M${x - 4} ${y - 4} l8 8 m0 -8 l-8 8`} />
      )}
    </SvgButton>
  )
}
