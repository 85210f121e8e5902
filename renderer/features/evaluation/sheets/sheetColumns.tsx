import type { TFunction } from 'i18next'
import type { Figure } from '../../../../db/accounts/contract.ts'
import { measureOf } from '../../../../db/evaluation/rules/bands.ts'
import { GRADES, type Grade } from '../../../../db/evaluation/rules/marks.ts'
import type { GridColumn, Parsed } from '../../../grid/types.ts'
import type { SheetRow } from './sheetRows.ts'
import { parseWeight, weightText } from './weights.ts'

/** The choice of the figure column that begins a new figure. */
export const NEW_FIGURE = '+'

const LIMITS = { code: 64, name: 100, standard: 500 } as const

/**
 * The editor's columns, in the order of a sheet's workbook, so that a block copied from Excel falls into place; how the
 * indicator is marked stays in sight at the right.
 */
export function sheetColumns(figures: readonly Figure[], t: TFunction): readonly GridColumn<SheetRow>[] {
  return [
    { ...textColumn('code', 76, LIMITS.code, t), pinned: 'left' },
    { ...textColumn('name', 140, LIMITS.name, t), pinned: 'left' },
    weightColumn(t),
    ...GRADES.map((grade) => standardColumn(grade, t)),
    {
      id: 'measure',
      title: t('sheets.field.measure'),
      kind: 'text',
      width: 108,
      pinned: 'right',
      read: ({ indicator }) =>
        indicator ? t(`sheets.measure.${measureOf(indicator.standards).kind}`) : null,
      cellClass: ({ indicator }) => (indicator ? 'sheet-derived' : 'sheet-blank'),
    },
    { ...figureColumn(figures, t), pinned: 'right' },
  ]
}

const lookOf = (row: SheetRow, field: Parameters<SheetRow['faults']['has']>[0]): string =>
  row.indicator === null ? 'sheet-blank' : row.faults.has(field) ? 'sheet-fault' : ''

const limited = (text: string, max: number, t: TFunction): Parsed => {
  const value = text.trim()
  return value.length <= max
    ? { ok: true, value }
    : { ok: false, problem: t('sheets.problem.tooLong', { max, length: value.length }) }
}

const textColumn = (
  field: 'code' | 'name',
  width: number,
  max: number,
  t: TFunction,
): GridColumn<SheetRow> => ({
  id: field,
  title: t(`sheets.field.${field}`),
  kind: 'text',
  width,
  read: ({ indicator }) => indicator?.[field] ?? null,
  parse: (text) => limited(text, max, t),
  cellClass: (row) => lookOf(row, field),
})

const weightColumn = (t: TFunction): GridColumn<SheetRow> => ({
  id: 'weight',
  title: t('sheets.field.weight'),
  kind: 'number',
  width: 84,
  scale: 100,
  read: ({ indicator }) => indicator?.weight ?? null,
  format: (value) => (typeof value === 'number' ? weightText(value) : ''),
  parse: (text) => {
    const parsed = parseWeight(text)
    return parsed.ok
      ? { ok: true, value: parsed.weight }
      : { ok: false, problem: t(`sheets.problem.${parsed.code}`, { text }) }
  },
  cellClass: (row) => lookOf(row, 'weight'),
})

const figureColumn = (figures: readonly Figure[], t: TFunction): GridColumn<SheetRow> => ({
  id: 'figureId',
  title: t('sheets.field.figureId'),
  kind: 'choice',
  width: 120,
  choices: [
    ...figures.map(({ id, name }) => ({ value: id, label: name })),
    { value: NEW_FIGURE, label: t('sheets.figure.new') },
  ],
  read: ({ indicator }) => indicator?.figureId ?? null,
  format: (value) => figures.find(({ id }) => id === value)?.name ?? '',
  parse: (text) =>
    text.trim() === ''
      ? { ok: true, value: null }
      : { ok: false, problem: t('sheets.figure.unknown', { text }) },
  cellClass: (row) => lookOf(row, 'figureId'),
})

const standardColumn = (grade: Grade, t: TFunction): GridColumn<SheetRow> => ({
  id: grade,
  title: t(`sheets.field.${grade}`),
  kind: 'text',
  width: 150,
  read: ({ indicator }) => indicator?.standards[grade] ?? null,
  parse: (text) => limited(text, LIMITS.standard, t),
  cellClass: (row) => lookOf(row, grade),
})
