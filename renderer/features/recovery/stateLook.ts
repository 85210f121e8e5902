import CheckCircleFilled from '@ant-design/icons-svg/es/asn/CheckCircleFilled'
import ClockCircleOutlined from '@ant-design/icons-svg/es/asn/ClockCircleOutlined'
import CloseCircleFilled from '@ant-design/icons-svg/es/asn/CloseCircleFilled'
import EyeOutlined from '@ant-design/icons-svg/es/asn/EyeOutlined'
import MinusCircleOutlined from '@ant-design/icons-svg/es/asn/MinusCircleOutlined'
import type { TFunction } from 'i18next'
import { CASE_STATES, type CaseState } from '../../../db/recovery/rules/states.ts'
import type { StateLook } from '../../shared/ledger/columns.ts'

/** How the state of a case is shown. */
export function stateLook(state: CaseState, t: TFunction): StateLook {
  const rank = CASE_STATES.indexOf(state)
  const text = t(`cases.state.${state}`)
  if (state === 'escalated') return { text, sign: CloseCircleFilled, tone: 'late', rank: -1 }
  if (state === 'closed') return { text, sign: CheckCircleFilled, tone: 'good', rank }
  if (state === 'withdrawn') return { text, sign: MinusCircleOutlined, tone: 'plain', rank }
  return { text, sign: state === 'watched' ? EyeOutlined : ClockCircleOutlined, tone: 'plain', rank }
}
