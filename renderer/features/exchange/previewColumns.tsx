import {
  CheckOutlined,
  CopyOutlined,
  ExclamationCircleFilled,
  MinusCircleOutlined,
  PlusCircleOutlined,
  SyncOutlined,
} from '@ant-design/icons'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { parseDecimal } from '../../../db/accounts/rules/decimal.ts'
import type { ColumnUse } from '../../../db/exchange/contract.ts'
import type { GridColumn } from '../../grid/types.ts'
import styles from './exchange.module.css'
import type { PreviewRow } from './previewRows.ts'

const LONGEST = 4_000
const FATE = 'fate'

const SIGNS: Readonly<Record<PreviewRow['fate'], ReactNode>> = {
  insert: <PlusCircleOutlined />,
  update: <SyncOutlined />,
  same: <CheckOutlined />,
  problem: <ExclamationCircleFilled />,
  skip: <MinusCircleOutlined />,
  lookAlike: <CopyOutlined />,
}

/** The id of the grid's column for a column of the file. */
export const gridColumnId = (column: number): string => `c${column}`

/** The column of the file behind a column of the grid; null for the fate. */
export const fileColumn = (columnId: string): number | null =>
  columnId === FATE ? null : Number(columnId.slice(1))

/** The preview's columns: what will become of the row, then the file's own columns that are imported. */
export function previewColumns(
  headers: readonly string[],
  uses: readonly ColumnUse[],
  t: TFunction,
): readonly GridColumn<PreviewRow>[] {
  return [
    fateColumn(t),
    ...uses.flatMap((use, column) =>
      use.kind === 'ignore' ? [] : [valueColumn(column, headers[column] ?? '', use, t)],
    ),
  ]
}

const fateColumn = (t: TFunction): GridColumn<PreviewRow> => ({
  id: FATE,
  title: t('importing.result'),
  kind: 'text',
  width: 106,
  pinned: 'left',
  read: ({ fate }) => t(`importing.fate.${fate}`),
  render: ({ row, text }) => (
    <span className={styles.fate} data-fate={row.fate}>
      {SIGNS[row.fate]}
      {text}
    </span>
  ),
})

function valueColumn(column: number, header: string, use: ColumnUse, t: TFunction): GridColumn<PreviewRow> {
  const isFigure = use.kind === 'figure' || use.kind === 'newFigure'
  const isName = use.kind === 'field' && use.field === 'name'
  return {
    id: gridColumnId(column),
    title: header || t('importing.columns.noHeader', { column: column + 1 }),
    kind: isFigure ? 'number' : 'text',
    width: isName ? 186 : widthOf(header, isFigure),
    read: ({ texts }) => cellValue(texts[column] ?? '', isFigure),
    format: (value, row) => (value === null ? '' : (row.texts[column] ?? '')),
    parse: (text) =>
      text.length > LONGEST
        ? { ok: false, problem: t('accounts.problem.tooLong', { max: LONGEST, length: text.length }) }
        : { ok: true, value: text.trim() },
    cellClass: (row) => lookOf(row, column, isName),
  }
}

/** Numbers are numbers to sorting, filters and sums; what can't be read as one stays the text that it is. */
function cellValue(text: string, isFigure: boolean): string | number | null {
  if (text === '') return null
  const value = isFigure ? parseDecimal(text) : undefined
  return value === undefined ? text : value / 10_000
}

const widthOf = (header: string, isFigure: boolean): number =>
  Math.min(
    200,
    Math.max(isFigure ? 104 : 84, 30 + [...header].reduce((sum, char) => sum + (char > 'ÿ' ? 12.5 : 7), 0)),
  )

function lookOf(row: PreviewRow, column: number, isName: boolean): string {
  const problem = row.problems.get(column)
  if (problem) return (row.texts[column] ?? '') === '' ? 'import-bad import-bad-empty' : 'import-bad'
  if (row.fate === 'lookAlike') return isName ? 'import-twin' : ''
  if (row.fate === 'skip') return 'import-out'
  return row.fate === 'update' && row.changes.includes(column) ? 'import-changed' : ''
}
