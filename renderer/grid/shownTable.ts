import { textOf } from './cells.ts'
import type { SheetView } from './types.ts'

/** A table as files take it: texts as shown, numbers in shown units. */
export interface TableOfShown {
  readonly title: string
  readonly finding: string
  readonly columns: { header: string; kind: 'text' | 'number'; width: number }[]
  readonly rows: (string | number | null)[][]
}

/** Pixels of a character, for widths in characters. */
const PX = 7

/** What a grid shows, as a table: columns in their present order, rows as filtered and sorted. */
export function shownTable<Row>({ columns, rowCount, rowAt }: SheetView<Row>, title: string): TableOfShown {
  const rows = Array.from({ length: rowCount }, (_, index) => rowAt(index)?.row)
  return {
    title,
    finding: '',
    columns: columns.map(({ title: header, kind, width }) => ({
      header,
      kind: kind === 'number' || kind === 'mark' ? 'number' : 'text',
      width: Math.min(80, Math.max(8, Math.round(width / PX))),
    })),
    rows: rows.flatMap((row) =>
      row === undefined
        ? []
        : [
            columns.map((column) => {
              const value = column.read(row)
              return typeof value === 'number' && column.kind !== 'text' && column.kind !== 'choice'
                ? value / (column.scale ?? 1)
                : textOf(column, row)
            }),
          ],
    ),
  }
}
