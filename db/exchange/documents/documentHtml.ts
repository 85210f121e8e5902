import { fillIn } from '../../terms/ranking.ts'
import { escapeHtml } from '../write/html.ts'
import { localDate } from '../write/notesPlan.ts'
import { pageCss } from '../write/pageCss.ts'
import { type Block, DOCUMENT_WORDS, type PaperDocument } from './document.ts'

/** A document as one self-contained page for printing: no scripts, nothing from outside, all text escaped. */
export function documentHtml(paper: PaperDocument): string {
  const words = DOCUMENT_WORDS[paper.language]
  const css = pageCss({
    top: paper.head,
    bottom: fillIn(words.made, { date: localDate(paper.madeAt) }),
    page: words.page,
  })
  return `<!doctype html>
<html lang="${paper.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(paper.title)}</title>
<style>${css}${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(paper.title)}</h1>
<p class="quiet">${escapeHtml(paper.subtitle)}</p>
${paper.blocks.map(blockHtml).join('\n')}
</body>
</html>
`
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${escapeHtml(block.text)}</h${block.level + 1}>`
    case 'text':
      return `<p${block.quiet ? ' class="quiet"' : ''}>${lines(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${lines(item)}</li>`).join('')}</ul>`
    case 'facts':
      return `<dl>${block.rows.map(([label, value]) => `<div><dt>${escapeHtml(label)}</dt><dd>${lines(value)}</dd></div>`).join('')}</dl>`
    case 'table':
      return tableHtml(block)
    case 'checks':
      return `<ul class="checks">${block.rows
        .map(
          ({ text, done }) =>
            `<li><b>${done === '' ? '☐' : '☑'}</b><span>${lines(text)}</span><i>${escapeHtml(done)}</i></li>`,
        )
        .join('')}</ul>`
    case 'pageBreak':
      return '<div class="break"></div>'
    case 'signatures':
      return `<footer>${block.lines
        .map(({ label, signed }) => `<span>${escapeHtml(label)}<i>${escapeHtml(signed)}</i></span>`)
        .join('')}</footer>`
  }
}

const tableHtml = ({ heads, widths, rows }: Extract<Block, { kind: 'table' }>): string =>
  `<table><colgroup>${widths.map((width) => `<col style="width:${width}%">`).join('')}</colgroup><thead><tr>${heads
    .map((head) => `<th>${escapeHtml(head)}</th>`)
    .join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${lines(cell)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`

const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>')

const STYLE = `
body { line-break: strict; overflow-wrap: anywhere; }
h1 { font-size: 18pt; font-weight: 600; margin: 0 0 1mm; }
h2 { font-size: 13pt; font-weight: 600; margin: 6mm 0 2mm; padding-bottom: 1mm; border-bottom: .75pt solid #0f5c6e; color: #0f5c6e; }
h3 { font-size: 11pt; font-weight: 600; margin: 4mm 0 1.5mm; }
h2, h3 { break-after: avoid; }
p { margin: 0 0 2mm; orphans: 2; widows: 2; }
.quiet { color: #4a5d64; font-size: 9pt; }
ul { margin: 0 0 2mm; padding-left: 5mm; }
li { margin: 0 0 1mm; break-inside: avoid; }
dl { display: grid; grid-template-columns: 1fr 1fr; gap: 1mm 8mm; margin: 0 0 3mm; }
dl div { display: grid; grid-template-columns: 26mm 1fr; gap: 2mm; break-inside: avoid; }
dt { color: #4a5d64; }
dd { margin: 0; white-space: pre-wrap; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 0 0 3mm; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 600; font-size: 9pt; color: #4a5d64; border-bottom: 1pt solid #17262b; }
th, td { padding: 1.2mm 2mm 1.2mm 0; vertical-align: top; }
td { border-bottom: .5pt solid #dce4e6; }
.checks { list-style: none; padding: 0; }
.checks li { display: grid; grid-template-columns: 5mm 1fr max-content; gap: 1mm; }
.checks b { font-weight: 400; }
.checks i { font-style: normal; color: #4a5d64; font-size: 9pt; }
.break { break-after: page; }
footer { display: flex; gap: 16mm; margin-top: 12mm; break-inside: avoid; }
footer span { display: flex; align-items: flex-end; gap: 2mm; }
footer i { display: inline-block; min-width: 45mm; border-bottom: .75pt solid #17262b; font-style: normal; }
`
