import type { RelationshipMap } from '../contract.ts'
import { type LineKind, type Route, routeOf, thickness } from './drawing.ts'
import type { Point } from './places.ts'

/** A line as it is drawn. `key` tells it from the others: of a relation its id, of coverage both ends. */
export interface DrawnLine {
  readonly key: string
  readonly kind: LineKind
  readonly fromId: string
  readonly toId: string
  readonly route: Route
  /** px */
  readonly width: number
}

/** The key of the line between one of ours and one of theirs; both its strokes have it. */
export const coverageKey = (memberId: string, personId: string): string => `${memberId}/${personId}`

/** Every line of a map between people who stand on it, those of ours first, so that theirs are drawn above. */
export function linesOf(
  { relations, coverage }: Pick<RelationshipMap, 'relations' | 'coverage'>,
  places: ReadonlyMap<string, Point>,
): readonly DrawnLine[] {
  const lines: DrawnLine[] = []
  const add = (key: string, kind: LineKind, fromId: string, toId: string, width: number): void => {
    const [from, to] = [places.get(fromId), places.get(toId)]
    if (from && to) lines.push({ key, kind, fromId, toId, route: routeOf(kind, from, to), width })
  }
  for (const { memberId, personId, depth, wanted } of coverage) {
    const key = coverageKey(memberId, personId)
    if (depth > 0) add(key, 'coverage', memberId, personId, thickness(depth))
    if (wanted !== null && wanted > depth) add(key, 'wanted', memberId, personId, 1.25)
  }
  for (const { id, kind, fromId, toId } of relations) add(id, kind, fromId, toId, 1.25)
  return lines
}
