import type { EngineContext } from '../../../context.ts'
import { escapeHtml } from '../../../exchange/write/html.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId } from '../../../kernel/ids.ts'
import type { Language } from '../../../terms/language.ts'
import { MAP_WORDS } from '../../../terms/map.ts'
import { fillIn } from '../../../terms/ranking.ts'
import type { RelationshipMap } from '../contract.ts'
import { holesOf } from '../rules/holes.ts'
import { holeText } from '../rules/holeText.ts'
import { mapSvg } from '../rules/svg.ts'
import { tableCsv } from '../rules/table.ts'
import { readMap } from './read.ts'

interface ExportInput {
  readonly accountId: AccountId
  readonly language: Language
}

/** The drawing as PDF, A4 landscape, with what is missing in words. @throws Refusal ACCOUNT_NOT_FOUND, NO_PRINTER */
export async function exportMapPdf(context: EngineContext, input: ExportInput): Promise<File> {
  const map = readMap(context.kernel, input.accountId)
  if (!context.printPdf) throw new Refusal('NO_PRINTER')
  const pdf = await context.printPdf(mapHtml(map, input.language))
  return new File([new Uint8Array(pdf)], `${fileName(map, input.language)}.pdf`, { type: 'application/pdf' })
}

/** Lines and coverage as CSV. @throws Refusal ACCOUNT_NOT_FOUND */
export function exportMapTable({ kernel }: EngineContext, { accountId, language }: ExportInput): File {
  const map = readMap(kernel, accountId)
  return new File([tableCsv(map, language)], `${fileName(map, language)}.csv`, { type: 'text/csv' })
}

const fileName = ({ accountName, today }: RelationshipMap, language: Language): string =>
  `${accountName}-${MAP_WORDS[language].title}-${today}`

/** The map as one self-contained page for printing: no scripts, nothing from outside, all text escaped. */
function mapHtml(map: RelationshipMap, language: Language): string {
  const words = MAP_WORDS[language]
  const { svg, width, height } = mapSvg(map, language)
  const holes = holesOf(map).map((hole) => `<li>${escapeHtml(holeText(hole, map, language))}</li>`)
  const title = escapeHtml(`${map.accountName} · ${words.title}`)
  const printed = escapeHtml(fillIn(words.printed, { date: map.today }))
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<style>${PRINT_CSS}
.drawing { aspect-ratio: ${width} / ${height}; }</style>
</head>
<body>
<div class="drawing">${svg}</div>
${holes.length === 0 ? '' : `<section><h2>${escapeHtml(words.holes)}</h2><ol>${holes.join('')}</ol></section>`}
<footer>${title} · ${printed}</footer>
</body>
</html>
`
}

const PRINT_CSS = `
@page { size: A4 landscape; margin: 12mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; color: #5f7077; } }
html { font: 10pt/1.5 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", system-ui, sans-serif; color: #17262b; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; }
.drawing { max-height: 172mm; max-width: 100%; margin: 0 auto; break-inside: avoid; }
.drawing svg { width: 100%; height: 100%; display: block; }
section { break-before: page; }
h2 { font-size: 13pt; font-weight: 600; margin: 0 0 3mm; }
ol { margin: 0; padding-left: 6mm; columns: 2; column-gap: 10mm; }
li { break-inside: avoid; }
footer { margin-top: 4mm; font-size: 8pt; color: #5f7077; }
`
