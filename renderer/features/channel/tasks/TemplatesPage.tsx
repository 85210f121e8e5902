import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import type { Playbook } from '../../../../db/channel/tasks/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { PlusOutlined } from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { ChannelTabs } from '../ChannelTabs.tsx'
import { StartPlaybook } from './StartPlaybook.tsx'
import { TemplateForm } from './TemplateForm.tsx'
import styles from './templates.module.css'

/** Templates 模板: fixed courses of action in steps, written once and started for any accounts. */
export function TemplatesPage() {
  const { t } = useTranslation()
  const { data, error, isPending } = useQuery(api.tasks.playbooks.queryOptions())
  const [edited, setEdited] = useState<Playbook | 'new' | null>(null)
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>
      {t('tasks.playbooks.new')}
    </Button>
  )
  return (
    <Page
      title={t('channel.title')}
      crumbs={[
        { label: t('channel.title'), to: '/channel' },
        { label: t('tasks.title'), to: '/channel/tasks' },
        { label: t('tasks.playbooks.title') },
      ]}
      remarks={<ChannelTabs />}
      actions={add}
      busy={isPending}
    >
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        <div className={styles.page}>
          {edited === 'new' && <TemplateForm playbook={null} close={() => setEdited(null)} />}
          {data?.length === 0 && edited === null && (
            <EmptyState
              line={t('tasks.playbooks.empty')}
              action={<Button onClick={() => setEdited('new')}>{t('tasks.playbooks.new')}</Button>}
            />
          )}
          {data?.map((playbook) =>
            edited !== 'new' && edited?.id === playbook.id ? (
              <TemplateForm key={playbook.id} playbook={playbook} close={() => setEdited(null)} />
            ) : (
              <Template key={playbook.id} playbook={playbook} edit={() => setEdited(playbook)} />
            ),
          )}
        </div>
      )}
    </Page>
  )
}

function Template({ playbook, edit }: { readonly playbook: Playbook; readonly edit: () => void }) {
  const { t } = useTranslation()
  const remove = useCommand(engine.tasks.removePlaybook)
  const [starting, setStarting] = useState(false)
  return (
    <section className={styles.template} aria-label={playbook.name}>
      <header className={styles.head}>
        <h2>{playbook.name}</h2>
        <span className={styles.quiet}>
          {t('tasks.playbooks.stepCount', { count: playbook.steps.length })}
        </span>
        {playbook.open > 0 && (
          <span className={styles.quiet}>{t('tasks.playbooks.open', { count: playbook.open })}</span>
        )}
        <span className={styles.acts}>
          <Button onClick={() => setStarting((before) => !before)}>{t('tasks.playbooks.start')}</Button>
          <Button onClick={edit}>{t('tasks.playbooks.edit')}</Button>
          <Button onClick={() => void remove.run({ playbookId: playbook.id })}>
            {t('tasks.playbooks.remove')}
          </Button>
        </span>
      </header>
      {playbook.note !== '' && <p className={styles.note}>{playbook.note}</p>}
      <ol className={styles.steps}>
        {numbered(playbook.steps).map(({ key, step }) => (
          <li key={key}>
            <span className={styles.when}>
              {step.after === 0
                ? t('tasks.playbooks.stepDay')
                : t('tasks.playbooks.stepAfter', {
                    count: step.after,
                    unit: t(`tasks.playbooks.${step.working ? 'working' : 'calendar'}`),
                  })}
            </span>
            <span>{step.title}</span>
            <span className={styles.quiet}>{t(`channel.taskKind.${step.kind}`)}</span>
            <StepOwner step={step} />
          </li>
        ))}
      </ol>
      {starting && (
        <StartPlaybook playbookId={playbook.id} today={dayOf(Date.now())} close={() => setStarting(false)} />
      )}
    </section>
  )
}

/** Steps with keys: two may be the same in all that they say. */
const numbered = (steps: Playbook['steps']) => steps.map((step, at) => ({ key: `${at} ${step.title}`, step }))

function StepOwner({ step }: { readonly step: Playbook['steps'][number] }) {
  const { t } = useTranslation()
  const { data: members } = useQuery(api.department.members.queryOptions())
  const named = members?.find(({ id }) => id === step.memberId)?.name
  return (
    <span className={styles.quiet}>
      {step.owner === 'member' ? (named ?? '…') : t(`tasks.role.${step.owner}`)}
    </span>
  )
}
