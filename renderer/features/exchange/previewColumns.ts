import CheckOutlined from '@ant-design/icons-svg/es/asn/CheckOutlined'
import CopyOutlined from '@ant-design/icons-svg/es/asn/CopyOutlined'
import ExclamationCircleFilled from '@ant-design/icons-svg/es/asn/ExclamationCircleFilled'
import MinusCircleOutlined from '@ant-design/icons-svg/es/asn/MinusCircleOutlined'
import PlusCircleOutlined from '@ant-design/icons-svg/es/asn/PlusCircleOutlined'
import SyncOutlined from '@ant-design/icons-svg/es/asn/SyncOutlined'
import type { IconDefinition } from '@ant-design/icons-svg/es/types'
import type { TFunction } from 'i18next'
import { parseDecimal } from '../../../db/accounts/rules/decimal.ts'
import type { ColumnUse } from '../../../db/exchange/contract.ts'
import type { CellValue, GridColumn } from '../../grid/types.ts'
import { iconElement } from '../../ui/iconElement.ts'
import { spanElement } from '../../ui/spanElement.ts'
import styles from './exchange.module.css'
import type { PreviewRow } from './previewRows.ts'

const LONGEST = 4_000
const FATE = 'fate'
const GIVEN_NAME = 'givenName'

const SIGNS: Readonly<Record<PreviewRow['fate'], IconDefinition>> = {
  insert: PlusCircleOutlined,
  update: SyncOutlined,
  same: CheckOutlined,
  problem: ExclamationCircleFilled,
  skip: MinusCircleOutlined,
  lookAlike: CopyOutlined,
}

/** The id of the grid's column for a column of the file. */
export const gridColumnId = (column: number): string => `c${column}`

/** The column of the file behind a column of the grid; null for columns that the file doesn't have. */
export const fileColumn = (columnId: string): number | null =>
  columnId === FATE || columnId === GIVEN_NAME ? null : Number(columnId.slice(1))

/** The preview's columns: what will become of the row, then the file's own columns that are imported. */
export function previewColumns(
  headers: readonly string[],
  uses: readonly ColumnUse[],
  namesGiven: boolean,
  t: TFunction,
): readonly GridColumn<PreviewRow>[] {
  return [
    fateColumn(t),
    ...(namesGiven ? [givenNameColumn(t)] : []),
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
  draw: ({ row: { fate }, text }, into) => {
    const element = spanElement(styles.fate, iconElement(SIGNS[fate]), text)
    element.dataset.fate = fate
    into.append(element)
  },
})

/** The names that a list without names is given. */
const givenNameColumn = (t: TFunction): GridColumn<PreviewRow> => ({
  id: GIVEN_NAME,
  title: t('accounts.field.name'),
  kind: 'text',
  width: 130,
  read: ({ givenName }) => givenName,
})

function valueColumn(column: number, header: string, use: ColumnUse, t: TFunction): GridColumn<PreviewRow> {
  const isFigure = use.kind === 'figure' || use.kind === 'newFigure'
  const isName = (use.kind === 'field' || use.kind === 'person') && use.field === 'name'
  const isText = use.kind === 'entry' && use.field === 'text'
  return {
    id: gridColumnId(column),
    title: header || t('importing.columns.noHeader', { column: column + 1 }),
    kind: isFigure ? 'number' : 'text',
    width: isText ? 300 : isName ? 186 : widthOf(header, isFigure),
    read: ({ texts, problems }) => cellValue(texts[column] ?? '', isFigure && !problems.has(column)),
    format: (value, row) => (value === null ? '' : grouped(row.texts[column] ?? '', value)),
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

/** A number as the file has it, its thousands set apart where the file doesn't; other texts stay as they are. */
function grouped(text: string, value: CellValue): string {
  if (typeof value !== 'number' || !PLAIN_NUMBER.test(text)) return text
  const [whole = '', part] = text.split('.')
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${part === undefined ? '' : `.${part}`}`
}

const PLAIN_NUMBER = /^-?[1-9]\d{3,}(?:\.\d+)?$/

const widthOf = (header: string, isFigure: boolean): number =>
  Math.min(
    200,
    Math.max(isFigure ? 104 : 84, 30 + [...header].reduce((sum, char) => sum + (char > 'ÿ' ? 12.5 : 7), 0)),
  )

function lookOf(row: PreviewRow, column: number, isName: boolean): string {
  const problem = row.problems.get(column)
  if (problem)
    return (row.texts[column] ?? '') === ''
      ? 'sheet-fault import-bad import-bad-empty'
      : 'sheet-fault import-bad'
  if (row.fate === 'lookAlike') return isName ? 'import-twin' : ''
  if (row.fate === 'skip') return 'import-out'
  return row.fate === 'update' && row.changes.includes(column) ? 'import-changed' : ''
}
