import type { TFunction } from 'i18next'
import type { WinBackLine } from '../../../../db/recovery/winBack/contract.ts'
import type { GridColumn } from '../../../grid/types.ts'
import {
  accountColumn,
  shownColumn,
  shownDayColumn,
  stateColumn,
  tierColumn,
} from '../../../shared/ledger/columns.ts'
import { formatMoney, type MoneyUnit } from '../../../ui/format.ts'
import { openCell } from '../../../ui/openCell.ts'
import { winBackLook } from './winBackLook.ts'

/** Columns of the list of lost accounts. @param today YYYY-MM-DD */
export function lostColumns(today: string, unit: MoneyUnit, t: TFunction): GridColumn<WinBackLine>[] {
  return [
    {
      ...shownColumn<WinBackLine>('code', t('winBack.column.code'), 104, ({ code }) => code),
      pinned: 'left',
      draw: ({ row, text }, into) => {
        const name = `${row.code} ${row.account}`
        into.append(openCell({ text, to: `/recovery/lost/${row.id}`, label: t('ledger.open', { name }) }))
      },
    },
    accountColumn<WinBackLine>(t),
    tierColumn<WinBackLine>(t),
    stateColumn<WinBackLine>(t('winBack.column.state'), 132, ({ state }) => winBackLook(state, t)),
    shownDayColumn<WinBackLine>('due', t('winBack.column.due'), ({ dueOn }) => dueOn, today, t),
    shownColumn<WinBackLine>('lostOn', t('winBack.column.lostOn'), 100, ({ lostOn }) => lostOn),
    shownColumn<WinBackLine>(
      'defection',
      t('winBack.column.defection'),
      160,
      ({ defection }) => defection && t(`winBack.defection.${defection}`),
    ),
    shownColumn<WinBackLine>(
      'lossCause',
      t('winBack.column.lossCause'),
      190,
      ({ lossCause }) => lossCause && t(`cases.lossCause.${lossCause}`),
    ),
    shownColumn<WinBackLine>(
      'force',
      t('winBack.column.force'),
      110,
      ({ force }) => force && t(`cases.force.${force}`),
    ),
    {
      id: 'net',
      title: `${t('winBack.column.net')} ${t(`app.status.${unit}`)}`,
      kind: 'number',
      width: 112,
      scale: unit === 'yuan' ? 100 : 1_000_000,
      read: ({ net }) => net,
      format: (value) => (typeof value === 'number' ? formatMoney(value, unit) : ''),
    },
    shownColumn<WinBackLine>('owner', t('winBack.column.owner'), 84, ({ owner }) => owner),
  ]
}
