import { INK, PAPER_FONT, paperText, type SvgDrawing } from '../../../accounts/rules/paperSvg.ts'
import { VITAL_SHARE } from './pareto.ts'

/** A bar as it is drawn; both are fractions 0–1. */
export interface DrawnBar {
  readonly name: string
  readonly text: string
  readonly share: number
  readonly cumulative: number
}

const WIDTH = 960
const EDGE = 24
const TOP = 84
const ROW = 30
/** Where bars begin and end, px. */
const [LEFT, RIGHT] = [260, 800]

/** The points of the line of cumulative shares, one in the middle of each row. */
export const linePoints = (
  bars: readonly Pick<DrawnBar, 'cumulative'>[],
  width: number,
  row: number,
): string =>
  bars
    .map(({ cumulative }, at) => `${(cumulative * width).toFixed(1)},${((at + 0.5) * row).toFixed(1)}`)
    .join(' ')

/** A Pareto as one self-contained drawing on white, with its finding. */
export function paretoSvg(
  bars: readonly DrawnBar[],
  words: { readonly finding: string; readonly drawn: string; readonly line: string },
): SvgDrawing {
  const width = RIGHT - LEFT
  const height = bars.length * ROW
  const mark = LEFT + VITAL_SHARE * width
  const rows = bars.map(({ name, text, share }, at) => {
    const y = TOP + at * ROW
    return [
      paperText(LEFT - 10, y + ROW / 2 + 5, name, { anchor: 'end' }),
      `<rect x="${LEFT}" y="${y + 6}" width="${(share * width).toFixed(1)}" height="${ROW - 12}" fill="${INK.primary}"/>`,
      paperText(RIGHT + 16, y + ROW / 2 + 5, text),
    ].join('')
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${TOP + height + 40}" viewBox="0 0 ${WIDTH} ${TOP + height + 40}" font-family="${PAPER_FONT}" font-size="13">
<rect width="${WIDTH}" height="${TOP + height + 40}" fill="#ffffff"/>
${paperText(EDGE, 32, words.finding, { size: 18, bold: true })}
${paperText(EDGE, 54, words.drawn, { fill: INK.quiet })}
${rows.join('\n')}
<line x1="${mark}" x2="${mark}" y1="${TOP}" y2="${TOP + height}" stroke="${INK.text}" stroke-dasharray="4 3"/>
${paperText(mark, TOP + height + 18, words.line, { anchor: 'middle', fill: INK.quiet, size: 12 })}
<polyline transform="translate(${LEFT} ${TOP})" points="${linePoints(bars, width, ROW)}" fill="none" stroke="${INK.line}" stroke-width="2"/>
</svg>`
  return { svg, width: WIDTH, height: TOP + height + 40 }
}
