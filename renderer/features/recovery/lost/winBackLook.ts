import CheckCircleFilled from '@ant-design/icons-svg/es/asn/CheckCircleFilled'
import ClockCircleOutlined from '@ant-design/icons-svg/es/asn/ClockCircleOutlined'
import ExclamationCircleFilled from '@ant-design/icons-svg/es/asn/ExclamationCircleFilled'
import MinusCircleOutlined from '@ant-design/icons-svg/es/asn/MinusCircleOutlined'
import type { TFunction } from 'i18next'
import { WIN_BACK_STATES, type WinBackState } from '../../../../db/recovery/winBack/rules/course.ts'
import type { StateLook } from '../../../shared/ledger/columns.ts'

const SIGNS = {
  unasked: ExclamationCircleFilled,
  undecided: ExclamationCircleFilled,
  trying: ClockCircleOutlined,
  back: CheckCircleFilled,
  lostAgain: MinusCircleOutlined,
  left: MinusCircleOutlined,
  parting: ClockCircleOutlined,
  parted: MinusCircleOutlined,
} as const satisfies Record<WinBackState, unknown>

const TONES = {
  unasked: 'bad',
  undecided: 'bad',
  trying: 'plain',
  back: 'good',
  lostAgain: 'plain',
  left: 'plain',
  parting: 'plain',
  parted: 'plain',
} as const satisfies Record<WinBackState, StateLook['tone']>

/** Where a lost account stands, as it is shown. */
export const winBackLook = (state: WinBackState, t: TFunction): StateLook => ({
  text: t(`winBack.state.${state}`),
  sign: SIGNS[state],
  tone: TONES[state],
  rank: WIN_BACK_STATES.indexOf(state),
})
