import { INK, PAPER_FONT, paperText, type SvgDrawing } from '../../accounts/rules/paperSvg.ts'

/** A column of a chart of shares: what happened, and where there is one what was meant. */
export interface ChartColumn {
  readonly key: string
  readonly label: string
  /** percent; null where there is nothing to show */
  readonly value: number | null
  /** the value in words, above its column */
  readonly text: string
  /** under the label: how many it is of */
  readonly remark: string
  /** percent; null where nothing was meant */
  readonly target: number | null
}

/** The size of a drawing, px. */
export interface ChartSize {
  readonly width: number
  readonly height: number
}

/** A column with its place: a bar from `top` down to the base line, and its target line. */
export interface PlacedColumn extends ChartColumn {
  readonly x: number
  readonly width: number
  readonly middle: number
  readonly top: number
  /** null where nothing was meant */
  readonly targetY: number | null
}

const WIDEST = 64
/** Over the highest column, for its words. */
const HEAD = 22

/**
 * Places columns side by side over a base line at `height`. The scale ends at 100%, or at the next tenth above the
 * highest value where all are far below it.
 */
export function layOutColumns(columns: readonly ChartColumn[], { width, height }: ChartSize): PlacedColumn[] {
  const slot = columns.length === 0 ? width : width / columns.length
  const bar = Math.min(WIDEST, slot * 0.56)
  const highest = Math.max(0, ...columns.flatMap(({ value, target }) => [value ?? 0, target ?? 0]))
  const most = Math.min(100, Math.max(10, Math.ceil(highest / 10) * 10))
  const yOf = (percent: number): number => height - (Math.min(percent, most) / most) * (height - HEAD)
  return columns.map((column, at) => {
    const middle = slot * (at + 0.5)
    return {
      ...column,
      x: middle - bar / 2,
      width: bar,
      middle,
      top: yOf(column.value ?? 0),
      targetY: column.target === null ? null : yOf(column.target),
    }
  })
}

const PAPER: ChartSize = { width: 960, height: 300 }
const EDGE = 24
const TOP = 84

/** The chart as one self-contained drawing on white, with its finding. @param meant what the target lines are, in words */
export function columnsSvg(
  columns: readonly ChartColumn[],
  words: { readonly finding: string; readonly drawn: string; readonly meant: string },
): SvgDrawing {
  const inner = { width: PAPER.width - 2 * EDGE, height: PAPER.height }
  const placed = layOutColumns(columns, inner)
  const bars = placed.map(({ x, width, middle, top, targetY, value, text, label, remark }) => {
    const bar =
      value === null
        ? ''
        : `<rect x="${x.toFixed(1)}" y="${top.toFixed(1)}" width="${width.toFixed(1)}" height="${(inner.height - top).toFixed(1)}" fill="${INK.primary}"/>`
    const target =
      targetY === null
        ? ''
        : `<line x1="${(x - 10).toFixed(1)}" x2="${(x + width + 10).toFixed(1)}" y1="${targetY.toFixed(1)}" y2="${targetY.toFixed(1)}" stroke="${INK.text}" stroke-width="2" stroke-dasharray="4 3"/>`
    const told = paperText(middle, top - 6, text, { anchor: 'middle', bold: true })
    const named = paperText(middle, inner.height + 20, label, { anchor: 'middle' })
    return `${bar}${target}${told}${named}${paperText(middle, inner.height + 38, remark, { anchor: 'middle', fill: INK.quiet, size: 12 })}`
  })
  const height = TOP + inner.height + 60
  const legend = placed.some(({ targetY }) => targetY !== null)
    ? `${words.drawn} – – ${words.meant}`
    : words.drawn
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${PAPER.width}" height="${height}" viewBox="0 0 ${PAPER.width} ${height}" font-family="${PAPER_FONT}" font-size="13">
<rect width="${PAPER.width}" height="${height}" fill="#ffffff"/>
${paperText(EDGE, 32, words.finding, { size: 18, bold: true })}
${paperText(EDGE, 54, legend, { fill: INK.quiet })}
<g transform="translate(${EDGE} ${TOP})">
<line x1="0" x2="${inner.width}" y1="${inner.height}" y2="${inner.height}" stroke="${INK.soft}"/>
${bars.join('\n')}
</g>
</svg>`
  return { svg, width: PAPER.width, height }
}
