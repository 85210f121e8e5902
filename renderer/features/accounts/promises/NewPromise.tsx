import { Button, Input, Modal, Segmented } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewPromise as NewPromiseFields } from '../../../../db/accounts/promises/contract.ts'
import { readDue } from '../../../../db/accounts/promises/rules/dueDays.ts'
import { PROMISE_SIDES, type PromiseSide } from '../../../../db/accounts/promises/rules/states.ts'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import { engine } from '../../../client/engine.ts'
import { useSettings } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { AccountPicker } from '../../../shared/pick/AccountPicker.tsx'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { PersonPicker } from '../../../shared/pick/PersonPicker.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { useStore } from '../../../ui/store.ts'
import { useCloseOnLeave } from '../../../ui/useCloseOnLeave.ts'
import { type NewPromiseStart, newPromiseStore } from './newPromiseStore.ts'
import styles from './promises.module.css'
import { dayText } from './promiseText.ts'

/** The dialog for a new promise, open while the store says so. Put it once into a page. */
export function NewPromise() {
  const { t } = useTranslation()
  const start = useStore(newPromiseStore)
  const close = (): void => newPromiseStore.set(null)
  useCloseOnLeave(close)
  const name = start?.account?.name
  return (
    <Modal
      open={start !== null}
      title={name === undefined ? t('promises.new') : t('promises.newFor', { name })}
      onCancel={close}
      footer={null}
      width={560}
      destroyOnHidden
    >
      {start && <PromiseForm start={start} close={close} />}
    </Modal>
  )
}

type PersonOf = NonNullable<NewPromiseFields['personId']>

function PromiseForm({ start, close }: { readonly start: NewPromiseStart; readonly close: () => void }) {
  const { t } = useTranslation()
  const { me } = useSettings()
  const today = dayOf(Date.now())
  const [accountId, setAccountId] = useState<string | null>(start.account?.id ?? null)
  const [what, setWhat] = useState('')
  const [due, setDue] = useState('')
  const [side, setSide] = useState<PromiseSide>('ours')
  const [memberId, setMemberId] = useState<string | null>(me)
  const [personId, setPersonId] = useState<PersonOf | null>(start.personId ?? null)
  const [tried, setTried] = useState(false)
  const add = useCommand(engine.promises.add, { tellProblem: false })
  const day = due.trim() === '' ? null : readDue(due, today)
  const missing = { what: what.trim() === '', account: accountId === null, due: day === undefined }

  const save = async (): Promise<void> => {
    setTried(true)
    if (missing.what || accountId === null || day === undefined) return
    const promise = { accountId, side, memberId, personId, what, dueOn: day }
    const outcome = await add.run({ promises: [promise] })
    if (outcome.ok) close()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {start.account === null && (
        <Line
          label={t('promises.field.account')}
          problem={tried && missing.account ? t('promises.accountMissing') : ''}
        >
          {(id) => (
            <AccountPicker id={id} value={accountId} onChange={(next) => setAccountId(next)} autoFocus />
          )}
        </Line>
      )}
      <Line
        wide
        label={t('promises.field.what')}
        problem={tried && missing.what ? t('promises.whatMissing') : ''}
      >
        {(id) => (
          <Input
            id={id}
            autoFocus={start.account !== null}
            maxLength={500}
            placeholder={t('promises.whatHint')}
            value={what}
            onChange={(event) => setWhat(event.target.value)}
            // Enter while an input method composes chooses a word
            onKeyDown={(event) => {
              if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault()
            }}
          />
        )}
      </Line>
      <Line
        label={t('promises.field.dueOn')}
        problem={missing.due ? t('promises.dueUnread', { text: due }) : ''}
        remark={day ? `${dayText(day, today, t)} ${day}` : ''}
      >
        {(id) => (
          <Input
            id={id}
            placeholder={t('promises.dueHint')}
            value={due}
            status={missing.due ? 'error' : ''}
            onChange={(event) => setDue(event.target.value)}
          />
        )}
      </Line>
      <Line label={t('promises.field.side')}>
        {(id) => (
          <Segmented<PromiseSide>
            id={id}
            value={side}
            onChange={setSide}
            options={PROMISE_SIDES.map((value) => ({ value, label: t(`promises.sideFull.${value}`) }))}
          />
        )}
      </Line>
      <Line label={t('promises.field.memberId')}>
        {(id) => <MemberPicker id={id} value={memberId} onChange={(next) => setMemberId(next)} />}
      </Line>
      <Line label={t('promises.field.personId')}>
        {(id) => (
          <PersonPicker
            id={id}
            value={personId}
            onChange={(next) => setPersonId(next)}
            accountId={accountId ?? undefined}
          />
        )}
      </Line>
      {add.problem && <ErrorNote problem={add.problem} />}
      <div className={styles.formFoot}>
        <Button onClick={close}>{t('promises.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={add.pending}>
          {t('promises.save')}
        </Button>
      </div>
    </form>
  )
}

function Line({
  label,
  problem = '',
  remark = '',
  wide = false,
  children,
}: {
  readonly label: string
  readonly problem?: string
  readonly remark?: string
  readonly wide?: boolean
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className={wide ? styles.wideLine : styles.formLine}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {problem === '' ? (
        remark !== '' && <p className={styles.remark}>{remark}</p>
      ) : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
