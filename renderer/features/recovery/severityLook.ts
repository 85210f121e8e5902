import ExclamationCircleFilled from '@ant-design/icons-svg/es/asn/ExclamationCircleFilled'
import InfoCircleOutlined from '@ant-design/icons-svg/es/asn/InfoCircleOutlined'
import MinusCircleOutlined from '@ant-design/icons-svg/es/asn/MinusCircleOutlined'
import WarningFilled from '@ant-design/icons-svg/es/asn/WarningFilled'
import type { TFunction } from 'i18next'
import { SEVERITY_NAMES, type Severity } from '../../../db/recovery/rules/severity.ts'
import type { StateLook } from '../../shared/ledger/columns.ts'

const SIGNS = {
  1: WarningFilled,
  2: ExclamationCircleFilled,
  3: InfoCircleOutlined,
  4: MinusCircleOutlined,
} as const satisfies Record<Severity, unknown>

/** How the severity of a case is shown: the gravest first. */
export const severityLook = (severity: Severity, t: TFunction): StateLook => ({
  text: t(`cases.severity.${SEVERITY_NAMES[severity]}`),
  sign: SIGNS[severity],
  tone: severity === 1 ? 'late' : severity === 2 ? 'bad' : 'plain',
  rank: severity,
})
