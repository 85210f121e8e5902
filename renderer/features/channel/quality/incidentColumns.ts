import CheckCircleFilled from '@ant-design/icons-svg/es/asn/CheckCircleFilled'
import CheckOutlined from '@ant-design/icons-svg/es/asn/CheckOutlined'
import ClockCircleFilled from '@ant-design/icons-svg/es/asn/ClockCircleFilled'
import ClockCircleOutlined from '@ant-design/icons-svg/es/asn/ClockCircleOutlined'
import ExclamationCircleFilled from '@ant-design/icons-svg/es/asn/ExclamationCircleFilled'
import type { TFunction } from 'i18next'
import type { Incident } from '../../../../db/channel/quality/contract.ts'
import { INCIDENT_STATES } from '../../../../db/channel/quality/rules/course.ts'
import { QUALITY_KINDS, SEVERITIES } from '../../../../db/channel/quality/rules/words.ts'
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

/** Fields that can be typed into the grid. */
export const TYPED = ['kind', 'severity', 'productId', 'title', 'happenedOn', 'cause', 'ownerId'] as const

interface Context {
  readonly today: string
  readonly members: readonly Member[]
  readonly products: readonly { readonly id: string; readonly name: string }[]
  readonly t: TFunction
}

const SIGNS = {
  open: ExclamationCircleFilled,
  decided: ClockCircleOutlined,
  corrected: CheckOutlined,
  proven: CheckCircleFilled,
} as const
const TONES = { open: 'bad', decided: 'plain', corrected: 'plain', proven: 'good' } as const

/** Where an incident stands, as it is shown: a late correction before everything else. */
export function incidentLook({ state, late }: Incident, t: TFunction): StateLook {
  if (late > 0)
    return {
      text: t('quality.late', { days: late }),
      sign: ClockCircleFilled,
      tone: 'late',
      rank: -late,
    }
  return {
    text: t(`quality.state.${state}`),
    sign: SIGNS[state],
    tone: TONES[state],
    rank: 1 + INCIDENT_STATES.indexOf(state),
  }
}

/** Columns of the incidents: what happened can be typed; the state changes by correction and proof. */
export function incidentColumns({ today, members, products, t }: Context): GridColumn<Incident>[] {
  const words = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  return [
    { ...shownColumn<Incident>('code', t('quality.field.code'), 76, ({ code }) => code), pinned: 'left' },
    stateColumn(t('quality.field.state'), 128, (row) => incidentLook(row, t)),
    accountColumn(t),
    textColumn('title', t('quality.field.title'), 240, ({ title }) => title, t, { required: true }),
    choiceColumn(
      'kind',
      t('quality.field.kind'),
      72,
      ({ kind }) => kind,
      words(QUALITY_KINDS, (kind) => t(`quality.kind.${kind}`)),
      t,
    ),
    {
      ...choiceColumn<Incident>(
        'severity',
        t('quality.field.severity'),
        72,
        ({ severity }) => severity,
        words(SEVERITIES, (severity) => t(`quality.severity.${severity}`)),
        t,
      ),
      sortKey: ({ severity }) => SEVERITIES.indexOf(severity),
    },
    choiceColumn(
      'productId',
      t('quality.field.productId'),
      104,
      ({ productId }) => productId,
      products.map(({ id, name }) => ({ value: id, label: name })),
      t,
      { clearable: true },
    ),
    {
      ...shownColumn<Incident>('earlier', t('quality.field.earlier'), 84, ({ earlier }) =>
        earlier === 0 ? '' : t('quality.again', { count: earlier + 1 }),
      ),
      sortKey: ({ earlier }) => earlier,
    },
    dayColumn('happenedOn', t('quality.field.happenedOn'), ({ happenedOn }) => happenedOn, today, t, 'past'),
    memberColumn('ownerId', t('quality.field.ownerId'), ({ ownerId }) => ownerId, members, t),
    shownDayColumn(
      'dueOn',
      t('quality.field.dueOn'),
      ({ correction }) => correction?.dueOn ?? null,
      today,
      t,
    ),
    shownColumn('correction', t('quality.field.correction'), 200, ({ correction }) => correction?.what ?? ''),
    textColumn('cause', t('quality.field.cause'), 160, ({ cause }) => cause, t, { most: 2_000 }),
    shownColumn('proof', t('quality.field.proof'), 160, ({ proof }) => proof?.what ?? ''),
    tierColumn(t),
  ]
}
