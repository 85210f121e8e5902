import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '../../../../db/recovery/causes/contract.ts'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import { DeleteOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import styles from '../case.module.css'
import { ActionForm } from './ActionForm.tsx'

const NEW = 'new'

/** What is done so that it doesn't come back, with the looks at whether it works. */
export function ActionsSection({ sheet, today }: { readonly sheet: CaseSheet; readonly today: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.causes.get.queryOptions({ input: { caseId: sheet.id } }))
  const [edited, setEdited] = useState<string | null>(null)
  const actions = data?.actions ?? []
  const form = (action: Action | null) => (
    <ActionForm sheet={sheet} today={today} action={action} close={() => setEdited(null)} />
  )
  return (
    <Section
      title={t('cases.actions.title')}
      action={
        <Button icon={<PlusOutlined />} onClick={() => setEdited(NEW)}>
          {t('cases.actions.add')}
        </Button>
      }
    >
      <ul className={styles.rows}>
        {actions.map((action) =>
          edited === action.id ? (
            <li key={action.id}>{form(action)}</li>
          ) : (
            <ActionRow key={action.id} action={action} today={today} edit={() => setEdited(action.id)} />
          ),
        )}
        {edited === NEW && <li>{form(null)}</li>}
      </ul>
      {actions.length === 0 && edited === null && <p className={styles.quiet}>{t('cases.actions.none')}</p>}
    </Section>
  )
}

function ActionRow({
  action: { id, kind, what, owner, dueOn, done, checks },
  today,
  edit,
}: {
  readonly action: Action
  readonly today: string
  readonly edit: () => void
}) {
  const { t } = useTranslation()
  const carry = useCommand(engine.causes.doAction)
  const remove = useCommand(engine.causes.removeAction)
  const late = done === null && dueOn !== null && dueOn < today
  return (
    <li>
      <span className={styles.quiet}>{t(`cases.actions.kinds.${kind}`)}</span>
      <Button type="link" className={styles.grow ?? ''} title={what} onClick={edit}>
        {what}
      </Button>
      <span className={styles.quiet}>{owner}</span>
      <span className={late ? styles.warned : styles.quiet}>
        {done === null ? (dueOn?.slice(5) ?? '') : t('cases.actions.doneOn', { on: done.on.slice(5) })}
      </span>
      {checks.map((check) => (
        <CheckPart key={check.days} actionId={id} check={check} today={today} />
      ))}
      <Button type="link" onClick={() => void carry.run({ actionId: id, done: done === null })}>
        {t(done === null ? 'cases.actions.done' : 'cases.actions.undone')}
      </Button>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={`${t('cases.whys.remove')} ${what}`}
        title={t('cases.whys.remove')}
        onClick={() => void remove.run({ actionId: id })}
      />
    </li>
  )
}

/** A look at an action: when it is due, and from then on whether it works. */
function CheckPart({
  actionId,
  check: { days, dueOn, found },
  today,
}: {
  readonly actionId: Action['id']
  readonly check: Action['checks'][number]
  readonly today: string
}) {
  const { t } = useTranslation()
  const check = useCommand(engine.causes.checkAction)
  if (dueOn > today)
    return <span className={styles.quiet}>{t('cases.actions.dueCheck', { day: dueOn.slice(5) })}</span>
  return (
    <Segmented<'works' | 'fails' | ''>
      aria-label={t('cases.actions.check', { days })}
      value={found === null ? '' : found.works ? 'works' : 'fails'}
      options={[
        { value: 'works', label: t('cases.actions.works') },
        { value: 'fails', label: t('cases.actions.fails') },
      ]}
      onChange={(value) => void check.run({ actionId, days, works: value === 'works' })}
    />
  )
}
