import type { TFunction } from 'i18next'
import type { CaseRow } from '../../../../db/recovery/rules/caseTable.ts'
import type { CellValue, GridColumn } from '../../../grid/types.ts'
import { shortMoment } from '../../../shared/clocks/clockText.ts'
import { accountColumn, shownColumn, stateColumn, tierColumn } from '../../../shared/ledger/columns.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { formatMoney, type MoneyUnit } from '../../../ui/format.ts'
import { once } from '../../../ui/once.ts'
import { openCell } from '../../../ui/openCell.ts'
import { spanElement } from '../../../ui/spanElement.ts'
import { severityLook } from '../severityLook.ts'
import { stateLook } from '../stateLook.ts'

/** Columns of the list of cases. @param now epoch ms, by which they are late */
export function caseColumns(now: number, unit: MoneyUnit, t: TFunction): GridColumn<CaseRow>[] {
  // of a hundred thousand rows, few say something else
  const category = once((one: CaseRow['category']) => t(`cases.category.${one}`))
  const kind = once((one: CaseRow['kind']) => t(`cases.kind.${one}`))
  const severity = once((one: CaseRow['severity']) => severityLook(one, t))
  const state = once((one: CaseRow['state']) => stateLook(one, t))
  const moment = (at: CellValue): string => (typeof at === 'number' ? shortMoment(at, now) : '')
  const repeated = t('cases.repeated')
  const text = (
    id: keyof CaseRow & ('owner' | 'person' | 'rootCause' | 'product' | 'place'),
    width: number,
  ) => shownColumn<CaseRow>(id, t(`cases.column.${id}`), width, (row) => row[id] || null)
  const money = (id: 'atRisk' | 'loss' | 'paid'): GridColumn<CaseRow> => ({
    id,
    title: `${t(`cases.column.${id}`)} ${t(`app.status.${unit}`)}`,
    kind: 'number',
    width: 108,
    scale: unit === 'yuan' ? 100 : 1_000_000,
    read: (row) => row[id] || null,
    format: (value) => (typeof value === 'number' ? formatMoney(value, unit) : ''),
  })
  return [
    {
      ...shownColumn<CaseRow>('title', t('cases.column.title'), 220, ({ title }) => title),
      pinned: 'left',
      draw: ({ row, text: shown }, into) => {
        into.append(
          openCell({ text: shown, to: `/recovery/${row.id}`, label: t('ledger.open', { name: shown }) }),
        )
      },
    },
    shownColumn('code', t('cases.column.code'), 76, ({ code }) => code),
    { ...accountColumn<CaseRow>(t), search: ({ accountPinyin }) => accountPinyin },
    tierColumn<CaseRow>(t),
    {
      ...stateColumn<CaseRow>(t('cases.column.severity'), 100, (row) => severity(row.severity)),
      id: 'severity',
    },
    stateColumn<CaseRow>(t('cases.column.state'), 164, (row) => state(row.state)),
    {
      id: 'due',
      title: t('cases.column.due'),
      kind: 'text',
      width: 104,
      read: ({ due }) => due,
      format: moment,
      draw: ({ row, text: shown }, into) => {
        const cell = spanElement(styles.state, shown)
        if (row.due !== null && row.due < now) cell.dataset.tone = 'late'
        into.append(cell)
      },
    },
    shownColumn('category', t('cases.column.category'), 76, (row) => category(row.category)),
    shownColumn('kind', t('cases.column.kind'), 92, (row) => kind(row.kind)),
    text('owner', 76),
    text('person', 84),
    {
      id: 'cameAt',
      title: t('cases.column.cameAt'),
      kind: 'text',
      width: 112,
      read: ({ cameAt }) => cameAt,
      format: moment,
    },
    text('rootCause', 140),
    text('product', 110),
    text('place', 110),
    shownColumn<CaseRow>('repeat', t('cases.column.repeat'), 68, ({ repeat }) => (repeat ? repeated : null)),
    money('atRisk'),
    money('loss'),
    money('paid'),
  ]
}
