import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { Page } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { ChannelTabs } from '../ChannelTabs.tsx'
import { ContractsSection } from './ContractsSection.tsx'
import { RuleFields } from './RuleFields.tsx'
import styles from './templates.module.css'

/** By which rules care tasks are made, and the contracts that they watch. */
export function RulesPage() {
  const { t } = useTranslation()
  const { data, error, isPending } = useQuery(api.tasks.careRules.queryOptions())
  return (
    <Page
      title={t('channel.title')}
      crumbs={[
        { label: t('channel.title'), to: '/channel' },
        { label: t('tasks.title'), to: '/channel/tasks' },
        { label: t('tasks.rule.title') },
      ]}
      remarks={<ChannelTabs />}
      busy={isPending}
    >
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        <div className={styles.page}>
          {data?.map((rule) => (
            <RuleFields key={rule.reason} rule={rule} />
          ))}
          <ContractsSection accountId={null} />
        </div>
      )}
    </Page>
  )
}
