import CheckCircleFilled from '@ant-design/icons-svg/es/asn/CheckCircleFilled'
import ClockCircleFilled from '@ant-design/icons-svg/es/asn/ClockCircleFilled'
import ClockCircleOutlined from '@ant-design/icons-svg/es/asn/ClockCircleOutlined'
import ExclamationCircleFilled from '@ant-design/icons-svg/es/asn/ExclamationCircleFilled'
import type { TFunction } from 'i18next'
import type { Consultation, Opinion } from '../../../../db/channel/consultations/contract.ts'
import { STANCES, WEIGHTS } from '../../../../db/channel/consultations/rules/opinions.ts'
import { CONSULTATION_KINDS } from '../../../../db/channel/consultations/rules/words.ts'
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
import { openCell } from '../../../ui/openCell.ts'
import { resultSentence } from './ResultBar.tsx'

/** Fields of consultations that can be typed into the grid. */
export const TYPED = ['title', 'kind', 'closesOn', 'decidesOn', 'ownerId'] as const

interface Context {
  readonly today: string
  readonly members: readonly Member[]
  readonly t: TFunction
}

/** How far a consultation is, as it is shown: a decision that is due and not taken is late. */
export function consultationLook(
  { state, decidesOn, untold }: Consultation,
  today: string,
  t: TFunction,
): StateLook {
  if (state === 'closed' && decidesOn < today)
    return { text: t('consultations.overdue'), sign: ClockCircleFilled, tone: 'late', rank: 0 }
  const text = t(`consultations.state.${state}`)
  if (state === 'asking') return { text, sign: ClockCircleOutlined, tone: 'plain', rank: 1 }
  if (state === 'closed') return { text, sign: ExclamationCircleFilled, tone: 'bad', rank: 2 }
  if (state === 'decided')
    return {
      text: t('consultations.toTell', { count: untold }),
      sign: ExclamationCircleFilled,
      tone: 'bad',
      rank: 3,
    }
  return { text, sign: CheckCircleFilled, tone: 'good', rank: 4 }
}

/** Columns of the consultations. */
export function consultationColumns({ today, members, t }: Context): GridColumn<Consultation>[] {
  return [
    {
      ...stateColumn<Consultation>(t('consultations.field.state'), 128, (row) =>
        consultationLook(row, today, t),
      ),
      pinned: 'left',
    },
    {
      ...textColumn<Consultation>('title', t('consultations.field.title'), 240, ({ title }) => title, t, {
        required: true,
      }),
      draw: ({ row, text }, into) => {
        const label = t('ledger.open', { name: row.title })
        into.append(openCell({ text, to: `/channel/consultations/${row.id}`, label }))
      },
    },
    choiceColumn(
      'kind',
      t('consultations.field.kind'),
      88,
      ({ kind }) => kind,
      CONSULTATION_KINDS.map((value) => ({ value, label: t(`consultations.kind.${value}`) })),
      t,
    ),
    dayColumn('closesOn', t('consultations.field.closesOn'), ({ closesOn }) => closesOn, today, t, 'future'),
    dayColumn(
      'decidesOn',
      t('consultations.field.decidesOn'),
      ({ decidesOn }) => decidesOn,
      today,
      t,
      'future',
    ),
    {
      ...shownColumn<Consultation>(
        'answered',
        t('consultations.field.answered'),
        76,
        ({ answered, asked }) => `${answered} / ${asked}`,
      ),
      sortKey: ({ answered }) => answered,
    },
    shownColumn('result', t('consultations.field.result'), 260, (row) => resultSentence(row, t)),
    shownColumn('outcome', t('consultations.field.outcome'), 120, ({ outcome }) =>
      outcome === null ? null : t(`consultations.decision.${outcome.decision}`),
    ),
    memberColumn('ownerId', t('consultations.field.ownerId'), ({ ownerId }) => ownerId, members, t),
  ]
}

/** Where an account's opinion stands. */
function opinionLook({ given }: Opinion, t: TFunction): StateLook {
  if (given === null)
    return { text: t('consultations.stance.silent'), sign: ClockCircleOutlined, tone: 'plain', rank: 3 }
  const text = t(given.late ? 'consultations.lateAnswer' : 'consultations.onTime', {
    stance: t(`consultations.stance.${given.stance}`),
  })
  return {
    text,
    sign: given.stance === 'against' ? ExclamationCircleFilled : CheckCircleFilled,
    tone: given.stance === 'against' ? 'bad' : given.stance === 'for' ? 'good' : 'plain',
    rank: STANCES.indexOf(given.stance),
  }
}

/** Columns of the opinions on one decision: the weight can be typed. */
export function opinionColumns(today: string, t: TFunction): GridColumn<Opinion>[] {
  return [
    { ...accountColumn<Opinion>(t), pinned: 'left' },
    tierColumn(t),
    stateColumn(t('consultations.field.stance'), 120, (row) => opinionLook(row, t)),
    {
      id: 'weight',
      title: t('consultations.field.weight'),
      kind: 'number',
      width: 68,
      read: ({ weight }) => weight,
      parse: (typed) => {
        const value = Number(typed)
        return Number.isInteger(value) && value >= WEIGHTS.least && value <= WEIGHTS.most
          ? { ok: true, value }
          : { ok: false, problem: t('consultations.badWeight', WEIGHTS) }
      },
    },
    shownColumn('text', t('consultations.field.text'), 260, ({ given }) => given?.text ?? ''),
    shownColumn('person', t('consultations.field.personId'), 88, ({ person }) => person),
    shownDayColumn('on', t('consultations.field.on'), ({ given }) => given?.on ?? null, today, t),
    shownColumn('by', t('consultations.field.by'), 80, ({ given }) => given?.by ?? null),
    shownDayColumn('toldOn', t('consultations.field.toldOn'), ({ told }) => told?.on ?? null, today, t),
    shownColumn('told', t('consultations.field.told'), 200, ({ told }) => told?.text ?? ''),
  ]
}
