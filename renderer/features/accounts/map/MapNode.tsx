import type { KeyboardEvent, PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { MapMember, MapPerson } from '../../../../db/accounts/map/contract.ts'
import {
  ATTITUDE_SIGNS,
  CARD_PX,
  cutText,
  ROLE_SHAPES,
  toPx,
} from '../../../../db/accounts/map/rules/drawing.ts'
import type { Point } from '../../../../db/accounts/map/rules/places.ts'
import type { Attitude, DecisionRole } from '../../../../db/accounts/people/rules/fields.ts'
import { SvgButton, SvgDecoration } from '../../../ui/SvgButton.tsx'
import styles from './map.module.css'
import { personFacts, standing } from './mapWords.ts'

/** Somebody on the map: one of theirs, or one of ours. */
export type MapNodeData =
  | { readonly side: 'theirs'; readonly id: string; readonly person: MapPerson; readonly weak: boolean }
  | { readonly side: 'ours'; readonly id: string; readonly member: MapMember }

/** What happens to a card. */
export interface NodeHandlers {
  onPointerDown(id: string, event: PointerEvent): void
  onHandle(id: string, event: PointerEvent): void
  onKeyDown(id: string, event: KeyboardEvent): void
  onKeyUp(id: string): void
  onSelect(id: string): void
}

/** A card: shape by role, colour and sign by attitude, name, title; a mark where something is missing. */
export function MapNode({
  node,
  place,
  selected,
  target,
  handlers,
}: {
  readonly node: MapNodeData
  readonly place: Point
  readonly selected: boolean
  /** a line is being drawn that would end here */
  readonly target: boolean
  readonly handlers: NodeHandlers
}) {
  const { t } = useTranslation()
  const { x, y } = toPx(place)
  const { name, title, facts } =
    node.side === 'theirs'
      ? { name: node.person.name, title: node.person.title, facts: personFacts(node.person, t) }
      : { name: node.member.name, title: node.member.role, facts: t('map.ours') }
  const short = node.side === 'theirs' ? standing(node.person, t) : ''
  const weak = node.side === 'theirs' && node.weak
  const label = t('map.person', { name, title, facts }) + (weak ? ` ${t('map.hole')}` : '')
  return (
    <SvgButton
      label={label}
      selected={selected}
      className={styles.node}
      data-node={node.id}
      data-side={node.side}
      data-target={target}
      data-weak={weak}
      transform={`translate(${x - CARD_PX.width / 2} ${y - CARD_PX.height / 2})`}
      onPointerDown={(event) => handlers.onPointerDown(node.id, event)}
      onKeyDown={(event) => handlers.onKeyDown(node.id, event)}
      onKeyUp={() => handlers.onKeyUp(node.id)}
      onFocus={() => handlers.onSelect(node.id)}
    >
      <rect className={styles.card} width={CARD_PX.width} height={CARD_PX.height} rx={6} />
      {node.side === 'theirs' ? (
        <RoleGlyph
          decisionRole={node.person.decisionRole}
          attitude={node.person.attitude}
          x={24}
          y={CARD_PX.height / 2}
        />
      ) : (
        // no initial: it would be read as part of the name
        <g transform={`translate(24 ${CARD_PX.height / 2})`}>
          <circle className={styles.initialDisc} r={13} />
          <path className={styles.figure} d="M0 -6 A3 3 0 1 1 -0.01 -6 Z M-6 7 A6 6 0 0 1 6 7 Z" />
        </g>
      )}
      <text className={styles.nodeName} x={44} y={node.side === 'theirs' ? 18 : 25}>
        {cutText(name, ROOM, 13)}
      </text>
      <text className={styles.nodeTitle} x={44} y={node.side === 'theirs' ? 34 : 43}>
        {cutText(title, ROOM + 4, 12)}
      </text>
      {node.side === 'theirs' && (
        <text className={styles.nodeFacts} x={44} y={49}>
          {cutText(short, ROOM + 8, 11)}
        </text>
      )}
      {weak && (
        <SvgDecoration className={styles.mark} transform={`translate(${CARD_PX.width - 12} 12)`}>
          <circle r={7} />
          <text y={4} textAnchor="middle">
            !
          </text>
        </SvgDecoration>
      )}
      <circle
        className={styles.handle}
        data-handle={node.id}
        cx={CARD_PX.width}
        cy={CARD_PX.height / 2}
        r={6}
        onPointerDown={(event) => handlers.onHandle(node.id, event)}
      />
    </SvgButton>
  )
}

const ROOM = CARD_PX.width - 56

/** The shape of a role in the colour and with the sign of an attitude. */
export function RoleGlyph({
  decisionRole,
  attitude,
  x = 0,
  y = 0,
}: {
  readonly decisionRole: DecisionRole | null
  readonly attitude: Attitude | null
  readonly x?: number
  readonly y?: number
}) {
  const { path, filled } = ATTITUDE_SIGNS[attitude ?? 'none']
  return (
    <g
      className={styles.glyph}
      data-attitude={attitude ?? 'none'}
      data-role={decisionRole ?? 'none'}
      transform={`translate(${x} ${y})`}
    >
      <path className={styles.shape} d={ROLE_SHAPES[decisionRole ?? 'none']} />
      <path className={filled ? styles.signFilled : styles.signOutlined} d={path} />
    </g>
  )
}
