import CheckCircleFilled from '@ant-design/icons-svg/es/asn/CheckCircleFilled'
import ClockCircleFilled from '@ant-design/icons-svg/es/asn/ClockCircleFilled'
import ClockCircleOutlined from '@ant-design/icons-svg/es/asn/ClockCircleOutlined'
import MinusCircleOutlined from '@ant-design/icons-svg/es/asn/MinusCircleOutlined'
import type { TFunction } from 'i18next'
import type { Level, Membership } from '../../../../db/channel/club/contract.ts'
import { MEMBERSHIP_STATES } from '../../../../db/channel/club/rules/membership.ts'
import type { GridColumn } from '../../../grid/types.ts'
import {
  accountColumn,
  choiceColumn,
  dayColumn,
  type StateLook,
  stateColumn,
  textColumn,
  tierColumn,
} from '../../../shared/ledger/columns.ts'
import { formatMoney, type MoneyUnit } from '../../../ui/format.ts'

/** Fields of memberships that can be typed into the grid. */
export const MEMBER_FIELDS = ['levelId', 'sinceOn', 'untilOn', 'note'] as const

const SIGNS = {
  coming: ClockCircleOutlined,
  running: CheckCircleFilled,
  ending: ClockCircleFilled,
  over: MinusCircleOutlined,
} as const
const TONES = { coming: 'plain', running: 'good', ending: 'late', over: 'plain' } as const

/** How a membership stands, as it is shown. */
export const membershipLook = ({ state }: Membership, t: TFunction): StateLook => ({
  text: t(`club.memberState.${state}`),
  sign: SIGNS[state],
  tone: TONES[state],
  rank: state === 'ending' ? -1 : MEMBERSHIP_STATES.indexOf(state),
})

/** Columns of the members: level and days can be typed; what they brought comes from their referrals. */
export function memberColumns(
  levels: readonly Level[],
  today: string,
  money: MoneyUnit,
  t: TFunction,
): GridColumn<Membership>[] {
  const untilOn = dayColumn<Membership>(
    'untilOn',
    t('club.field.untilOn'),
    (row) => row.untilOn,
    today,
    t,
    'future',
  )
  return [
    { ...accountColumn<Membership>(t), pinned: 'left' },
    tierColumn(t),
    {
      ...choiceColumn<Membership>(
        'levelId',
        t('club.field.levelId'),
        104,
        ({ levelId }) => levelId,
        levels.map(({ id, name }) => ({ value: id, label: name })),
        t,
      ),
      sortKey: ({ levelId }) => levels.findIndex(({ id }) => id === levelId),
    },
    stateColumn(t('club.field.state'), 104, (row) => membershipLook(row, t)),
    dayColumn('sinceOn', t('club.field.sinceOn'), ({ sinceOn }) => sinceOn, today, t, 'past'),
    {
      ...untilOn,
      parse: (typed, row) =>
        typed.trim() === ''
          ? { ok: true, value: null }
          : (untilOn.parse?.(typed, row) ?? { ok: true, value: null }),
    },
    {
      id: 'referred',
      title: t('club.field.referred'),
      kind: 'number',
      width: 84,
      read: ({ referred }) => (referred === 0 ? null : referred),
    },
    {
      id: 'brought',
      title: `${t('club.field.brought')} ${t(`app.status.${money}`)}`,
      kind: 'number',
      width: 120,
      scale: money === 'yuan' ? 100 : 1_000_000,
      read: ({ brought }) => brought,
      format: (value) => (typeof value === 'number' ? formatMoney(value, money) : ''),
    },
    textColumn('note', t('club.field.note'), 200, ({ note }) => note, t, { most: 2_000 }),
  ]
}
