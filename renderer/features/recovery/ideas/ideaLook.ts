import CheckCircleFilled from '@ant-design/icons-svg/es/asn/CheckCircleFilled'
import CheckOutlined from '@ant-design/icons-svg/es/asn/CheckOutlined'
import ClockCircleFilled from '@ant-design/icons-svg/es/asn/ClockCircleFilled'
import ClockCircleOutlined from '@ant-design/icons-svg/es/asn/ClockCircleOutlined'
import MinusCircleOutlined from '@ant-design/icons-svg/es/asn/MinusCircleOutlined'
import type { TFunction } from 'i18next'
import type { IdeaRow } from '../../../../db/recovery/ideas/contract.ts'
import { IDEA_STATES } from '../../../../db/recovery/ideas/rules/ideas.ts'
import { priorityBand, priorityOf } from '../../../../db/recovery/ideas/rules/priority.ts'
import type { StateLook } from '../../../shared/ledger/columns.ts'

/** How the state of an idea is shown: a late one before everything else. */
export function ideaLook({ state, late }: Pick<IdeaRow, 'state' | 'late'>, t: TFunction): StateLook {
  if (late > 0)
    return { text: t('ideas.late', { count: late }), sign: ClockCircleFilled, tone: 'late', rank: -late }
  const rank = 1 + IDEA_STATES.indexOf(state)
  const text = t(`ideas.state.${state}`)
  if (state === 'told') return { text, sign: CheckCircleFilled, tone: 'good', rank }
  if (state === 'refused') return { text, sign: MinusCircleOutlined, tone: 'plain', rank }
  return { text, sign: state === 'delivered' ? CheckOutlined : ClockCircleOutlined, tone: 'plain', rank }
}

/** What goes first, in words with its figure: 先做 16; '' before it was weighed. */
export const priorityText = ({ weight }: Pick<IdeaRow, 'weight'>, t: TFunction): string =>
  weight === null
    ? ''
    : t('ideas.priorityOf', {
        band: t(`ideas.priority.${priorityBand(weight)}`),
        priority: priorityOf(weight),
      })
