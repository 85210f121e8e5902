import type { TFunction } from 'i18next'
import type { EffortLine } from '../../../../db/channel/effort/contract.ts'
import { minutesText, readMinutes } from '../../../../db/channel/effort/rules/minutes.ts'
import { EFFORT_SUBJECTS } from '../../../../db/channel/effort/rules/words.ts'
import type { Member } from '../../../../db/department/contract.ts'
import type { GridColumn } from '../../../grid/types.ts'
import {
  choiceColumn,
  dayColumn,
  memberColumn,
  shownColumn,
  textColumn,
} from '../../../shared/ledger/columns.ts'

/** Fields that can be typed into the grid. */
export const TYPED = ['day', 'minutes', 'subject', 'note', 'memberId'] as const

/** Columns of the effort ledger: all but the account and what it went into can be typed. */
export function effortColumns({
  today,
  members,
  t,
}: {
  readonly today: string
  readonly members: readonly Member[]
  readonly t: TFunction
}): GridColumn<EffortLine>[] {
  const subjects = EFFORT_SUBJECTS.map((value) => ({ value, label: t(`effort.subject.${value}`) }))
  return [
    dayColumn('day', t('effort.field.day'), ({ day }) => day, today, t, 'past'),
    memberColumn('memberId', t('effort.field.memberId'), ({ memberId }) => memberId, members, t),
    shownColumn('account', t('effort.field.accountId'), 160, ({ account }) => account),
    minutesColumn(t),
    choiceColumn('subject', t('effort.field.subject'), 80, ({ subject }) => subject, subjects, t),
    shownColumn('about', t('effort.field.about'), 220, ({ about }) => about),
    textColumn('note', t('effort.field.note'), 200, ({ note }) => note, t, { most: MOST_NOTE }),
  ]
}

const MOST_NOTE = 500

const minutesColumn = (t: TFunction): GridColumn<EffortLine> => ({
  id: 'minutes',
  title: t('effort.field.minutes'),
  kind: 'number',
  width: 84,
  read: ({ minutes }) => minutes,
  format: (value) => (value === null ? '' : minutesText(Number(value))),
  parse: (typed) => {
    const value = readMinutes(typed)
    return value === undefined
      ? { ok: false, problem: t('effort.notMinutes', { text: typed }) }
      : { ok: true, value }
  },
})
