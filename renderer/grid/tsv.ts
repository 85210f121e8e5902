/** A block of texts as spreadsheets put it on the clipboard; rows may be ragged. */
export type TextBlock = readonly (readonly string[])[]

const parsePlain = (text: string): string[][] => {
  const rows = text.split(/\r\n|\n|\r/).map((line) => line.split('\t'))
  // a line end after the last row ends that row, it doesn't begin another one
  if (/[\r\n]$/.test(text)) rows.pop()
  return rows
}

/** Index of the quote that closes the cell opened at `open`, -1 when none does. */
const closingQuote = (text: string, open: number): number => {
  let at = text.indexOf('"', open + 1)
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

/**
 * Reads the clipboard dialect of Excel, WPS and LibreOffice: tabs between cells, CRLF, LF or CR between rows,
 * quotes round a cell that holds any of these or a quote. A quote that nothing closes is taken literally.
 */
export const parseTsv = (text: string): string[][] => {
  if (text === '') return []
  if (!text.includes('"')) return parsePlain(text)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  let anyClosing = true
  const cellEnd = /[\t\r\n]/g
  while (at <= text.length) {
    let cell = ''
    if (text[at] === '"' && anyClosing) {
      const close = closingQuote(text, at)
      anyClosing = close !== -1
      if (anyClosing) {
        cell = text.slice(at + 1, close).replaceAll('""', '"')
        at = close + 1
      }
    }
    cellEnd.lastIndex = at
    const end = cellEnd.exec(text)?.index ?? text.length
    row.push(cell + text.slice(at, end))
    at = end + 1
    if (text[end] === '\t') continue
    rows.push(row)
    row = []
    if (text[end] === '\r' && text[at] === '\n') at += 1
    if (at >= text.length) break
  }
  return rows
}

const needsQuotes = /[\t\n\r"]/
const quoted = (cell: string): string => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Writes that dialect, CRLF between rows. A last row of one empty cell is ended explicitly, or it would be lost. */
export const toTsv = (rows: TextBlock): string => {
  const text = rows.map((row) => row.map(quoted).join('\t')).join('\r\n')
  const last = rows.at(-1)
  return last?.length === 1 && last[0] === '' ? `${text}\r\n` : text
}
