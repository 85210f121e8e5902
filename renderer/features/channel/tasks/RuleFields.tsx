import { useQuery } from '@tanstack/react-query'
import { Button, InputNumber, Select, Switch } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type CareRule, MOST_DAYS, USES } from '../../../../db/channel/tasks/rules/careRules.ts'
import { FESTIVALS } from '../../../../db/channel/tasks/rules/festivals.ts'
import { OWNER_ROLES } from '../../../../db/channel/tasks/rules/owners.ts'
import { TIERS, type Tier } from '../../../../db/evaluation/rules/tiers.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import styles from './templates.module.css'

type Rule = Awaited<ReturnType<typeof api.tasks.careRules.call>>[number]

/** The settings of one reason, saved as they are changed: only those that the reason goes by. */
export function RuleFields({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation()
  const save = useCommand(engine.tasks.saveCareRule)
  const { reason, isDefault, ...settings } = rule
  const change = (changes: Partial<CareRule>): void =>
    void save.run({ reason, rule: { ...settings, ...changes } })
  const uses = (field: keyof CareRule): boolean => rule.on && USES[reason].includes(field)
  const title = t(`tasks.rule.reason.${reason}`)
  return (
    <section className={styles.template} aria-label={title}>
      <header className={styles.head}>
        <Switch
          size="small"
          checked={rule.on}
          aria-label={`${title} ${t('tasks.rule.on')}`}
          onChange={(on) => change({ on })}
        />
        <h2>{title}</h2>
        <span className={styles.quiet}>{t(isDefault ? 'tasks.rule.isDefault' : 'tasks.rule.own')}</span>
        {!isDefault && (
          <span className={styles.acts}>
            <Button onClick={() => void save.run({ reason, rule: null })}>{t('tasks.rule.reset')}</Button>
          </span>
        )}
      </header>
      <p className={styles.note}>{t(`tasks.rule.help.${reason}`)}</p>
      <div className={styles.fields}>
        {uses('tiers') && (
          <Field label={t('tasks.rule.tiers')}>
            {(id) => (
              <Select<Tier[]>
                id={id}
                mode="multiple"
                className={styles.tiers ?? ''}
                value={[...rule.tiers]}
                onChange={(tiers) => change({ tiers })}
                options={TIERS.map((value) => ({ value, label: t(`app.tier.${value}`) }))}
              />
            )}
          </Field>
        )}
        {uses('ahead') && (
          <Field label={t('tasks.rule.ahead')}>
            {(id) => (
              <Days
                id={id}
                value={rule.ahead}
                most={365}
                least={0}
                save={(ahead) => change({ ahead: ahead ?? 0 })}
              />
            )}
          </Field>
        )}
        {uses('days') &&
          rule.tiers.map((tier) => (
            <Field key={tier} label={`${t(`app.tier.${tier}`)} ${t('tasks.rule.days')}`}>
              {(id) => (
                <Days
                  id={id}
                  value={rule.days[tier]}
                  most={MOST_DAYS}
                  least={1}
                  save={(days) => change({ days: { ...rule.days, [tier]: days } })}
                />
              )}
            </Field>
          ))}
        {uses('festivals') && (
          <Field label={t('tasks.rule.festivals')}>
            {(id) => (
              <Select<(typeof FESTIVALS)[number][]>
                id={id}
                mode="multiple"
                className={styles.festivals ?? ''}
                value={[...rule.festivals]}
                onChange={(festivals) => change({ festivals })}
                options={FESTIVALS.map((value) => ({ value, label: t(`tasks.festival.${value}`) }))}
              />
            )}
          </Field>
        )}
        {uses('owner') && <OwnerFields rule={rule} change={change} />}
        {uses('playbookId') && <PlaybookField rule={rule} change={change} />}
      </div>
    </section>
  )
}

function OwnerFields({
  rule,
  change,
}: {
  readonly rule: Rule
  readonly change: (changes: Partial<CareRule>) => void
}) {
  const { t } = useTranslation()
  return (
    <>
      <Field label={t('tasks.rule.owner')}>
        {(id) => (
          <Select
            id={id}
            popupMatchSelectWidth={false}
            value={rule.owner}
            onChange={(owner) => change({ owner, memberId: null })}
            options={OWNER_ROLES.map((value) => ({ value, label: t(`tasks.role.${value}`) }))}
          />
        )}
      </Field>
      {rule.owner === 'member' && (
        <Field label={t('tasks.playbooks.member')}>
          {(id) => (
            <MemberPicker id={id} value={rule.memberId} onChange={(memberId) => change({ memberId })} />
          )}
        </Field>
      )}
    </>
  )
}

function PlaybookField({
  rule,
  change,
}: {
  readonly rule: Rule
  readonly change: (changes: Partial<CareRule>) => void
}) {
  const { t } = useTranslation()
  const { data: playbooks = [] } = useQuery(api.tasks.playbooks.queryOptions())
  const known = playbooks.some(({ id }) => id === rule.playbookId)
  return (
    <Field label={t('tasks.rule.playbook')}>
      {(id) => (
        <Select<string>
          id={id}
          popupMatchSelectWidth={false}
          value={known ? (rule.playbookId ?? '') : ''}
          onChange={(playbookId) => change({ playbookId: playbookId === '' ? null : playbookId })}
          options={[
            { value: '', label: t('tasks.rule.single') },
            ...playbooks.map(({ id: value, name }) => ({ value, label: name })),
          ]}
        />
      )}
    </Field>
  )
}

/** A number of days; empty for never. */
function Days({
  id,
  value,
  most,
  least,
  save,
}: {
  readonly id: string
  readonly value: number | null
  readonly most: number
  readonly least: number
  readonly save: (days: number | null) => void
}) {
  const { t } = useTranslation()
  return (
    <InputNumber
      id={id}
      min={least}
      max={most}
      precision={0}
      changeOnWheel={false}
      placeholder={t('tasks.rule.never')}
      {...(value === null ? {} : { defaultValue: value })}
      key={value}
      onBlur={({ target }) => {
        const typed = target.value.trim() === '' ? null : Number(target.value)
        if (typed !== value && !Number.isNaN(typed))
          save(typed === null ? null : Math.min(most, Math.max(least, typed)))
      }}
    />
  )
}

function Field({
  label,
  children,
}: {
  readonly label: string
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <span className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </span>
  )
}
