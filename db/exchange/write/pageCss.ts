/** Texts in the margins of each page; `page` holds {page} and {pages}. */
export interface PageMargins {
  readonly top: string
  readonly bottom: string
  readonly page: string
}

/** What every printed page begins with: A4 portrait, a running head, date and page number in the margins, our fonts. */
export function pageCss({ top, bottom, page }: PageMargins): string {
  const [before = '', rest = ''] = page.split('{page}')
  const [between = '', after = ''] = rest.split('{pages}')
  const counter = `${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)}`
  return `
@page {
  size: A4; margin: 18mm 14mm 16mm;
  @top-left { content: ${cssString(top)}; ${MARGIN_TEXT} }
  @bottom-left { content: ${cssString(bottom)}; ${MARGIN_TEXT} }
  @bottom-right { content: ${counter}; ${MARGIN_TEXT} }
}
* { box-sizing: border-box; }
html { font: 10pt/1.45 ${FONTS}; color: #17262b; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
`
}

const FONTS = `"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif`
const MARGIN_TEXT = `font: 8pt ${FONTS}; color: #5f7077;`

/** Text as a CSS string: every character that could end it, the rule or the style element is written as its code. */
const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ·,.:-]/gu, (char) => `\\${(char.codePointAt(0) ?? 32).toString(16)} `)}"`
