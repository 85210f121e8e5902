import { type PageMargins, pageCss } from './pageCss.ts'

/** The style of the printed ranking: A4 portrait, header row on each page, no row cut in two. */
export const rankingCss = (margins: PageMargins): string => `${pageCss(margins)}
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
.key { color: #866207; } .main { color: #2a649f; } .ordinary { color: #47704f; }
.small { color: #646a70; } .insufficient { color: #5f7077; }
footer { display: flex; gap: 16mm; margin-top: 14mm; break-inside: avoid; }
footer span { display: flex; align-items: flex-end; gap: 2mm; }
footer i { display: inline-block; width: 45mm; border-bottom: .75pt solid #17262b; }
`
