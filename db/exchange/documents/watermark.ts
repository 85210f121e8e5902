import type { PageSize } from '../rules/document.ts'
import { widthOf } from '../rules/typesetting.ts'
import { escapeHtml } from '../write/html.ts'

/** Size of the watermark's text in pixels, the distance from one to the next, and the paper to cover. */
const LOOKS = {
  a4: { text: 17, gap: 190, paper: [794, 1123] },
  phone: { text: 12, gap: 130, paper: [341, 738] },
} as const satisfies Record<PageSize, object>

/**
 * The style of a watermark on every page: a picture behind the text, so that it is neither selected nor found with it.
 * One picture covers the page, since Chromium takes a third longer to print one that is repeated.
 */
export function watermarkCss(text: string, page: PageSize): string {
  const { text: size, gap, paper } = LOOKS[page]
  // slanted by 24°, a line of so many half-widths takes this much room
  const length = widthOf(text) * size * 0.52
  const width = Math.ceil(length * 0.92 + gap * 0.6)
  const height = Math.ceil(length * 0.42 + gap)
  const places = Array.from({ length: Math.ceil(paper[1] / height) }, (_row, row) =>
    Array.from(
      { length: Math.ceil(paper[0] / width) },
      (_column, column) => `<use href="#t" x="${column * width}" y="${row * height}"/>`,
    ),
  )
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${paper[0]}" height="${paper[1]}"><defs>` +
    `<text id="t" x="${width / 2}" y="${height / 2}" text-anchor="middle" ` +
    `transform="rotate(-24 ${width / 2} ${height / 2})" font-size="${size}" ` +
    `font-family="Microsoft YaHei, PingFang SC, Noto Sans CJK SC, sans-serif" fill="#0f5c6e" fill-opacity=".13">` +
    `${escapeHtml(text)}</text></defs>${places.flat().join('')}</svg>`
  const picture = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
  return `
.mark { position: fixed; inset: 0; z-index: -1; background: ${picture} no-repeat; }
`
}
