import type { TFunction } from 'i18next'
import type { AccountEffect } from '../../../../db/visits/effect/contract.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { shownColumn, tierColumn } from '../../../shared/ledger/columns.ts'
import { formatScore } from '../../../ui/format.ts'
import { openCell } from '../../../ui/openCell.ts'

/** Columns of the accounts' effect: what stood before the visits beside what stood after. */
export function effectColumns(t: TFunction): GridColumn<AccountEffect>[] {
  const count = (
    id: 'held' | 'points' | 'riskBefore' | 'riskAfter',
    width: number,
  ): GridColumn<AccountEffect> => ({
    id,
    title: t(`visits.effect.${id}`),
    kind: 'number',
    width,
    read: (row) => row[id],
  })
  const score = (id: 'scoreBefore' | 'scoreAfter'): GridColumn<AccountEffect> => ({
    id,
    title: t(`visits.effect.${id}`),
    kind: 'number',
    width: 94,
    scale: 10,
    read: (row) => row[id],
    format: (value) => (typeof value === 'number' ? formatScore(value) : ''),
  })
  return [
    {
      ...shownColumn<AccountEffect>('name', t('visits.column.account'), 160, ({ name }) => name),
      pinned: 'left',
      draw: ({ row, text }, into) => {
        into.append(
          openCell({ text, to: `/accounts/${row.accountId}`, label: t('ledger.open', { name: text }) }),
        )
      },
    },
    tierColumn<AccountEffect>(t),
    count('held', 64),
    count('points', 64),
    score('scoreBefore'),
    score('scoreAfter'),
    count('riskBefore', 92),
    {
      ...count('riskAfter', 92),
      format: (value) => String(value ?? ''),
    },
    shownColumn('settled', t('visits.effect.settled'), 110, ({ settled }) =>
      t(settled ? 'visits.effect.over' : 'visits.effect.running'),
    ),
    shownColumn('first', t('visits.effect.first'), 96, ({ first }) => first),
    shownColumn('last', t('visits.effect.last'), 96, ({ last }) => last),
  ]
}
