/** A cell of a table as it is shown. */
export type ShownCell = string | number | null

/** Excel takes a CSV for UTF-8 only with this at its beginning. */
const BOM = '\uFEFF'

/** A table as CSV for Excel: BOM, CRLF; a text that a spreadsheet would run as a formula begins with an apostrophe. */
export const csvText = (rows: readonly (readonly ShownCell[])[]): string =>
  `${BOM}${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`

function cellText(cell: ShownCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
