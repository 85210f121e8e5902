import { INK, PAPER_FONT, paperText, type SvgDrawing } from '../../../accounts/rules/paperSvg.ts'
import type { SurveyKind } from './scale.ts'

/** A survey's figure where it is drawn: its value, and the words at it and under it. */
export interface DrawnPoint {
  readonly id: string
  readonly value: number
  readonly text: string
  readonly day: string
}

/** A point with its place, px. */
export type PlacedPoint = DrawnPoint & { readonly x: number; readonly y: number }

/** Where a trend is drawn, px. */
export interface TrendBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The ends of each kind's figure, and how far its scale's lines are from each other: a trend is never stretched. */
const RANGES = {
  recommend: { from: -100, to: 100, step: 50 },
  content: { from: 1, to: 5, step: 1 },
} as const satisfies Record<SurveyKind, object>

/** Lays a trend out evenly by survey, over the whole range of its figure. */
export function layOutSurveys(
  kind: SurveyKind,
  points: readonly DrawnPoint[],
  { left, right, top, bottom }: TrendBox,
): {
  readonly points: readonly PlacedPoint[]
  readonly lines: readonly { readonly value: number; readonly y: number }[]
} {
  const { from, to, step } = RANGES[kind]
  const y = (value: number): number => bottom - ((value - from) / (to - from)) * (bottom - top)
  const apart = points.length > 1 ? (right - left) / (points.length - 1) : 0
  const lines = Array.from({ length: (to - from) / step + 1 }, (_, at) => from + at * step)
  return {
    points: points.map((point, at) => ({ ...point, x: left + at * apart, y: y(point.value) })),
    lines: lines.map((value) => ({ value, y: y(value) })),
  }
}

const WIDTH = 640
const HEIGHT = 340

/** A trend as one self-contained drawing on white, under its finding. */
export function surveysSvg(
  kind: SurveyKind,
  drawn: readonly DrawnPoint[],
  words: { readonly finding: string; readonly drawn: string },
): SvgDrawing {
  const { points, lines } = layOutSurveys(kind, drawn, {
    left: 80,
    right: WIDTH - 64,
    top: 96,
    bottom: HEIGHT - 48,
  })
  const scale = lines.map(
    ({ value, y }) =>
      `<line x1="56" x2="${WIDTH - 24}" y1="${y}" y2="${y}" stroke="${INK.soft}"/>${paperText(48, y + 4, String(value), { size: 11, fill: INK.line, anchor: 'end' })}`,
  )
  const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
  const dots = points.map(
    ({ x, y, text, day }) =>
      `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="4" fill="${INK.primary}"/>${paperText(x, y - 10, text, { bold: true, anchor: 'middle' })}${paperText(x, HEIGHT - 24, day, { size: 11, fill: INK.line, anchor: 'middle' })}`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${PAPER_FONT}" font-size="13">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
${paperText(24, 34, words.finding, { size: 18, bold: true })}
${paperText(24, 56, words.drawn, { fill: INK.quiet })}
${scale.join('\n')}
<path d="${path}" fill="none" stroke="${INK.primary}" stroke-width="2"/>
${dots.join('\n')}
</svg>`
  return { svg, width: WIDTH, height: HEIGHT }
}
