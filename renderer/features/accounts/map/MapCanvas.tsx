import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RelationshipMap } from '../../../../db/accounts/map/contract.ts'
import { CARD_PX, type LineKind, toPx } from '../../../../db/accounts/map/rules/drawing.ts'
import { holesOf } from '../../../../db/accounts/map/rules/holes.ts'
import { linesOf } from '../../../../db/accounts/map/rules/lines.ts'
import { EDGE, type Point, STEP } from '../../../../db/accounts/map/rules/places.ts'
import { MapLine } from './MapLine.tsx'
import { MapNode, type MapNodeData } from './MapNode.tsx'
import styles from './map.module.css'
import { namesOf } from './mapWords.ts'
import type { MapView } from './useMapView.ts'

/** What is selected on the map. */
export type Selection =
  | { readonly sort: 'node'; readonly id: string }
  | { readonly sort: 'line'; readonly key: string }
  | null

/** A line about to be drawn: from whom to whom, and where in the window it was let go. */
export interface Connecting {
  readonly fromId: string
  readonly toId: string
  readonly at: Point
}

type Gesture =
  | { readonly kind: 'pan'; readonly last: Point }
  | { readonly kind: 'drag'; readonly id: string; readonly start: Point; readonly origin: Point }
  | { readonly kind: 'connect'; readonly id: string }

const SLACK_PX = 3

