import { useTranslation } from 'react-i18next'
import { InfoCircleOutlined } from '../../../ui/icons.tsx'
import { Notice } from '../scoring/ScoringNotices.tsx'
import type { ConsensusModel } from './consensusModel.ts'

/** Names those who handed in nothing by the lock, says whether their marks count, and what that keeps from a tier. */
export function LateNotice({ model }: { readonly model: ConsensusModel }) {
  const { t } = useTranslation()
  const { evaluators, overdue, rules } = model.data
  const late = evaluators.filter((evaluator) => evaluator.late)
  if (late.length === 0 && overdue.length === 0) return null
  const names = late.map(({ name }) => name).join(t('accounts.page.separator'))
  return (
    <Notice kind="plain" icon={<InfoCircleOutlined />}>
      {late.length > 0 && (
        <p>{t(`consensus.late.${rules.late}`, { names, count: late.length, of: evaluators.length })}</p>
      )}
      {overdue.length > 0 && (
        <p>{t('consensus.late.overdue', { count: overdue.length, quorum: rules.quorum })}</p>
      )}
    </Notice>
  )
}
