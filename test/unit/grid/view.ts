import type { CellValue, GridColumn, SheetView } from '../../../renderer/grid/types.ts'

export interface Line {
  readonly id: string
  readonly cells: CellValue[]
  readonly locked: boolean
}

/** Whole numbers to 99; column `fixed` is read-only, and so is every locked row. */
const column = (index: number): GridColumn<Line> => ({
  id: `c${index}`,
  title: `C${index}`,
  kind: 'number',
  width: 80,
  read: (line) => line.cells[index] ?? null,
  parse: (text) => {
    if (text === '') return { ok: true, value: null }
    return /^\d{1,2}$/.test(text) ? { ok: true, value: Number(text) } : { ok: false, problem: 'whole number' }
  },
  editable: (line) => !line.locked,
})

const fixed: GridColumn<Line> = {
  id: 'fixed',
  title: 'Fixed',
  kind: 'text',
  width: 80,
  read: (line) => line.id,
}

/** Three number columns and a read-only one at the end; cells hold row × 10 + column; row 3 is locked. */
export const sheetOf = (rows: number): SheetView<Line> => {
  const lines = Array.from({ length: rows }, (_, row) => ({
    id: `r${row}`,
    cells: [row * 10, row * 10 + 1, row * 10 + 2],
    locked: row === 3,
  }))
  return {
    rowCount: rows,
    columns: [column(0), column(1), column(2), fixed],
    rowAt: (index) => {
      const row = lines[index]
      return row === undefined ? null : { row, id: row.id }
    },
  }
}