/** The drawing: cards can be dragged or moved with arrow keys, lines drawn from a card's handle to another card. */
export function MapCanvas({
  map,
  places,
  shown,
  view,
  selection,
  onSelect,
  onPlace,
  onConnect,
  onRemoveLine,
}: {
  readonly map: RelationshipMap
  readonly places: ReadonlyMap<string, Point>
  /** the kinds of lines to show */
  readonly shown: ReadonlySet<LineKind>
  readonly view: MapView
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  readonly onPlace: (id: string, place: Point) => void
  readonly onConnect: (connecting: Connecting) => void
  readonly onRemoveLine: (key: string) => void
}) {
  const { t } = useTranslation()
  const gesture = useRef<Gesture | null>(null)
  const [moving, setMoving] = useState<{ id: string; place: Point } | null>(null)
  const [line, setLine] = useState<{ fromId: string; to: Point; targetId: string | null } | null>(null)
  const names = useMemo(() => namesOf(map), [map])
  const nodes = useMemo(() => nodesOf(map), [map])
  const shownPlaces = useMemo(
    () => (moving ? new Map(places).set(moving.id, moving.place) : places),
    [places, moving],
  )
  const lines = linesOf(map, shownPlaces).filter(({ kind }) => shown.has(kind))
  const { x, y, scale } = view.view

  const begin = (next: Gesture, event: PointerEvent): void => {
    if (event.button !== 0) return
    gesture.current = next
    event.currentTarget.closest('svg')?.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent): void => {
    const now = gesture.current
    const at = { x: event.clientX, y: event.clientY }
    if (now?.kind === 'pan') {
      view.panBy(at.x - now.last.x, at.y - now.last.y)
      gesture.current = { kind: 'pan', last: at }
    } else if (now?.kind === 'drag') {
      const moved = { x: at.x - now.start.x, y: at.y - now.start.y }
      if (!moving && Math.hypot(moved.x, moved.y) < SLACK_PX) return
      if (!moving) view.hold()
      const place = {
        x: Math.round(now.origin.x + moved.x / scale / STEP),
        y: Math.round(now.origin.y + moved.y / scale / STEP),
      }
      setMoving({ id: now.id, place: within(place) })
    } else if (now?.kind === 'connect')
      setLine({ fromId: now.id, to: view.toMap(at), targetId: nodeAt(at, now.id) })
  }
  const end = (event: PointerEvent): void => {
    const now = gesture.current
    gesture.current = null
    if (now?.kind === 'drag' && moving) onPlace(moving.id, moving.place)
    if (now?.kind === 'connect' && line?.targetId)
      onConnect({ fromId: now.id, toId: line.targetId, at: { x: event.clientX, y: event.clientY } })
    setMoving(null)
    setLine(null)
  }
  const handlers = {
    onPointerDown(id: string, event: PointerEvent) {
      event.stopPropagation()
      onSelect({ sort: 'node', id })
      const origin = places.get(id)
      if (origin) begin({ kind: 'drag', id, start: { x: event.clientX, y: event.clientY }, origin }, event)
    },
    onHandle(id: string, event: PointerEvent) {
      event.stopPropagation()
      begin({ kind: 'connect', id }, event)
    },
    onKeyDown(id: string, event: KeyboardEvent) {
      const step = ARROWS[event.key]
      if (!step || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      const far = event.shiftKey ? 5 : 1
      if (!moving) view.hold()
      setMoving((before) => {
        const from = (before?.id === id ? before.place : places.get(id)) ?? { x: 0, y: 0 }
        return { id, place: within({ x: from.x + step.x * far, y: from.y + step.y * far }) }
      })
    },
    // one command for a key that was held, not one for each repetition
    onKeyUp(id: string) {
      if (moving?.id !== id || gesture.current) return
      onPlace(id, moving.place)
      setMoving(null)
    },
    onSelect: (id: string) => onSelect({ sort: 'node', id }),
  }

  return (
    <section className={styles.frame} ref={view.frame} aria-label={t('map.canvas')}>
      <svg
        className={styles.canvas}
        role="presentation"
        data-drawing={line !== null}
        onPointerDown={(event) => {
          onSelect(null)
          begin({ kind: 'pan', last: { x: event.clientX, y: event.clientY } }, event)
        }}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        {view.ready && (
          <g transform={`translate(${x} ${y}) scale(${scale})`}>
            {lines.map((one) => (
              <MapLine
                key={`${one.key} ${one.kind}`}
                line={one}
                label={t('map.lineName', {
                  from: names.get(one.fromId) ?? '',
                  to: names.get(one.toId) ?? '',
                  kind: one.kind === 'wanted' ? t('map.wanted') : t(`map.line.${one.kind}`),
                })}
                selected={selection?.sort === 'line' && selection.key === one.key}
                onSelect={() => onSelect({ sort: 'line', key: one.key })}
                onRemove={() => onRemoveLine(one.key)}
              />
            ))}
            {nodes.map((node) => (
              <MapNode
                key={node.id}
                node={node}
                place={shownPlaces.get(node.id) ?? { x: 0, y: 0 }}
                selected={selection?.sort === 'node' && selection.id === node.id}
                target={line?.targetId === node.id}
                handlers={handlers}
              />
            ))}
            {line && <NewLine from={shownPlaces.get(line.fromId)} to={line.to} />}
          </g>
        )}
      </svg>
    </section>
  )
}

function NewLine({ from, to }: { readonly from: Point | undefined; readonly to: Point }) {
  if (!from) return null
  const [a, b] = [toPx(from), toPx(to)]
  return <path className={styles.newLine} d={`M${a.x + CARD_PX.width / 2} ${a.y} L${b.x} ${b.y}`} />
}

function nodesOf(map: RelationshipMap): readonly MapNodeData[] {
  const weak = new Set<string>(holesOf(map).flatMap((hole) => ('personId' in hole ? [hole.personId] : [])))
  return [
    ...map.members.map((member) => ({ side: 'ours' as const, id: member.id, member })),
    ...map.people.map((person) => ({
      side: 'theirs' as const,
      id: person.id,
      person,
      weak: weak.has(person.id),
    })),
  ]
}

/** Whose card lies under a point of the window; the one that a line begins at is none. */
function nodeAt({ x, y }: Point, notId: string): string | null {
  const card = document.elementFromPoint(x, y)?.closest('[data-node]')
  const id = card instanceof SVGElement ? (card.dataset.node ?? null) : null
  return id === notId ? null : id
}

const within = ({ x, y }: Point): Point => ({
  x: Math.max(-EDGE, Math.min(EDGE, x)),
  y: Math.max(-EDGE, Math.min(EDGE, y)),
})

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
