import type { MapPerson, RelationshipMap } from '../contract.ts'
import { superiorsOf } from './circles.ts'
import { CARD, overlap, type Point } from './places.ts'

/** Everything that the layout depends on. */
export type Laid = Pick<RelationshipMap, 'people' | 'members' | 'relations' | 'coverage' | 'places'>

const GAP = { x: 3, y: 4 } as const
/** Between our people and theirs: room for the coverage lines. */
const SIDE = 24
/** A column of people without a superior or subordinates. */
const LONGEST_COLUMN = 8
/** More subordinates than this without their own hang below each other. */
const MOST_BESIDE = 3
/** How far hanging cards stand to the right of their superior: their lines go down at the left. */
export const INDENT = 4

/**
 * Where everybody stands: where they were put; who was not, where the automatic layout has them, moved down until
 * they cover nobody. Reporting trees by level, no line of a tree crossing another; people outside of any tree in
 * columns below; our people at the left, each as near as possible to whom they know.
 */
export function layOut(map: Laid): ReadonlyMap<string, Point> {
  const kept = new Map(map.places.map(({ nodeId, x, y }) => [nodeId, { x, y }]))
  const placed = new Map<string, Point>()
  const automatic = automaticLayout(map)
  for (const id of automatic.keys()) {
    const place = kept.get(id)
    if (place) placed.set(id, place)
  }
  for (const [id, place] of automatic) if (!placed.has(id)) placed.set(id, freeFrom(place, placed))
  return placed
}

/** The first place at or below one at which a card covers no other. */
function freeFrom(place: Point, placed: ReadonlyMap<string, Point>): Point {
  let { y } = place
  for (;;) {
    const blocked = [...placed.values()].filter((other) => overlap({ x: place.x, y }, other))
    if (blocked.length === 0) return { x: place.x, y }
    y = Math.max(...blocked.map((other) => other.y)) + CARD.height + 1
  }
}

function automaticLayout(map: Laid): ReadonlyMap<string, Point> {
  const people = placePeople(map)
  const all = [...people, ...placeMembers(map, people)]
  return new Map(all.map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]))
}

