import type { TFunction } from 'i18next'
import type { Member } from '../../../../db/department/contract.ts'
import type { VisitLine } from '../../../../db/visits/contract.ts'
import { DIRECTIONS, VISIT_KINDS } from '../../../../db/visits/rules/words.ts'
import type { GridColumn } from '../../../grid/types.ts'
import {
  choiceColumn,
  memberColumn,
  shownColumn,
  stateColumn,
  textColumn,
  tierColumn,
} from '../../../shared/ledger/columns.ts'
import { openCell } from '../../../ui/openCell.ts'
import { stateLook } from '../stateLook.ts'
import { typedTime } from '../typedTime.ts'
import { visitAccounts } from '../visitText.ts'

/** Fields of visits that can be typed into the list. */
export const EDITABLE = ['objective', 'kind', 'direction', 'ownerId', 'city', 'time', 'minutes'] as const

/** Columns of the list of visits. */
export function visitColumns(members: readonly Member[], t: TFunction): GridColumn<VisitLine>[] {
  return [
    shownColumn('code', t('visits.column.code'), 76, ({ code }) => code),
    {
      ...shownColumn<VisitLine>('account', t('visits.column.account'), 170, (visit) =>
        visitAccounts(visit, t),
      ),
      pinned: 'left',
      draw: ({ row, text }, into) => {
        into.append(openCell({ text, to: `/visits/${row.id}`, label: t('ledger.open', { name: text }) }))
      },
    },
    tierColumn<VisitLine>(t),
    // whole days: the list holds years of them, one under the other
    shownColumn('day', t('visits.column.day'), 96, ({ day }) => day),
    {
      ...textColumn<VisitLine>('time', t('visits.column.time'), 68, ({ time }) => time, t),
      parse: (typed) => {
        const time = typedTime(typed)
        return time === null
          ? { ok: false, problem: t('visits.notTime', { text: typed }) }
          : { ok: true, value: time }
      },
    },
    {
      id: 'minutes',
      title: t('visits.column.minutes'),
      kind: 'number',
      width: 84,
      read: ({ minutes }) => minutes,
      parse: (typed) => {
        const minutes = Number(typed.trim())
        return Number.isInteger(minutes) && minutes >= 5 && minutes <= 4_320
          ? { ok: true, value: minutes }
          : { ok: false, problem: t('visits.notMinutes', { text: typed }) }
      },
    },
    stateColumn<VisitLine>(t('visits.column.state'), 118, (visit) => stateLook(visit, t)),
    shownColumn('lead', t('visits.column.lead'), 76, ({ lead }) => lead),
    choiceColumn<VisitLine>(
      'kind',
      t('visits.column.kind'),
      100,
      ({ kind }) => kind,
      VISIT_KINDS.map((value) => ({ value, label: t(`visits.kind.${value}`) })),
      t,
    ),
    choiceColumn<VisitLine>(
      'direction',
      t('visits.column.direction'),
      88,
      ({ direction }) => direction,
      DIRECTIONS.map((value) => ({ value, label: t(`visits.direction.${value}`) })),
      t,
    ),
    textColumn<VisitLine>('objective', t('visits.column.objective'), 220, ({ objective }) => objective, t, {
      most: 200,
    }),
    textColumn<VisitLine>('city', t('visits.column.city'), 80, ({ city }) => city, t),
    memberColumn<VisitLine>('ownerId', t('visits.column.owner'), ({ ownerId }) => ownerId, members, t),
    shownColumn('trip', t('visits.column.trip'), 110, ({ trip }) => trip),
    shownColumn('reach', t('visits.column.reach'), 90, ({ reach }) =>
      reach === null ? null : t(`visits.reach.${reach}`),
    ),
  ]
}
