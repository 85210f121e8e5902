import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Employment } from '../../../../db/accounts/people/contract.ts'
import { readPartialDay } from '../../../../db/accounts/rules/typedDays.ts'
import { AccountPicker } from '../../../shared/pick/AccountPicker.tsx'
import styles from './person.module.css'

/** A place of work to be noted: which firm, as what, from when. */
export interface NewJob {
  readonly accountId: Employment['accountId']
  readonly title: string
  /** YYYY, YYYY-MM or YYYY-MM-DD */
  readonly on: string | null
}

/** Asks for a firm, a title and a date; used for a further place of work and for a move. */
export function JobForm({
  dateLabel,
  dateNeeded,
  except,
  save,
  close,
}: {
  readonly dateLabel: string
  readonly dateNeeded: boolean
  /** the account that they leave */
  readonly except?: Employment['accountId']
  /** answers whether it was saved */
  readonly save: (job: NewJob) => Promise<boolean>
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const [accountId, setAccount] = useState<Employment['accountId'] | null>(null)
  const [title, setTitle] = useState('')
  const [date, setDate] = useState('')
  const on = date.trim() === '' ? null : readPartialDay(date)
  const wrong = on === undefined
  const ready = accountId !== null && !wrong && (on !== null || !dateNeeded)
  const commit = async (): Promise<void> => {
    if (accountId !== null && ready && (await save({ accountId, title, on }))) close()
  }
  return (
    <div className={styles.jobForm}>
      <AccountPicker
        value={accountId}
        label={t('people.field.account')}
        autoFocus
        onChange={setAccount}
        {...(except === undefined ? {} : { except: [except] })}
      />
      <Input
        value={title}
        maxLength={100}
        placeholder={t('people.field.title')}
        aria-label={t('people.field.title')}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Input
        value={date}
        placeholder={`${dateLabel} 2026-05`}
        aria-label={dateLabel}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        status={wrong ? 'error' : ''}
        onChange={(event) => setDate(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) void commit()
        }}
      />
      {wrong && (
        <p id={`${id}-wrong`} className={styles.problem}>
          {t('people.problem.day', { text: date })}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="primary" size="small" disabled={!ready} onClick={() => void commit()}>
          {t('people.job.save')}
        </Button>
        <Button size="small" onClick={close}>
          {t('app.cancel')}
        </Button>
      </div>
    </div>
  )
}
