import type { PageSize } from '../rules/document.ts'

/** Texts in the margins of each page; `page` holds {page} and {pages}. */
export interface PageMargins {
  readonly top: string
  readonly bottom: string
  readonly page: string
  /** at the right of the head */
  readonly topRight?: string | undefined
  /** A4 where absent */
  readonly size?: PageSize | undefined
}

/** Sizes of pages, their margins, and their text: a phone is read at arm's length, and scaled to its width. */
const SIZES = {
  a4: { page: 'A4', margin: '18mm 14mm 16mm', text: '10pt/1.45', small: '8pt' },
  phone: { page: '90mm 195mm', margin: '14mm 6mm 12mm', text: '11.5pt/1.5', small: '7.5pt' },
} as const satisfies Record<PageSize, object>

/** What every printed page begins with: a running head, date and page number in the margins, our fonts. */
export function pageCss({ top, bottom, page, topRight, size = 'a4' }: PageMargins): string {
  const sizes = SIZES[size]
  const marginText = `font: ${sizes.small} ${FONTS}; color: #5f7077;`
  const [before = '', rest = ''] = page.split('{page}')
  const [between = '', after = ''] = rest.split('{pages}')
  const counter = `${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)}`
  return `
@page {
  size: ${sizes.page}; margin: ${sizes.margin};
  @top-left { content: ${cssString(top)}; ${marginText} }
  ${topRight === undefined ? '' : `@top-right { content: ${cssString(topRight)}; ${marginText} }`}
  @bottom-left { content: ${cssString(bottom)}; ${marginText} }
  @bottom-right { content: ${counter}; ${marginText} }
}
* { box-sizing: border-box; }
html { font: ${sizes.text} ${FONTS}; color: #17262b; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
`
}

const FONTS = `"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif`

/** Text as a CSS string: every character that could end it, the rule or the style element is written as its code. */
const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ·,.:-]/gu, (char) => `\\${(char.codePointAt(0) ?? 32).toString(16)} `)}"`
