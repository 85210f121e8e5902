import { useTranslation } from 'react-i18next'
import {
  type Cell,
  cellText,
  type Destination,
  directionOf,
  type Origin,
} from '../../../../db/evaluation/moves/rules/migration.ts'
import { layOutSankey } from '../../../../db/evaluation/moves/rules/sankey.ts'
import { PLACE_SIGNS } from '../../../../db/terms/moves.ts'
import { SvgButton, SvgDecoration } from '../../../ui/SvgButton.tsx'
import styles from './moves.module.css'

const WIDTH = 410
const HEIGHT = 236
const LABELS = 100
const BAR = 8
const FRAME = { left: LABELS + BAR, right: WIDTH - LABELS - BAR, height: HEIGHT, gap: 9 }

/** Who went where as ribbons between two bars of tiers; each ribbon is a button that lists its accounts. */
export function Sankey({
  counts,
  cell,
  onPick,
}: {
  readonly counts: readonly (readonly number[])[]
  readonly cell: Cell | null
  readonly onPick: (cell: Cell) => void
}) {
  const { t } = useTranslation()
  const { nodes, flows } = layOutSankey(counts, FRAME)
  const word = (place: Origin | Destination): string => t(`moves.place.${place}`)
  return (
    <section className={styles.sankey} aria-label={t('moves.sankey')}>
      <svg width={WIDTH} height={HEIGHT} role="presentation">
        {flows.map(({ cell: flow, count, path }) => {
          const label = t('moves.flow', { from: word(flow.from), to: word(flow.to), count })
          return (
            <SvgButton
              key={cellText(flow)}
              className={styles.flow}
              data-direction={directionOf(flow)}
              label={label}
              selected={cell !== null && cellText(cell) === cellText(flow)}
              onClick={() => onPick(flow)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return
                event.preventDefault()
                onPick(flow)
              }}
            >
              <title>{label}</title>
              <path d={path} />
            </SvgButton>
          )
        })}
        <SvgDecoration>
          {nodes.map(({ side, place, count, y, height }) => {
            const x = side === 'from' ? LABELS : FRAME.right
            return (
              <g key={`${side} ${place}`} className={styles.node} data-place={place}>
                <rect x={x} y={y} width={BAR} height={Math.max(1, height)} />
                <text
                  x={side === 'from' ? x - 6 : x + BAR + 6}
                  y={y + height / 2}
                  textAnchor={side === 'from' ? 'end' : 'start'}
                  dominantBaseline="central"
                >
                  {`${PLACE_SIGNS[place]} ${word(place)} ${count}`}
                </text>
              </g>
            )
          })}
        </SvgDecoration>
      </svg>
    </section>
  )
}
