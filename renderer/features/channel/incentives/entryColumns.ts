import CheckCircleFilled from '@ant-design/icons-svg/es/asn/CheckCircleFilled'
import CloseCircleFilled from '@ant-design/icons-svg/es/asn/CloseCircleFilled'
import MinusCircleOutlined from '@ant-design/icons-svg/es/asn/MinusCircleOutlined'
import type { TFunction } from 'i18next'
import type { IncentiveEntry } from '../../../../db/channel/incentives/contract.ts'
import { ENTRY_KINDS } from '../../../../db/channel/incentives/rules/reckoning.ts'
import type { GridColumn } from '../../../grid/types.ts'
import {
  accountColumn,
  dayColumn,
  type StateLook,
  shownColumn,
  stateColumn,
  textColumn,
  tierColumn,
} from '../../../shared/ledger/columns.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { formatMoney, formatNumber, type MoneyUnit } from '../../../ui/format.ts'
import { unitAmount } from './amounts.ts'

/** Fields of entries that can be typed into the grid. */
export const ENTRY_FIELDS = ['day', 'why'] as const

/** What an entry is: given, taken or paid out. */
export function entryLook({ kind }: IncentiveEntry, t: TFunction): StateLook {
  const text = t(`incentives.kind.${kind}`)
  const rank = ENTRY_KINDS.indexOf(kind)
  if (kind === 'penalty') return { text, sign: CloseCircleFilled, tone: 'bad', rank }
  if (kind === 'payOut') return { text, sign: MinusCircleOutlined, tone: 'plain', rank }
  return { text, sign: CheckCircleFilled, tone: 'good', rank }
}

/** Columns of the incentive ledger: money and points apart, so that sums add like to like. */
export function entryColumns(today: string, money: MoneyUnit, t: TFunction): GridColumn<IncentiveEntry>[] {
  const late = ({ amount }: IncentiveEntry): string => (amount < 0 ? (styles.lateCell ?? '') : '')
  return [
    {
      ...dayColumn<IncentiveEntry>('day', t('incentives.field.day'), ({ day }) => day, today, t, 'past'),
      pinned: 'left',
    },
    { ...accountColumn<IncentiveEntry>(t), pinned: 'left' },
    tierColumn(t),
    stateColumn(t('incentives.field.kind'), 96, (row) => entryLook(row, t)),
    shownColumn('rule', t('incentives.field.rule'), 140, ({ rule }) => rule),
    {
      id: 'money',
      title: `${t('incentives.field.amount')} ${t(`app.status.${money}`)}`,
      kind: 'number',
      width: 108,
      scale: money === 'yuan' ? 100 : 1_000_000,
      read: ({ unit, amount }) => (unit === 'fen' ? amount : null),
      format: (value) => (typeof value === 'number' ? formatMoney(value, money) : ''),
      cellClass: late,
    },
    {
      id: 'points',
      title: t('incentives.pointsWord'),
      kind: 'number',
      width: 84,
      read: ({ unit, amount }) => (unit === 'points' ? amount : null),
      format: (value) => (typeof value === 'number' ? formatNumber(value) : ''),
      cellClass: late,
    },
    {
      ...shownColumn<IncentiveEntry>('balance', t('incentives.field.balance'), 120, (row) =>
        unitAmount(row.balance, row.unit, money, t),
      ),
      sortKey: ({ balance }) => balance,
    },
    textColumn('why', t('incentives.field.why'), 220, ({ why }) => why, t, { most: 2_000 }),
    shownColumn('by', t('incentives.field.by'), 80, ({ by }) => by),
  ]
}
