import { CsvError, parse } from 'csv-parse'
import type { Row, Table } from '../rules/cells.ts'
import { breathe, MAX_COLUMNS, MAX_ROWS, type Pace, ROWS_PER_BREATH, unreadable } from './limits.ts'
import { textCell } from './worksheet.ts'

/** How the text of a CSV was encoded. */
export type CsvEncoding = 'utf-8' | 'gb18030' | 'utf-16le'

/**
 * The text of a CSV: by its byte order mark, else UTF-8 where it is valid UTF-8, else GB18030, which Chinese systems
 * still write.
 * @throws FILE_UNREADABLE encoding
 */
export function decodeCsv(bytes: Uint8Array): { text: string; encoding: CsvEncoding } {
  const encodings: readonly CsvEncoding[] =
    bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
    } catch {
      // not this one
    }
  }
  throw unreadable('encoding')
}

/**
 * The rows of a CSV: delimiter `,`, `;` or tab, whichever fits its first lines. Everything stays text.
 * @throws FILE_UNREADABLE unbalancedQuote with the line, tooManyRows, tooManyColumns, empty
 */
export async function readCsv(name: string, text: string, pace: Pace): Promise<Table> {
  const rows: Row[] = []
  let columns = 0
  let number = 0
  let lastLine = 0
  const parser = parse({
    delimiter: delimiterOf(text),
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
    on_record: (record: string[], { lines }) => {
      lastLine = lines
      return record
    },
  })
  parser.end(text)
  try {
    for await (const record of parser) {
      number += 1
      const fields: readonly string[] = record
      const cells = fields.map(textCell)
      const width = cells.findLastIndex((cell) => cell !== null) + 1
      if (width > 0) rows.push({ number, cells: cells.slice(0, width) })
      if (width > columns) columns = width
      if (number % ROWS_PER_BREATH === 0) {
        pace.onProgress?.(parser.info.bytes, text.length)
        await breathe(pace)
      }
    }
  } catch (error) {
    // where the record with the quote begins, not where the parser gave up at the end of the file
    throw error instanceof CsvError ? unreadable('unbalancedQuote', lastLine + 1) : error
  }
  if (rows.length > MAX_ROWS + 1) throw unreadable('tooManyRows', rows.length)
  if (columns > MAX_COLUMNS) throw unreadable('tooManyColumns', columns)
  if (rows.length === 0) throw unreadable('empty')
  return { name, rows, columns }
}

const DELIMITERS = [',', ';', '\t'] as const
const SNIFFED_LINES = 20

/** The delimiter that cuts the first lines into the most columns; lines inside quotes are left out of the count. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, SNIFFED_LINES)
  const cuts = (delimiter: string): number =>
    Math.min(...lines.map((line) => line.split(delimiter).length)) * 1_000 +
    lines.reduce((sum, line) => sum + line.split(delimiter).length, 0)
  return DELIMITERS.reduce((best, next) => (cuts(next) > cuts(best) ? next : best))
}
