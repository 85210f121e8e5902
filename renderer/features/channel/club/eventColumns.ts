import CheckCircleFilled from '@ant-design/icons-svg/es/asn/CheckCircleFilled'
import CheckOutlined from '@ant-design/icons-svg/es/asn/CheckOutlined'
import ClockCircleFilled from '@ant-design/icons-svg/es/asn/ClockCircleFilled'
import ClockCircleOutlined from '@ant-design/icons-svg/es/asn/ClockCircleOutlined'
import CloseCircleFilled from '@ant-design/icons-svg/es/asn/CloseCircleFilled'
import MinusCircleOutlined from '@ant-design/icons-svg/es/asn/MinusCircleOutlined'
import type { TFunction } from 'i18next'
import type { ClubEvent, Invitation } from '../../../../db/channel/club/contract.ts'
import { EVENT_KINDS } from '../../../../db/channel/club/rules/words.ts'
import type { Member } from '../../../../db/department/contract.ts'
import type { GridColumn } from '../../../grid/types.ts'
import {
  accountColumn,
  choiceColumn,
  dayColumn,
  memberColumn,
  type StateLook,
  shownColumn,
  shownDayColumn,
  stateColumn,
  textColumn,
  tierColumn,
} from '../../../shared/ledger/columns.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { openCell } from '../../../ui/openCell.ts'

/** Fields of events, and of invitations, that can be typed into the grid. */
export const EVENT_FIELDS = ['name', 'kind', 'day', 'place', 'seats', 'ownerId'] as const
export const INVITATION_FIELDS = ['came', 'note'] as const

const SIGNS = {
  coming: ClockCircleOutlined,
  today: ClockCircleFilled,
  over: CheckOutlined,
  cancelled: CloseCircleFilled,
} as const

/** How an event stands. */
export const eventLook = ({ state }: ClubEvent, t: TFunction): StateLook => ({
  text: t(`club.eventState.${state}`),
  sign: SIGNS[state],
  tone: state === 'cancelled' ? 'bad' : state === 'today' ? 'good' : 'plain',
  rank: state === 'today' ? 0 : state === 'coming' ? 1 : 2,
})

/** How many seats are promised of those there are. */
export const seatsText = ({ seats, attendance }: ClubEvent): string =>
  seats === null ? String(attendance.seatsTaken) : `${attendance.seatsTaken} / ${seats}`

/** Columns of the events. */
export function eventColumns(
  today: string,
  members: readonly Member[],
  t: TFunction,
): GridColumn<ClubEvent>[] {
  return [
    { ...stateColumn<ClubEvent>(t('club.field.state'), 96, (row) => eventLook(row, t)), pinned: 'left' },
    {
      ...textColumn<ClubEvent>('name', t('club.field.event'), 220, ({ name }) => name, t, { required: true }),
      draw: ({ row, text }, into) => {
        const label = t('ledger.open', { name: row.name })
        into.append(openCell({ text, to: `/channel/club/events/${row.id}`, label }))
      },
    },
    choiceColumn(
      'kind',
      t('club.field.kind'),
      104,
      ({ kind }) => kind,
      EVENT_KINDS.map((value) => ({ value, label: t(`club.kind.${value}`) })),
      t,
    ),
    dayColumn('day', t('club.field.day'), ({ day }) => day, today, t, 'future'),
    shownColumn('time', t('club.field.time'), 64, ({ time }) => time),
    textColumn('place', t('club.field.place'), 140, ({ place }) => place, t),
    {
      ...shownColumn<ClubEvent>(
        'replies',
        t('club.field.replies'),
        96,
        ({ attendance }) => `${attendance.yes} / ${attendance.invited}`,
      ),
      sortKey: ({ attendance }) => attendance.yes,
    },
    {
      ...shownColumn<ClubEvent>('taken', t('club.field.seatsTaken'), 120, (row) =>
        row.overbooked > 0
          ? `${seatsText(row)} ${t('club.over', { count: row.overbooked })}`
          : seatsText(row),
      ),
      cellClass: ({ overbooked }) => (overbooked > 0 ? (styles.lateCell ?? '') : ''),
      sortKey: ({ attendance }) => attendance.seatsTaken,
    },
    {
      id: 'came',
      title: t('club.field.came'),
      kind: 'number',
      width: 72,
      read: ({ attendance, state }) => (state === 'over' || attendance.came > 0 ? attendance.came : null),
    },
    memberColumn('ownerId', t('club.field.ownerId'), ({ ownerId }) => ownerId, members, t),
  ]
}

const ANSWER_SIGNS = { yes: CheckCircleFilled, no: MinusCircleOutlined, open: ClockCircleOutlined } as const
const ANSWER_TONES = { yes: 'good', no: 'plain', open: 'plain' } as const

/** Where an invitation stands. */
export function invitationLook({ reply, invitedOn }: Invitation, t: TFunction): StateLook {
  if (reply !== null)
    return {
      text: t(`club.answer.${reply.answer}`),
      sign: ANSWER_SIGNS[reply.answer],
      tone: ANSWER_TONES[reply.answer],
      rank: ['yes', 'open', 'no'].indexOf(reply.answer),
    }
  return invitedOn === null
    ? { text: t('club.notSent'), sign: MinusCircleOutlined, tone: 'plain', rank: 4 }
    : { text: t('club.silent'), sign: ClockCircleOutlined, tone: 'plain', rank: 3 }
}

/** Columns of the invitations to one event: who came and a note can be typed. */
export function invitationColumns(today: string, t: TFunction): GridColumn<Invitation>[] {
  return [
    { ...accountColumn<Invitation>(t), pinned: 'left' },
    tierColumn(t),
    shownColumn('level', t('club.field.levelId'), 96, ({ level }) => level),
    shownColumn('person', t('club.field.personId'), 96, ({ person }) => person),
    stateColumn(t('club.field.reply'), 104, (row) => invitationLook(row, t)),
    shownDayColumn('invitedOn', t('club.field.invitedOn'), ({ invitedOn }) => invitedOn, today, t),
    {
      id: 'seats',
      title: t('club.field.people'),
      kind: 'number',
      width: 72,
      read: ({ reply }) => (reply?.answer === 'yes' ? reply.seats : null),
    },
    {
      id: 'came',
      title: t('club.field.came'),
      kind: 'number',
      width: 72,
      read: ({ came }) => came,
      parse: (typed) => {
        if (typed === '') return { ok: true, value: null }
        const value = Number(typed)
        return Number.isInteger(value) && value >= 0 && value <= 1_000
          ? { ok: true, value }
          : { ok: false, problem: t('club.badCount') }
      },
    },
    textColumn('note', t('club.field.note'), 200, ({ note }) => note, t),
    shownColumn('replyNote', t('club.field.replyNote'), 160, ({ reply }) => reply?.note ?? ''),
  ]
}
