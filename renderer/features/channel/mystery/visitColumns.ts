import type { TFunction } from 'i18next'
import type { MysteryVisit } from '../../../../db/channel/mystery/contract.ts'
import { MYSTERY_WAYS } from '../../../../db/channel/mystery/rules/words.ts'
import type { Member } from '../../../../db/department/contract.ts'
import type { GridColumn } from '../../../grid/types.ts'
import {
  choiceColumn,
  dayColumn,
  memberColumn,
  shownColumn,
  textColumn,
} from '../../../shared/ledger/columns.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { formatSigned } from '../../../ui/format.ts'
import { scoreText } from './TrendChart.tsx'

/** Fields of visits that can be typed into the grid. */
export const VISIT_FIELDS = ['place', 'day', 'way', 'visitorId', 'finding'] as const

/** Columns of the mystery visits: scores follow from their marks. */
export function visitColumns(
  today: string,
  members: readonly Member[],
  t: TFunction,
): GridColumn<MysteryVisit>[] {
  return [
    {
      ...textColumn<MysteryVisit>('place', t('mystery.field.place'), 150, ({ place }) => place, t, {
        required: true,
        most: 100,
      }),
      pinned: 'left',
    },
    dayColumn('day', t('mystery.field.day'), ({ day }) => day, today, t, 'past'),
    {
      id: 'score',
      title: t('mystery.field.score'),
      kind: 'number',
      width: 76,
      scale: 10,
      read: ({ score }) => score,
      format: (value) => (typeof value === 'number' ? scoreText(value) : t('mystery.noScore')),
    },
    {
      id: 'change',
      title: t('mystery.field.change'),
      kind: 'number',
      width: 76,
      scale: 10,
      read: ({ change }) => change,
      format: (value) => (typeof value === 'number' ? formatSigned(value / 10) : ''),
      cellClass: ({ change }) => ((change ?? 0) < 0 ? (styles.lateCell ?? '') : ''),
    },
    {
      ...shownColumn<MysteryVisit>('unmarked', t('mystery.field.unmarked'), 84, ({ unmarked }) =>
        unmarked === 0 ? '' : t('mystery.unmarked', { count: unmarked }),
      ),
      sortKey: ({ unmarked }) => unmarked,
    },
    choiceColumn(
      'way',
      t('mystery.field.way'),
      72,
      ({ way }) => way,
      MYSTERY_WAYS.map((value) => ({ value, label: t(`mystery.way.${value}`) })),
      t,
    ),
    shownColumn('account', t('ledger.account'), 140, ({ account }) => account),
    memberColumn('visitorId', t('mystery.field.visitorId'), ({ visitorId }) => visitorId, members, t),
    textColumn('finding', t('mystery.field.finding'), 240, ({ finding }) => finding, t, { most: 2_000 }),
    shownColumn('sheet', t('mystery.field.sheet'), 140, ({ sheet }) => sheet),
  ]
}
