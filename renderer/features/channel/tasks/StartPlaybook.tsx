import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { AccountPicker, type PickedAccount } from '../../../shared/pick/AccountPicker.tsx'
import { CloseOutlined } from '../../../ui/icons.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { readTaskDay } from './taskDay.ts'
import styles from './templates.module.css'

/** Starts a template: for which accounts, from which day. */
export function StartPlaybook({
  playbookId,
  today,
  close,
}: {
  readonly playbookId: string
  readonly today: string
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const [accounts, setAccounts] = useState<readonly PickedAccount[]>([])
  const [day, setDay] = useState(today)
  const start = useCommand(engine.tasks.startPlaybook, { tellProblem: false })
  const dayId = useId()
  const startOn = readTaskDay(day, today)
  const send = async (): Promise<void> => {
    if (startOn === undefined) return
    const outcome = await start.run({ playbookId, accountIds: accounts.map(({ id }) => id), startOn })
    if (outcome.ok) close()
  }
  return (
    <div className={styles.start}>
      <div className={styles.line}>
        <span>{t('tasks.playbooks.startFor')}</span>
        <AccountPicker
          label={t('tasks.playbooks.startFor')}
          placeholder={t('tasks.playbooks.pickAccounts')}
          value={null}
          except={accounts.map(({ id }) => id)}
          onChange={(_, account) => account && setAccounts((before) => [...before, account])}
        />
        <label htmlFor={dayId}>{t('tasks.playbooks.startOn')}</label>
        <Input
          id={dayId}
          className={styles.dayField ?? ''}
          value={day}
          status={startOn === undefined ? 'error' : ''}
          onChange={(event) => setDay(event.target.value)}
        />
        <Button
          type="primary"
          disabled={accounts.length === 0 || startOn === undefined}
          loading={start.pending}
          onClick={() => void send()}
        >
          {t('tasks.playbooks.started', { count: accounts.length })}
        </Button>
      </div>
      <ul className={styles.picked}>
        {accounts.map(({ id, name }) => (
          <li key={id}>
            {name}
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={`${t('tasks.remove')} ${name}`}
              onClick={() => setAccounts((before) => before.filter((one) => one.id !== id))}
            />
          </li>
        ))}
      </ul>
      {start.problem && <ErrorNote problem={start.problem} />}
    </div>
  )
}
