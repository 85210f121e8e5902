/** Texts in the margins of each page; `page` holds {page} and {pages}. */
export interface PageMargins {
  readonly top: string
  readonly bottom: string
  readonly page: string
}

/** The style of the printed ranking: A4 portrait, header row on each page, no row cut in two. */
export function rankingCss({ top, bottom, page }: PageMargins): string {
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
h1 { font-size: 18pt; font-weight: 600; margin: 0 0 2mm; }
p { margin: 0 0 2mm; }
.state { color: #4a5d64; font-size: 9pt; }
.finding { font-weight: 600; font-size: 11pt; margin-top: 4mm; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 600; font-size: 9pt; color: #4a5d64; border-bottom: 1pt solid #17262b; }
th, td { padding: 1.2mm 2mm; vertical-align: top; }
td { border-bottom: .5pt solid #dce4e6; }
.number { text-align: right; white-space: nowrap; }
.code, .owner, .tier { white-space: nowrap; }
.name, .remark { overflow-wrap: break-word; }
.name { min-width: 52mm; max-width: 80mm; }
.remark { font-size: 8.5pt; color: #4a5d64; max-width: 60mm; }
.ranking td { padding-top: .9mm; padding-bottom: .9mm; }
.shape { width: 110mm; margin-bottom: 6mm; }
.shape .bar { width: 40mm; }
.shape i { display: block; height: 3mm; margin-top: .8mm; background: currentColor; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.key { color: #866207; } .main { color: #2a649f; } .ordinary { color: #47704f; }
.small { color: #646a70; } .insufficient { color: #5f7077; }
footer { display: flex; gap: 16mm; margin-top: 14mm; break-inside: avoid; }
footer span { display: flex; align-items: flex-end; gap: 2mm; }
footer i { display: inline-block; width: 45mm; border-bottom: .75pt solid #17262b; }
`
}

const FONTS = `"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif`
const MARGIN_TEXT = `font: 8pt ${FONTS}; color: #5f7077;`

/** Text as a CSS string: every character that could end it, the rule or the style element is written as its code. */
const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ·,.:-]/gu, (char) => `\\${(char.codePointAt(0) ?? 32).toString(16)} `)}"`
