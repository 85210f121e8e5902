/** How papers look. */
export const STYLE = `
body { line-break: strict; overflow-wrap: anywhere; }
h1 { font-size: 18pt; font-weight: 600; margin: 0 0 1mm; }
h2 { font-size: 13pt; font-weight: 600; margin: 6mm 0 2mm; padding-bottom: 1mm; border-bottom: .75pt solid #0f5c6e; color: #0f5c6e; }
h3 { font-size: 11pt; font-weight: 600; margin: 4mm 0 1.5mm; }
h2, h3 { break-after: avoid; }
h2 em, h3 em { float: right; font-size: 9pt; font-style: normal; font-weight: 400; padding: 0 1.5mm; background: #e4f0f2; color: #0f5c6e; border-radius: 1mm; }
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
.figure { text-align: right; }
.figure:last-child { padding-right: 0; }
.checks { list-style: none; padding: 0; }
.checks li { display: grid; grid-template-columns: 5mm 1fr max-content; gap: 1mm; }
.checks b { font-weight: 400; }
.checks i { font-style: normal; color: #4a5d64; font-size: 9pt; }
.break { break-after: page; }
footer { display: flex; gap: 16mm; margin-top: 12mm; break-inside: avoid; }
footer span { display: flex; align-items: flex-end; gap: 2mm; }
footer i { display: inline-block; min-width: 45mm; border-bottom: .75pt solid #17262b; font-style: normal; }
.tight { text-spacing-trim: trim-start; text-autospace: normal; hanging-punctuation: allow-end; text-wrap: pretty; }
.tight:lang(en) { font-family: "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
.n { white-space: nowrap; }
.was { text-decoration: line-through; color: #5f7077; }
.strong { font-weight: 600; }
span.quiet { font-size: inherit; }
.gap { border: .5pt dashed #5f7077; padding: 0 1mm; color: #4a5d64; }
tr.changed td:first-child, p.changed { box-shadow: -3mm 0 0 -2.2mm #0f5c6e; }
nav { margin: 3mm 0 4mm; padding: 2mm 3mm; background: #f7fafa; break-inside: avoid; }
nav b { font-weight: 600; }
nav ol { list-style: none; margin: 1mm 0 0; padding: 0; columns: 2; column-gap: 8mm; }
nav li { margin: 0; }
nav .l2 { padding-left: 4mm; font-size: 9pt; }
nav a { color: inherit; text-decoration: none; }
`

/** One column: each row of a table stands by itself, its cells below each other under their heads. */
export const PHONE_STYLE = `
h1 { font-size: 16pt; }
h2 { font-size: 13.5pt; margin-top: 5mm; }
dl, nav ol { grid-template-columns: 1fr; columns: 1; }
colgroup, thead { display: none; }
table, tbody, tr, td { display: block; width: auto; }
tr { padding: 1.5mm 0; border-bottom: .5pt solid #dce4e6; }
td, .figure { border: 0; padding: .3mm 0; text-align: left; }
td:empty { display: none; }
tr { break-inside: auto; }
td { break-inside: avoid; }
.single td[data-head]:first-child::before, td[data-head]:not(:first-child)::before { content: attr(data-head) "  "; color: #5f7077; font-size: 9pt; }
td.long[data-head]:not(:first-child) { break-inside: auto; }
td.long[data-head]:not(:first-child)::before { display: block; margin-top: 1mm; break-after: avoid; }
td:first-child { break-after: avoid; }
.bare td:first-child { color: #4a5d64; font-size: 9pt; }
tr.changed { box-shadow: -2.5mm 0 0 -1.7mm #0f5c6e; }
tr.changed td:first-child { box-shadow: none; }
`
