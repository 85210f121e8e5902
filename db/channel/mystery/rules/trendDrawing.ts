import { INK, PAPER_FONT, paperText, type SvgDrawing } from '../../../accounts/rules/paperSvg.ts'
import type { Trend } from './scoring.ts'

/** A point of a trend where it is drawn, px. */
export interface Plotted {
  readonly id: string
  readonly day: string
  /** tenths of a point */
  readonly score: number
  readonly x: number
  readonly y: number
}

/** A trend laid out in a box: points, and the lines of its scale. */
export interface TrendLayout {
  readonly points: readonly Plotted[]
  /** scores of the scale's lines, tenths of a point, with their places */
  readonly lines: readonly { readonly score: number; readonly y: number }[]
}

/** Tenths of a point between the lines of the scale. */
const STEP = 100
const FULL = 1_000

/** Lays a trend out from left to right, evenly by visit; the scale runs from below the lowest score to 100. */
export function layOutTrend(
  { points }: Pick<Trend, 'points'>,
  box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): TrendLayout {
  const lowest = Math.min(...points.map(({ score }) => score), FULL - STEP)
  const floor = Math.max(0, Math.floor((lowest - STEP / 2) / STEP) * STEP)
  const y = (score: number): number =>
    box.bottom - ((score - floor) / (FULL - floor)) * (box.bottom - box.top)
  const step = points.length > 1 ? (box.right - box.left) / (points.length - 1) : 0
  const lines: { score: number; y: number }[] = []
  for (let score = floor; score <= FULL; score += STEP) lines.push({ score, y: y(score) })
  return {
    points: points.map((point, at) => ({ ...point, x: box.left + at * step, y: y(point.score) })),
    lines,
  }
}

const WIDTH = 640
const HEIGHT = 320

/** A trend as one self-contained drawing on white, under its finding. */
export function trendSvg(
  trend: Trend,
  words: { readonly finding: string; readonly drawn: string },
): SvgDrawing {
  const { points, lines } = layOutTrend(trend, { left: 72, right: WIDTH - 56, top: 96, bottom: HEIGHT - 48 })
  const scale = lines.map(
    ({ score, y }) =>
      `<line x1="48" x2="${WIDTH - 24}" y1="${y}" y2="${y}" stroke="${INK.soft}"/>${paperText(40, y + 4, String(score / 10), { size: 11, fill: INK.line, anchor: 'end' })}`,
  )
  const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
  const dots = points.map(
    ({ x, y, score, day }) =>
      `<circle cx="${x}" cy="${y}" r="4" fill="${INK.primary}"/>${paperText(x, y - 10, (score / 10).toFixed(1).replace(/\.0$/, ''), { bold: true, anchor: 'middle' })}${paperText(x, HEIGHT - 24, day, { size: 11, fill: INK.line, anchor: 'middle' })}`,
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
