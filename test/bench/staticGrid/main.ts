import '../../../renderer/ui/tokens.css'
import '../../../renderer/ui/base.css'
import '../../../renderer/grid/grid.css'
import { type ColDef, createGrid } from 'ag-grid-community'
import { registerGridModules } from '../../../renderer/grid/modules.ts'
import { gridTheme } from '../../../renderer/grid/theme.ts'

/*
 * The yardstick of scrolling: AG Grid alone with as many rows and columns as the scoring grid, all cells plain texts,
 * no React, no selection, in a box of the same size with the same theme.
 */

const query = new URLSearchParams(location.search)
const numberOf = (name: string): number => Number(query.get(name))

registerGridModules()

type TextRow = Readonly<Record<string, string>>

const MARKS = ['10', '8', '6', '4', '2']

const rowData = Array.from({ length: numberOf('rows') }, (_, row): TextRow => {
  const cells: Record<string, string> = { number: String(row + 1), account: `济南利昌板材${row + 1}号` }
  for (let column = 0; column < numberOf('columns'); column += 1)
    cells[`mark${column}`] = MARKS[(row + column) % 5] ?? ''
  return { ...cells, total: '63.3', tier: '主要', rank: String(row + 1) }
})

const marks = Array.from(
  { length: numberOf('columns') },
  (_, column): ColDef<TextRow> => ({
    field: `mark${column}`,
    width: 72,
    cellClass: 'sheet-number sheet-mark',
  }),
)

const element = document.getElementById('grid')
if (element !== null) {
  element.className = 'sheet'
  element.style.width = `${numberOf('width')}px`
  element.style.height = `${numberOf('height')}px`
  createGrid<TextRow>(element, {
    theme: gridTheme,
    rowData,
    columnDefs: [
      { field: 'number', width: 48, pinned: 'left', cellClass: 'sheet-row-number' },
      { field: 'account', width: 148, pinned: 'left' },
      ...marks,
      { field: 'total', width: 62, pinned: 'right' },
      { field: 'tier', width: 108, pinned: 'right' },
      { field: 'rank', width: 52, pinned: 'right' },
    ],
    rowHeight: 32,
    animateRows: false,
    rowBuffer: 5,
    suppressCellFocus: true,
    suppressRowTransform: true,
  })
}
