import type { TFunction } from 'i18next'
import type { CaseRow } from '../../../../db/recovery/rules/caseTable.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { shortMoment } from '../../../shared/clocks/clockText.ts'
import { accountColumn, shownColumn, stateColumn, tierColumn } from '../../../shared/ledger/columns.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { formatMoney, type MoneyUnit } from '../../../ui/format.ts'
import { openCell } from '../../../ui/openCell.ts'
import { spanElement } from '../../../ui/spanElement.ts'
import { severityLook } from '../severityLook.ts'
import { stateLook } from '../stateLook.ts'

/** Columns of the list of cases. @param now epoch ms, by which they are late */
export function caseColumns(now: number, unit: MoneyUnit, t: TFunction): GridColumn<CaseRow>[] {
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
      ...stateColumn<CaseRow>(t('cases.column.severity'), 100, ({ severity }) => severityLook(severity, t)),
      id: 'severity',
    },
    stateColumn<CaseRow>(t('cases.column.state'), 124, ({ state }) => stateLook(state, t)),
    {
      id: 'due',
      title: t('cases.column.due'),
      kind: 'text',
      width: 104,
      read: ({ due }) => (due === null ? null : shortMoment(due, now)),
      sortKey: ({ due }) => due,
      draw: ({ row, text: shown }, into) => {
        const cell = spanElement(styles.state, shown)
        if (row.due !== null && row.due < now) cell.dataset.tone = 'late'
        into.append(cell)
      },
    },
    shownColumn('category', t('cases.column.category'), 76, ({ category }) =>
      t(`cases.category.${category}`),
    ),
    shownColumn('kind', t('cases.column.kind'), 92, ({ kind }) => t(`cases.kind.${kind}`)),
    text('owner', 76),
    text('person', 84),
    {
      id: 'cameAt',
      title: t('cases.column.cameAt'),
      kind: 'text',
      width: 112,
      read: ({ cameAt }) => shortMoment(cameAt, now),
      sortKey: ({ cameAt }) => cameAt,
    },
    text('rootCause', 140),
    text('product', 110),
    text('place', 110),
    shownColumn<CaseRow>('repeat', t('cases.column.repeat'), 68, ({ repeat }) =>
      repeat ? t('cases.repeated') : null,
    ),
    money('atRisk'),
    money('loss'),
    money('paid'),
  ]
}
