import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '../../../client/engine.ts'

/** Chooses between the two views; both have addresses. */
export function PoliciesView({ view }: { readonly view: 'matrix' | 'exceptions' }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data } = useQuery(api.policies.exceptions.queryOptions({ input: {} }))
  const count = data?.rows.filter(({ state }) => state !== 'past').length ?? 0
  return (
    <Segmented
      aria-label={t('policies.view.label')}
      value={view}
      onChange={(next) =>
        void navigate(next === 'matrix' ? '/channel/policies' : '/channel/policies/exceptions')
      }
      options={[
        { value: 'matrix', label: t('policies.view.matrix') },
        { value: 'exceptions', label: t('policies.view.exceptions', { count }) },
      ]}
    />
  )
}
