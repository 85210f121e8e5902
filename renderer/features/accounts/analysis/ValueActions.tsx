import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnalysis, ValueAction } from '../../../../db/accounts/analysis/contract.ts'
import { VALUE_ITEMS, type ValueItem } from '../../../../db/accounts/analysis/rules/kinds.ts'
import { dayOf, daysBetween, isDay } from '../../../../db/accounts/rules/days.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import styles from './analysis.module.css'
import { RemoveButton, TextInPlace } from './pieces.tsx'

/** What to do to raise a value or cut a cost (C5): with a day, somebody who does it, and a tick. */
export function ValueActions({
  accountId,
  actions,
}: {
  readonly accountId: string
  readonly actions: AccountAnalysis['actions']
}) {
  const { t } = useTranslation()
  const open = actions.filter(({ doneOn }) => doneOn === null).length
  return (
    <section aria-label={t('analysis.value.actions')}>
      <h3>
        {t('analysis.value.actions')}{' '}
        {actions.length > 0 && (
          <span className={styles.quiet}>{t('analysis.value.actionsOpen', { count: open })}</span>
        )}
      </h3>
      <ul className={styles.lines}>
        {actions.map((action) => (
          <ActionLine key={action.id} action={action} />
        ))}
      </ul>
      <NewAction accountId={accountId} />
    </section>
  )
}

function ActionLine({ action }: { readonly action: ValueAction }) {
  const { t } = useTranslation()
  const edit = useCommand(engine.analysis.editAction, { toast: false })
  const remove = useCommand(engine.analysis.remove)
  const { id, item, what, dueOn, owner, doneOn } = action
  const today = dayOf(Date.now())
  const late = doneOn === null && dueOn !== null ? Math.max(0, daysBetween(dueOn, today)) : 0
  return (
    <li data-done={doneOn !== null || undefined}>
      <Checkbox
        checked={doneOn !== null}
        aria-label={t('analysis.value.done', { name: what })}
        onChange={({ target }) =>
          void edit.run({
            rowId: id,
            before: { doneOn },
            after: { doneOn: target.checked ? today : null },
          })
        }
      />
      <span className={styles.noted}>{t(`analysis.value.item.${item}`)}</span>
      <TextInPlace
        value={what}
        label={t('analysis.swot.edit', { text: what })}
        save={async (next) => {
          return (await edit.run({ rowId: id, before: { what }, after: { what: next } })).ok
        }}
      />
      <span className={styles.noted}>{owner}</span>
      <span className={late > 0 ? styles.late : styles.noted}>
        {late > 0 ? t('analysis.value.late', { days: late }) : (doneOn ?? dueOn)}
      </span>
      <RemoveButton name={what} remove={() => void remove.run({ kind: 'action', rowId: id })} />
    </li>
  )
}

function NewAction({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const add = useCommand(engine.analysis.addAction, { toast: false })
  const [item, setItem] = useState<ValueItem>('service')
  const [what, setWhat] = useState('')
  const [due, setDue] = useState('')
  const [ownerId, setOwnerId] = useState<ValueAction['ownerId']>(null)
  const whole = what.trim() !== '' && (due === '' || isDay(due))
  const save = async (): Promise<void> => {
    if (!whole) return
    if (!(await add.run({ accountId, item, what, dueOn: due === '' ? null : due, ownerId })).ok) return
    setWhat('')
    setDue('')
  }
  return (
    <div className={styles.newLine}>
      <Select<ValueItem>
        className={styles.nameSelect ?? ''}
        value={item}
        aria-label={t('analysis.value.of')}
        options={VALUE_ITEMS.map((value) => ({ value, label: t(`analysis.value.item.${value}`) }))}
        onChange={setItem}
      />
      <Input
        value={what}
        placeholder={t('analysis.value.newAction')}
        aria-label={t('analysis.value.newAction')}
        onChange={(event) => setWhat(event.target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && void save()}
      />
      <Input
        className={styles.dayInput ?? ''}
        value={due}
        status={due === '' || isDay(due) ? '' : 'error'}
        placeholder={t('analysis.value.due')}
        aria-label={t('analysis.value.due')}
        onChange={(event) => setDue(event.target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && void save()}
      />
      <span className={styles.pickField}>
        <MemberPicker
          value={ownerId}
          onChange={setOwnerId}
          label={t('analysis.value.owner')}
          placeholder={t('analysis.value.owner')}
        />
      </span>
      <Button disabled={!whole} onClick={() => void save()}>
        {t('analysis.catalogue.add')}
      </Button>
    </div>
  )
}
