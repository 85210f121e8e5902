import { Button, Input, InputNumber, Segmented, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook } from '../../../../db/channel/tasks/contract.ts'
import { OWNER_ROLES } from '../../../../db/channel/tasks/rules/owners.ts'
import { PLAYBOOK_LIMITS } from '../../../../db/channel/tasks/rules/playbooks.ts'
import { TASK_KINDS } from '../../../../db/channel/tasks/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { newCommandId } from '../../../client/ids.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { DeleteOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import styles from './templates.module.css'

type Step = Playbook['steps'][number]
/** A step as it is written, with a key that stays while others come and go. */
type Draft = Step & { readonly key: string }

const newStep = (after: number): Draft => ({
  key: newCommandId(),
  title: '',
  kind: 'other',
  note: '',
  after,
  working: true,
  owner: 'account',
  memberId: null,
})

/** A template being written: its name and its steps, each with its day and whose it is. */
export function TemplateForm({
  playbook,
  close,
}: {
  readonly playbook: Playbook | null
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const [name, setName] = useState(playbook?.name ?? '')
  const [note, setNote] = useState(playbook?.note ?? '')
  const [steps, setSteps] = useState<readonly Draft[]>(
    playbook?.steps.map((step) => ({ ...step, key: newCommandId() })) ?? [newStep(0)],
  )
  const save = useCommand(engine.tasks.savePlaybook, { tellProblem: false })
  const nameId = useId()
  const ready =
    name.trim() !== '' &&
    steps.length > 0 &&
    steps.every(
      ({ title, owner, memberId }) => title.trim() !== '' && (owner !== 'member' || memberId !== null),
    )
  const change = (key: string, changes: Partial<Step>): void =>
    setSteps((before) => before.map((step) => (step.key === key ? { ...step, ...changes } : step)))
  const send = async (): Promise<void> => {
    if (!ready) return
    const outcome = await save.run({
      playbookId: playbook?.id ?? null,
      name,
      note,
      steps: steps.map(({ key: _, ...step }) => step),
    })
    if (outcome.ok) close()
  }
  return (
    <form
      className={styles.form}
      aria-label={playbook?.name ?? t('tasks.playbooks.new')}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <div className={styles.line}>
        <label htmlFor={nameId}>{t('tasks.playbooks.name')}</label>
        <Input
          id={nameId}
          autoFocus
          maxLength={PLAYBOOK_LIMITS.name}
          value={name}
          onChange={(e) => setName(e.target.value)}
        />
        <Input
          aria-label={t('tasks.playbooks.note')}
          placeholder={t('tasks.playbooks.note')}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <ol className={styles.drafts}>
        {steps.map((step, at) => (
          <StepFields
            key={step.key}
            step={step}
            number={at + 1}
            change={(changes) => change(step.key, changes)}
            remove={() => setSteps((before) => before.filter(({ key }) => key !== step.key))}
          />
        ))}
      </ol>
      {save.problem && <ErrorNote problem={save.problem} />}
      <div className={styles.foot}>
        <Button
          icon={<PlusOutlined />}
          disabled={steps.length >= PLAYBOOK_LIMITS.steps}
          onClick={() => setSteps((before) => [...before, newStep((before.at(-1)?.after ?? 0) + 1)])}
        >
          {t('tasks.playbooks.addStep')}
        </Button>
        <span className={styles.acts}>
          <Button onClick={close}>{t('tasks.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!ready} loading={save.pending}>
            {t('tasks.save')}
          </Button>
        </span>
      </div>
    </form>
  )
}

function StepFields({
  step,
  number,
  change,
  remove,
}: {
  readonly step: Step
  readonly number: number
  readonly change: (changes: Partial<Step>) => void
  readonly remove: () => void
}) {
  const { t } = useTranslation()
  return (
    <li className={styles.draft}>
      <InputNumber
        aria-label={`${number} ${t('tasks.playbooks.after')}`}
        prefix={t('tasks.playbooks.afterDays')}
        min={0}
        max={PLAYBOOK_LIMITS.after}
        precision={0}
        value={step.after}
        onChange={(after) => change({ after: after ?? 0 })}
      />
      <Segmented
        aria-label={`${number} ${t('tasks.playbooks.days')}`}
        value={step.working ? 'working' : 'calendar'}
        onChange={(value) => change({ working: value === 'working' })}
        options={(['working', 'calendar'] as const).map((value) => ({
          value,
          label: t(`tasks.playbooks.${value}`),
        }))}
      />
      <Input
        aria-label={`${number} ${t('tasks.playbooks.what')}`}
        placeholder={t('tasks.playbooks.what')}
        maxLength={200}
        value={step.title}
        onChange={(event) => change({ title: event.target.value })}
      />
      <Select
        aria-label={`${number} ${t('tasks.field.kind')}`}
        popupMatchSelectWidth={false}
        value={step.kind}
        onChange={(kind) => change({ kind })}
        options={TASK_KINDS.map((value) => ({ value, label: t(`channel.taskKind.${value}`) }))}
      />
      <Select
        aria-label={`${number} ${t('tasks.playbooks.owner')}`}
        popupMatchSelectWidth={false}
        value={step.owner}
        onChange={(owner) => change({ owner, memberId: null })}
        options={OWNER_ROLES.map((value) => ({ value, label: t(`tasks.role.${value}`) }))}
      />
      {step.owner === 'member' ? (
        <MemberPicker
          label={`${number} ${t('tasks.playbooks.member')}`}
          value={step.memberId}
          onChange={(memberId) => change({ memberId })}
        />
      ) : (
        <span />
      )}
      <Button
        icon={<DeleteOutlined />}
        aria-label={t('tasks.playbooks.removeStep', { step: number })}
        onClick={remove}
      />
    </li>
  )
}
