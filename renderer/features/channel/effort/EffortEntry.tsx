import { Button, Input, type InputRef, Select } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import { readMinutes } from '../../../../db/channel/effort/rules/minutes.ts'
import { EFFORT_SUBJECTS, type EffortSubject } from '../../../../db/channel/effort/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useSettings } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { AccountPicker, type PickedAccount } from '../../../shared/pick/AccountPicker.tsx'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import styles from './effort.module.css'

type MemberId = NonNullable<ReturnType<typeof useSettings>['me']>

/** A line to type a line of the ledger: Enter adds it, and the next one begins with the same account and day. */
export function EffortEntry({ today }: { readonly today: string }) {
  const { t } = useTranslation()
  const { me } = useSettings()
  const add = useCommand(engine.effort.add)
  const first = useRef<InputRef>(null)
  const [account, setAccount] = useState<PickedAccount | null>(null)
  const [member, setMember] = useState<MemberId | null>(null)
  const [subject, setSubject] = useState<EffortSubject>('account')
  const [texts, setTexts] = useState({ day: '', time: '', note: '' })
  const day = texts.day.trim() === '' ? today : typedDay(texts.day, today, 'past')
  const minutes = readMinutes(texts.time)
  const write = (change: Partial<typeof texts>): void => setTexts((before) => ({ ...before, ...change }))
  const save = async (): Promise<void> => {
    if (minutes === undefined || day === null) return
    const memberId = member ?? me
    const line = { accountId: account?.id ?? null, day, minutes, subject, note: texts.note }
    const { ok } = await add.run({ lines: [memberId === null ? line : { ...line, memberId }] })
    if (!ok) return
    write({ time: '', note: '' })
    first.current?.focus()
  }
  return (
    <form
      className={styles.entry}
      aria-label={t('effort.entry')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Input
        ref={first}
        className={styles.entryShort ?? ''}
        aria-label={t('effort.field.minutes')}
        placeholder={t('effort.timeHint')}
        value={texts.time}
        status={texts.time !== '' && minutes === undefined ? 'error' : ''}
        onChange={(event) => write({ time: event.target.value })}
      />
      <div className={styles.entryAccount}>
        <AccountPicker
          label={t('effort.field.accountId')}
          value={account?.id ?? null}
          name={account?.name}
          onChange={(_, picked) => setAccount(picked)}
        />
      </div>
      <Input
        className={styles.entryShort ?? ''}
        aria-label={t('effort.field.day')}
        placeholder={today.slice(5)}
        value={texts.day}
        status={day === null ? 'error' : ''}
        onChange={(event) => write({ day: event.target.value })}
      />
      <div className={styles.entryMember}>
        <MemberPicker label={t('effort.field.memberId')} value={member ?? me} onChange={setMember} />
      </div>
      <Select<EffortSubject>
        className={styles.entryShort ?? ''}
        aria-label={t('effort.field.subject')}
        value={subject}
        onChange={setSubject}
        options={EFFORT_SUBJECTS.map((value) => ({ value, label: t(`effort.subject.${value}`) }))}
      />
      <Input
        className={styles.entryNote ?? ''}
        aria-label={t('effort.field.note')}
        placeholder={t('effort.field.note')}
        value={texts.note}
        maxLength={500}
        onChange={(event) => write({ note: event.target.value })}
      />
      <Button htmlType="submit" disabled={minutes === undefined || day === null}>
        {t('effort.add')}
      </Button>
    </form>
  )
}