function placePeople({ people, relations }: Laid): ReadonlyMap<string, Point> {
  const tree = new Tree(people, relations)
  const placed = new Map<string, Point>()
  let left = SIDE + CARD.width / 2
  const first = left
  let bottom = 0
  for (const root of tree.roots) {
    const { width, height } = tree.place(root, left, CARD.height / 2, placed)
    left += width + GAP.x * 2
    bottom = Math.max(bottom, height)
  }
  const top = bottom === 0 ? 0 : bottom + GAP.y
  const columns = Math.ceil(tree.alone.length / LONGEST_COLUMN)
  const rows = Math.ceil(tree.alone.length / Math.max(columns, 1))
  tree.alone.forEach(({ id }, at) => {
    const x = first + CARD.width / 2 + Math.floor(at / rows) * (CARD.width + GAP.x)
    placed.set(id, { x, y: top + CARD.height / 2 + (at % rows) * (CARD.height + GAP.y) })
  })
  return placed
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Who reports to whom, each person below one superior at most, without circles. */
class Tree {
  readonly roots: readonly MapPerson[]
  /** neither superior nor subordinates */
  readonly alone: readonly MapPerson[]
  private readonly below: ReadonlyMap<string, readonly MapPerson[]>

  constructor(people: readonly MapPerson[], relations: Laid['relations']) {
    const sorted = [...people].sort(byWeight)
    const above = superiorOfEach(sorted, relations)
    const below = new Map<string, MapPerson[]>()
    for (const person of sorted) {
      const superior = above.get(person.id)
      if (superior !== undefined) below.set(superior, [...(below.get(superior) ?? []), person])
    }
    this.below = below
    const tops = sorted.filter(({ id }) => !above.has(id))
    this.roots = tops.filter(({ id }) => below.has(id))
    this.alone = tops.filter(({ id }) => !below.has(id))
  }

  /** Places a person and all below them into a box that begins at `left`; answers with the box's size. */
  place(person: MapPerson, left: number, y: number, into: Map<string, Point>): Size {
    const children = this.below.get(person.id) ?? []
    const leaves = children.filter(({ id }) => !this.below.has(id))
    const hanging = leaves.length > MOST_BESIDE ? leaves : []
    const beside = children.filter((child) => !hanging.includes(child))
    const lower = y + CARD.height + GAP.y
    let x = left
    let bottom = y + CARD.height / 2
    // hanging cards stand right below the superior, the others to their right
    hanging.forEach(({ id }, at) => {
      const middle = lower + at * (CARD.height + GAP.y / 2)
      into.set(id, { x: left + INDENT + CARD.width / 2, y: middle })
      bottom = middle + CARD.height / 2
    })
    if (hanging.length > 0) x += INDENT + CARD.width + GAP.x
    const middles: number[] = []
    for (const child of beside) {
      const size = this.place(child, x, lower, into)
      middles.push(into.get(child.id)?.x ?? x)
      bottom = Math.max(bottom, size.height)
      x += size.width + GAP.x
    }
    const over =
      hanging.length > 0
        ? left + CARD.width / 2
        : ((middles[0] ?? left + CARD.width / 2) + (middles.at(-1) ?? left + CARD.width / 2)) / 2
    into.set(person.id, { x: Math.round(over), y })
    return { width: Math.max(CARD.width, x - GAP.x - left), height: bottom }
  }
}

/** One superior for each who has any: the first whose line closes no circle. */
function superiorOfEach(
  people: readonly MapPerson[],
  relations: Laid['relations'],
): ReadonlyMap<string, string> {
  const known = new Set<string>(people.map(({ id }) => id))
  const reports = relations.filter(
    ({ kind, fromId, toId }) => kind === 'reports' && known.has(fromId) && known.has(toId),
  )
  const all = superiorsOf(reports)
  const above = new Map<string, string>()
  const isAbove = (id: string, whom: string): boolean => {
    for (let at: string | undefined = whom; at !== undefined; at = above.get(at)) if (at === id) return true
    return false
  }
  for (const { id } of people) {
    const superior = all.get(id)?.find((candidate) => !isAbove(id, candidate))
    if (superior !== undefined) above.set(id, superior)
  }
  return above
}

/** The most influential first; ids decide between equals, so that the layout is the same everywhere. */
const byWeight = (a: MapPerson, b: MapPerson): number =>
  (b.influence ?? 0) - (a.influence ?? 0) || (a.id < b.id ? -1 : 1)

/** A column of our people who know nobody here yet. */
const SHORTEST_COLUMN = 4

/**
 * Our people in a column at the left, in the order of whom they know, at the middle of theirs; those who know nobody
 * yet further to the left, so that they don't make the map longer.
 */
function placeMembers(
  { members, coverage }: Laid,
  people: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Point> {
  const ys = [...people.values()].map(({ y }) => y)
  const top = Math.min(...ys, CARD.height / 2)
  const bottom = Math.max(...ys, CARD.height / 2)
  const wanted = members
    .map(({ id }) => {
      const known = coverage
        .filter(({ memberId, depth }) => memberId === id && depth > 0)
        .flatMap(({ personId }) => people.get(personId)?.y ?? [])
      return { id, middle: known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length }
    })
    .sort((a, b) => (a.middle ?? 0) - (b.middle ?? 0) || (a.id < b.id ? -1 : 1))
  const near = wanted.filter(({ middle }) => middle !== null)
  const far = wanted.filter(({ middle }) => middle === null)
  const rows = Math.max(near.length, SHORTEST_COLUMN)
  const columns = near.length === 0 ? [] : [near]
  for (let at = 0; at < far.length; at += rows) columns.push(far.slice(at, at + rows))
  const tall = ((columns[0]?.length ?? 0) - 1) * (CARD.height + GAP.y)
  const start = Math.round(Math.max(top, (top + bottom - tall) / 2))
  return new Map(
    columns.flatMap((column, toTheLeft) =>
      column.map(({ id }, at): [string, Point] => [
        id,
        { x: -toTheLeft * (CARD.width + GAP.x), y: start + at * (CARD.height + GAP.y) },
      ]),
    ),
  )
}
