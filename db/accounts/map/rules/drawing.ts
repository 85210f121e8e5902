import type { Attitude, DecisionRole, Relation } from '../../people/rules/fields.ts'
import { CARD, type Point, STEP } from './places.ts'

/** How lines are told apart: the relations of their people, what we have, what we want. */
export type LineKind = Relation | 'coverage' | 'wanted'

/** A card in px. */
export const CARD_PX = { width: CARD.width * STEP, height: CARD.height * STEP } as const

/** A line's way from card to card, px, with the point at which a sign or a menu goes. */
export interface Route {
  readonly path: string
  readonly middle: Point
}

/** A place in px. */
export const toPx = ({ x, y }: Point): Point => ({ x: x * STEP, y: y * STEP })

/** How thick a coverage line of a depth (1–4) is, px. */
export const thickness = (depth: number): number => [0, 1.25, 2.5, 4, 5.5][depth] ?? 1

const HALF = { x: CARD_PX.width / 2, y: CARD_PX.height / 2 } as const
/** From a superior's card to where the line turns. */
const TURN = 14

/** The way of a line between the cards at two places (in steps): from who reports to their superior, from ours to theirs. */
export function routeOf(kind: LineKind, from: Point, to: Point): Route {
  const [a, b] = [toPx(from), toPx(to)]
  switch (kind) {
    case 'reports':
      return elbow(a, b)
    case 'influences':
      return bow(a, b, 0.16)
    case 'conflicts':
      return bow(a, b, -0.16)
    case 'coverage':
      return across(a, b, 0)
    case 'wanted':
      return across(a, b, 6)
  }
}

/** From the top of a card to the bottom of the one above; into the side of a card that hangs below it. */
function elbow(below: Point, above: Point): Route {
  const bottom = above.y + HALF.y
  const top = below.y - HALF.y
  if (top < bottom + 4) return bow(below, above, 0)
  const shift = below.x - above.x
  if (shift > 8 && shift < HALF.x * 1.5) {
    const side = below.x - HALF.x
    const trunk = Math.max(side - 16, above.x - HALF.x + 8)
    return {
      path: `M${side} ${below.y} H${trunk} V${bottom}`,
      middle: { x: trunk, y: (bottom + below.y) / 2 },
    }
  }
  const turn = bottom + TURN
  return {
    path: `M${below.x} ${top} V${turn} H${above.x} V${bottom}`,
    middle: { x: (below.x + above.x) / 2, y: turn },
  }
}

/** A curve from border to border, bent by a share of its length so that lines there and back don't cover each other. */
function bow(a: Point, b: Point, bend: number): Route {
  const control = {
    x: (a.x + b.x) / 2 - (b.y - a.y) * bend,
    y: (a.y + b.y) / 2 + (b.x - a.x) * bend,
  }
  const start = onBorder(a, control)
  const end = onBorder(b, control)
  return {
    path: `M${round(start.x)} ${round(start.y)} Q${round(control.x)} ${round(control.y)} ${round(end.x)} ${round(end.y)}`,
    middle: {
      x: (start.x + 2 * control.x + end.x) / 4,
      y: (start.y + 2 * control.y + end.y) / 4,
    },
  }
}

/** From the side of one of ours to the near side of one of theirs. */
function across(a: Point, b: Point, lower: number): Route {
  const right = b.x >= a.x
  const [ax, bx] = right ? [a.x + HALF.x, b.x - HALF.x] : [a.x - HALF.x, b.x + HALF.x]
  if (Math.abs(b.x - a.x) < CARD_PX.width) return bow(a, b, 0.1)
  const [ay, by] = [a.y + lower, b.y + lower]
  return { path: `M${ax} ${ay} L${bx} ${by}`, middle: { x: (ax + bx) / 2, y: (ay + by) / 2 } }
}

/** Where the way from a card's middle to a point leaves the card. */
function onBorder(middle: Point, towards: Point): Point {
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y]
  if (dx === 0 && dy === 0) return middle
  const share = Math.min(
    dx === 0 ? Infinity : HALF.x / Math.abs(dx),
    dy === 0 ? Infinity : HALF.y / Math.abs(dy),
    1,
  )
  return { x: middle.x + dx * share, y: middle.y + dy * share }
}

const round = (px: number): number => Math.round(px * 10) / 10

/** The shape of a role in the decision, around 0,0 within 28 px. A person without one is a dashed circle. */
export const ROLE_SHAPES: Readonly<Record<DecisionRole | 'none', string>> = {
  decides: 'M0 -14 L14 0 L0 14 L-14 0 Z',
  approves: 'M-7 -12 H7 L14 0 L7 12 H-7 L-14 0 Z',
  influences: 'M0 -12 A12 12 0 1 1 -0.01 -12 Z',
  uses: 'M-11 -11 H11 V11 H-11 Z',
  keepsGate: 'M-11 -11 H11 V3 L0 13 L-11 3 Z',
  none: 'M0 -12 A12 12 0 1 1 -0.01 -12 Z',
}

/** The sign of an attitude, around 0,0 within 11 px, as lists write it: ▲ △ ▬ ▼ ◆. */
export const ATTITUDE_SIGNS: Readonly<Record<Attitude | 'none', { path: string; filled: boolean }>> = {
  champion: { path: 'M0 -4.5 L5 4 H-5 Z', filled: true },
  friendly: { path: 'M0 -4 L4.5 3.5 H-4.5 Z', filled: false },
  neutral: { path: 'M-5 -1.75 H5 V1.75 H-5 Z', filled: true },
  cool: { path: 'M0 4.5 L5 -4 H-5 Z', filled: true },
  opponent: { path: 'M0 -5.5 L5.5 0 L0 5.5 L-5.5 0 Z', filled: true },
  none: { path: 'M-2.5 -2 A2.5 2.5 0 1 1 0 0.5 V2 M0 4 V4.6', filled: false },
}

/** A text cut to a width in px at a size, with an ellipsis: Chinese characters are square, others about half as wide. */
export function cutText(text: string, width: number, size: number): string {
  const widthOf = (char: string): number => (char > '⺀' ? size : size * 0.58)
  let used = 0
  const chars = [...text]
  for (const [at, char] of chars.entries()) {
    used += widthOf(char)
    if (used > width) return `${chars.slice(0, Math.max(at - 1, 1)).join('')}…`
  }
  return text
}
