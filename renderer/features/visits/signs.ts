import CalendarOutlined from '@ant-design/icons-svg/es/asn/CalendarOutlined'
import CarryOutOutlined from '@ant-design/icons-svg/es/asn/CarryOutOutlined'
import CheckCircleFilled from '@ant-design/icons-svg/es/asn/CheckCircleFilled'
import CheckCircleOutlined from '@ant-design/icons-svg/es/asn/CheckCircleOutlined'
import CheckOutlined from '@ant-design/icons-svg/es/asn/CheckOutlined'
import ClockCircleFilled from '@ant-design/icons-svg/es/asn/ClockCircleFilled'
import CloseCircleFilled from '@ant-design/icons-svg/es/asn/CloseCircleFilled'
import CloseOutlined from '@ant-design/icons-svg/es/asn/CloseOutlined'
import ExclamationCircleFilled from '@ant-design/icons-svg/es/asn/ExclamationCircleFilled'
import LockOutlined from '@ant-design/icons-svg/es/asn/LockOutlined'
import TeamOutlined from '@ant-design/icons-svg/es/asn/TeamOutlined'
import type { IconDefinition } from '@ant-design/icons-svg/es/types'
import type { VisitState } from '../../../db/visits/rules/states.ts'

/** A sign for each state of a visit, and for one that was missed. */
export const SIGNS = {
  proposed: CalendarOutlined,
  approved: CheckOutlined,
  confirmed: CheckCircleOutlined,
  frozen: LockOutlined,
  held: TeamOutlined,
  minutesDue: ClockCircleFilled,
  following: CarryOutOutlined,
  closed: CheckCircleFilled,
  cancelled: CloseOutlined,
  notHeld: CloseCircleFilled,
  missed: ExclamationCircleFilled,
} as const satisfies Record<VisitState | 'missed', IconDefinition>
