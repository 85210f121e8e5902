import type {
  ColDef,
  ColGroupDef,
  ICellRendererComp,
  ICellRendererParams,
  ValueGetterParams,
} from 'ag-grid-community'
import { textOf } from './cells.ts'
import { rowNumberColumnId } from './geometry.ts'
import { HeaderLabel, type HeaderLabelParams } from './headerLabel.ts'
import type { CellValue, GridColumn, GridWords } from './types.ts'

interface DrawnCellParams<Row> extends ICellRendererParams<Row> {
  readonly gridColumn: GridColumn<Row>
}

const isNumeric = <Row>(column: GridColumn<Row>): boolean =>
  column.kind === 'number' || column.kind === 'mark'

const filterOf = <Row>(column: GridColumn<Row>): Partial<ColDef<Row, CellValue>> =>
  isNumeric(column)
    ? {
        filter: 'agNumberColumnFilter',
        filterValueGetter: ({ data }: ValueGetterParams<Row>) => {
          const value = data === undefined ? null : column.read(data)
          return typeof value === 'number' ? value / (column.scale ?? 1) : null
        },
      }
    : {
        filter: 'agTextColumnFilter',
        filterValueGetter: ({ data }: ValueGetterParams<Row>) =>
          data === undefined ? '' : textOf(column, data),
      }

const columnDef = <Row>(
  column: GridColumn<Row>,
  words: GridWords,
  openMenu: HeaderLabelParams['openMenu'],
): ColDef<Row, CellValue> => ({
  colId: column.id,
  headerName: column.title,
  headerComponentParams: {
    innerHeaderComponent: HeaderLabel,
    innerHeaderComponentParams: {
      subtitle: column.subtitle ?? null,
      menuLabel: words.columnMenu.replace('{{column}}', column.title),
      openMenu,
    } satisfies HeaderLabelParams,
  },
  headerClass: isNumeric(column) ? 'sheet-number-header' : '',
  initialWidth: column.width,
  ...(column.mostWidth === undefined
    ? {}
    : { initialFlex: 1, minWidth: column.width, maxWidth: column.mostWidth }),
  initialPinned: column.pinned ?? false,
  initialHide: column.hidden ?? false,
  valueGetter: ({ data }) => (data === undefined ? null : column.read(data)),
  valueFormatter: ({ data }) => (data === undefined ? '' : textOf(column, data)),
  cellClass: ({ data }) => {
    const own = data === undefined ? '' : (column.cellClass?.(data) ?? '')
    const kind = column.kind === 'mark' ? 'sheet-number sheet-mark' : isNumeric(column) ? 'sheet-number' : ''
    return `${kind} ${own}`.split(' ').filter((name) => name !== '')
  },
  // rows are put in order after AG Grid's own sorting (sorting.ts), which leaves them as they are
  comparator: () => 0,
  ...filterOf(column),
  ...rendererOf(column),
})

const rendererOf = <Row>(column: GridColumn<Row>): Partial<ColDef<Row, CellValue>> =>
  column.draw === undefined ? {} : { cellRenderer: DrawnCell, cellRendererParams: { gridColumn: column } }

/** A cell of a column that draws itself: kept and drawn anew when its row changes. */
class DrawnCell<Row> implements ICellRendererComp<Row> {
  readonly #element = document.createElement('span')

  init(params: DrawnCellParams<Row>): void {
    this.#element.className = 'sheet-drawn'
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.#element
  }

  refresh({ data, gridColumn }: DrawnCellParams<Row>): boolean {
    this.#element.replaceChildren()
    if (data !== undefined) {
      const cell = { row: data, value: gridColumn.read(data), text: textOf(gridColumn, data) }
      gridColumn.draw?.(cell, this.#element)
    }
    return true
  }
}

/** Wide enough for the highest number, never narrower than in the pictures. */
const rowNumberWidth = (rowCount: number): number => Math.max(34, String(rowCount).length * 7 + 13)

/** The number of a row in the file or list it came from, where its place on the screen isn't meant. */
export type RowNumber<Row> = (row: Row) => number | undefined

const rowNumberDef = <Row>(
  words: GridWords,
  rowCount: number,
  rowNumber: RowNumber<Row> | undefined,
): ColDef<Row, CellValue> => ({
  colId: rowNumberColumnId,
  // shown to screen readers only: the corner selects everything
  headerName: words.selectAll,
  width: rowNumberWidth(rowCount),
  minWidth: rowNumberWidth(rowCount),
  pinned: 'left',
  lockPosition: 'left',
  lockPinned: true,
  suppressMovable: true,
  resizable: false,
  sortable: false,
  filter: false,
  cellClass: 'sheet-row-number',
  headerClass: 'sheet-corner',
  valueGetter: ({ node, data }) =>
    (data === undefined ? undefined : rowNumber?.(data)) ?? (node?.rowIndex ?? 0) + 1,
})

/** Our columns as AG Grid's: the row numbers first, neighbours of one group under their header. */
export const columnDefsOf = <Row>(
  columns: readonly GridColumn<Row>[],
  words: GridWords,
  openMenu: HeaderLabelParams['openMenu'],
  rowCount: number,
  rowNumber?: RowNumber<Row>,
  rowNumbers = true,
): (ColDef<Row, CellValue> | ColGroupDef<Row>)[] => {
  const defs: (ColDef<Row, CellValue> | ColGroupDef<Row>)[] = [
    { ...rowNumberDef<Row>(words, rowCount, rowNumber), initialHide: !rowNumbers },
  ]
  let group: string | undefined
  let children: ColDef<Row, CellValue>[] = []
  for (const column of columns) {
    const def = columnDef(column, words, openMenu)
    if (column.group === undefined) defs.push(def)
    else if (column.group === group) children.push(def)
    else {
      children = [def]
      defs.push({ headerName: column.group, groupId: `#group-${column.id}`, children })
    }
    group = column.group
  }
  return defs
}
