/** A row of a delimited text, with the line that it begins on (1 is the first). */
export interface FileRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows of a text whose cells are cut by comma, semicolon or tab, and may stand in quotes; empty rows are left out. */
export function readRows(text: string): FileRow[] {
  const delimiter = delimiterOf(text)
  const rows: FileRow[] = []
  let line = 1
  let begins = 1
  let cells: string[] = []
  let cell = ''
  let quoted = false
  const endRow = (): void => {
    cells.push(cell.trim())
    if (cells.some((each) => each !== '')) rows.push({ line: begins, cells })
    cells = []
    cell = ''
    begins = line
  }
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  for (let at = 0; at < plain.length; at += 1) {
    const char = plain[at] ?? ''
    if (char === '\n') line += 1
    if (quoted) {
      if (char !== '"') cell += char
      else if (plain[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (char === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
    } else if (char === delimiter) {
      cells.push(cell.trim())
      cell = ''
    } else if (char === '\n') endRow()
    else cell += char
  }
  endRow()
  return rows
}

/** Whichever of the three the first line has most of. */
function delimiterOf(text: string): string {
  const first = text.split(/[\r\n]/).find((line) => line.trim() !== '') ?? ''
  const cuts = (delimiter: string): number => first.split(delimiter).length
  return [',', '\t', ';'].reduce((best, next) => (cuts(next) > cuts(best) ? next : best))
}
