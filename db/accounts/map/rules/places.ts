/** One step of the map's grid, px at 100%. Places are kept in steps. */
export const STEP = 8

/** Nobody stands farther from the middle than this, in steps. */
export const EDGE = 5_000

/** A card's size, in steps. */
export const CARD = { width: 20, height: 7 } as const

/** A point of the map, in steps; of a card its middle. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** The smallest box around all cards, in steps; null where there are none. */
export function boxAround(
  middles: Iterable<Point>,
): { left: number; top: number; width: number; height: number } | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of middles) {
    left = Math.min(left, x - CARD.width / 2)
    right = Math.max(right, x + CARD.width / 2)
    top = Math.min(top, y - CARD.height / 2)
    bottom = Math.max(bottom, y + CARD.height / 2)
  }
  return left > right ? null : { left, top, width: right - left, height: bottom - top }
}

/** Whether two cards touch or cover each other. */
export const overlap = (a: Point, b: Point): boolean =>
  Math.abs(a.x - b.x) < CARD.width && Math.abs(a.y - b.y) < CARD.height

/** A place as the database keeps it: `x,y`. */
export const placeText = ({ x, y }: Point): string => `${x},${y}`

/** A place as read from the database. */
export function parsePlace(text: string): Point {
  const [x = 0, y = 0] = text.split(',').map(Number)
  return { x, y }
}
