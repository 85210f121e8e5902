import { useQuery } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { readDue } from '../../../../db/accounts/promises/rules/dueDays.ts'
import { addDays, dayOf } from '../../../../db/accounts/rules/days.ts'
import { api, engine } from '../../../client/engine.ts'
import { useSettings } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { useStore } from '../../../ui/store.ts'
import { useCloseOnLeave } from '../../../ui/useCloseOnLeave.ts'
import { AccountTicks, type OwnedAccount } from './AccountTicks.tsx'
import styles from './handover.module.css'
import { type NewHandoverStart, newHandoverStore } from './newHandoverStore.ts'

/** The dialog that begins a hand-over, open while the store says so. Put it once into a page. */
export function NewHandover() {
  const { t } = useTranslation()
  const start = useStore(newHandoverStore)
  const close = (): void => newHandoverStore.set(null)
  useCloseOnLeave(close)
  return (
    <Modal
      open={start !== null}
      title={t('handover.new')}
      onCancel={close}
      footer={null}
      width={640}
      destroyOnHidden
    >
      {start && <HandoverForm start={start} close={close} />}
    </Modal>
  )
}

/** A hand-over takes two weeks unless somebody says otherwise. */
const USUAL_DAYS = 14
const NO_ACCOUNTS: readonly OwnedAccount[] = []

function HandoverForm({ start, close }: { readonly start: NewHandoverStart; readonly close: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { me } = useSettings()
  const today = dayOf(Date.now())
  const [fromId, setFromId] = useState<string | null>(start.fromId ?? me)
  const [toId, setToId] = useState<string | null>(null)
  // whom the person took out; everything else of the giver's goes, as long as nothing was chosen beforehand
  const [wanted, setWanted] = useState<ReadonlySet<string> | null>(
    start.accountIds && new Set(start.accountIds),
  )
  const [due, setDue] = useState(addDays(today, USUAL_DAYS))
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const make = useCommand(engine.handover.make, { tellProblem: false })
  const { data: owned = NO_ACCOUNTS } = useQuery(
    api.handover.ownedBy.queryOptions({ input: { memberId: fromId ?? '' }, enabled: fromId !== null }),
  )
  const { data: members = [] } = useQuery(api.department.members.queryOptions())
  const chosen = wanted === null ? owned : owned.filter(({ id }) => wanted.has(id))
  const day = due.trim() === '' ? null : readDue(due, today)
  const strangers =
    start.accountIds && fromId === start.fromId && owned.length > 0
      ? start.accountIds.filter((id) => !owned.some((account) => account.id === id)).length
      : 0

  const save = async (): Promise<void> => {
    setTried(true)
    if (fromId === null || toId === null || fromId === toId || chosen.length === 0 || day === undefined)
      return
    const accountIds = chosen.map(({ id }) => id)
    const outcome = await make.run({ fromId, toId, accountIds, dueOn: day, note })
    if (!outcome.ok) return
    close()
    await navigate(`/handover/${outcome.output.handoverId}`)
  }
  const sameProblem = toId !== null && toId === fromId ? t('handover.form.same') : ''
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Line
        label={t('handover.field.from')}
        problem={tried && fromId === null ? t('handover.form.fromMissing') : ''}
      >
        {(id) => (
          <MemberPicker
            id={id}
            value={fromId}
            onChange={(next) => {
              setFromId(next)
              setWanted(null)
            }}
          />
        )}
      </Line>
      <Line
        label={t('handover.field.to')}
        problem={tried && toId === null ? t('handover.form.toMissing') : sameProblem}
      >
        {(id) => (
          <MemberPicker
            id={id}
            autoFocus={fromId !== null}
            value={toId}
            except={fromId === null ? [] : [fromId]}
            onChange={setToId}
          />
        )}
      </Line>
      <AccountTicks
        owned={owned}
        chosen={chosen}
        asked={fromId !== null}
        onChange={setWanted}
        problem={tried && fromId !== null && chosen.length === 0 ? t('handover.form.accountsMissing') : ''}
      />
      {strangers > 0 && (
        <p className={styles.wideQuiet}>
          {t('handover.form.notTheirs', {
            count: strangers,
            name: members.find(({ id }) => id === fromId)?.name ?? '',
          })}
        </p>
      )}
      <Line
        label={t('handover.field.dueOn')}
        problem={day === undefined ? t('promises.dueUnread', { text: due }) : ''}
      >
        {(id) => (
          <Input
            id={id}
            placeholder={t('handover.form.dueHint')}
            value={due}
            status={day === undefined ? 'error' : ''}
            onChange={(event) => setDue(event.target.value)}
          />
        )}
      </Line>
      <Line label={t('handover.field.note')} wide>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={4_000}
            placeholder={t('handover.form.notePlaceholder')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Line>
      {make.problem && <ErrorNote problem={make.problem} />}
      <div className={styles.formFoot}>
        <Button onClick={close}>{t('handover.form.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={make.pending}>
          {t('handover.form.begin')}
        </Button>
      </div>
    </form>
  )
}

function Line({
  label,
  problem = '',
  wide = false,
  children,
}: {
  readonly label: string
  readonly problem?: string
  readonly wide?: boolean
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className={wide ? styles.wideLine : styles.formLine}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {problem !== '' && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
