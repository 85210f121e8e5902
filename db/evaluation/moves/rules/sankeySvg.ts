import { INK, PAPER_FONT, paperText, type SvgDrawing } from '../../../accounts/rules/paperSvg.ts'
import type { Language } from '../../../terms/language.ts'
import { PLACE_SIGNS, PLACE_WORDS } from '../../../terms/moves.ts'
import { type Destination, type Direction, directionOf, type Origin } from './migration.ts'
import { layOutSankey } from './sankey.ts'

const WIDTH = 960
const HEIGHT = 560
const EDGE = 24
const HEAD = 96
const LABELS = 190
const BAR = 10

/** The tiers' shapes on paper: those of the light theme. */
const PLACE_INK: Readonly<Record<Origin | Destination, string>> = {
  key: '#b8860b',
  main: '#2f6fb0',
  ordinary: '#5e8c6a',
  small: '#8a8f94',
  insufficient: INK.soft,
  new: INK.soft,
  gone: INK.soft,
}
const FLOW_INK: Readonly<Record<Direction, string>> = {
  up: INK.primary,
  down: INK.late,
  same: INK.line,
  none: INK.soft,
}

/** The migration as one self-contained drawing on white: finding, what is drawn, the names of the rounds, both sides. */
export function sankeySvg(
  counts: readonly (readonly number[])[],
  words: { readonly finding: string; readonly drawn: string; readonly from: string; readonly to: string },
  language: Language,
): SvgDrawing {
  const left = EDGE + LABELS + BAR
  const right = WIDTH - left
  const { nodes, flows } = layOutSankey(counts, { left, right, height: HEIGHT - HEAD - EDGE, gap: 16 })
  const ribbons = flows.map(({ cell, path }) => {
    const direction = directionOf(cell)
    return `<path d="${path}" fill="${FLOW_INK[direction]}" fill-opacity="${direction === 'same' ? 0.18 : 0.45}"/>`
  })
  const bars = nodes.map(({ side, place, count, y, height }) => {
    const x = side === 'from' ? left - BAR : right
    const label = `${PLACE_SIGNS[place]} ${PLACE_WORDS[language][place]}  ${count}`
    const labelX = side === 'from' ? x - 8 : x + BAR + 8
    return `<rect x="${x}" y="${y.toFixed(1)}" width="${BAR}" height="${Math.max(1, height).toFixed(1)}" fill="${PLACE_INK[place]}"/>${paperText(labelX, y + height / 2 + 4.5, label, side === 'from' ? { anchor: 'end' } : {})}`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${PAPER_FONT}" font-size="13">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
${paperText(EDGE, 32, words.finding, { size: 18, bold: true })}
${paperText(EDGE, 54, words.drawn, { fill: INK.quiet })}
${paperText(left - BAR, 82, words.from, { fill: INK.quiet, anchor: 'end' })}
${paperText(right, 82, words.to, { fill: INK.quiet })}
<g transform="translate(0 ${HEAD})">
${ribbons.join('\n')}
${bars.join('\n')}
</g>
</svg>`
  return { svg, width: WIDTH, height: HEIGHT }
}
