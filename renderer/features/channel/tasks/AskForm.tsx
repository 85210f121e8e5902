import { Button, Input, type InputRef } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { readTaskDay } from './taskDay.ts'
import styles from './tasks.module.css'
import type { TaskActs } from './useTaskActs.ts'

/** The strip that asks for the word that an action needs, above what it is done to. */
export function AskForm({ acts, today }: { readonly acts: TaskActs; readonly today: string }) {
  if (acts.asking === null) return null
  const { ask, rows } = acts.asking
  return <Fields key={`${ask} ${rows.map(({ id }) => id).join()}`} acts={acts} today={today} />
}

function Fields({ acts, today }: { readonly acts: TaskActs; readonly today: string }) {
  const { t } = useTranslation()
  const ask = acts.asking?.ask ?? 'drop'
  const [day, setDay] = useState('')
  const [text, setText] = useState('')
  const [memberId, setMemberId] = useState<string | null>(null)
  const first = useRef<InputRef>(null)
  const dayId = useId()
  const textId = useId()
  useEffect(() => first.current?.focus(), [])
  const asksDay = ask === 'snooze' || ask === 'move'
  const asksText = ask === 'drop' || ask === 'snooze' || ask === 'wait'
  const read = day.trim() === '' ? undefined : readTaskDay(day, today)
  const unread = day.trim() !== '' && read === undefined
  const ready =
    (!asksDay || read !== undefined) &&
    (!asksText || text.trim() !== '' || (ask === 'wait' && memberId !== null)) &&
    (ask !== 'give' || memberId !== null)
  const send = (): void => {
    if (ready) void acts.answer({ text: text.trim(), memberId, ...(read === undefined ? {} : { day: read }) })
  }
  const labels = { drop: 'dropReason', snooze: 'snoozeReason', wait: 'waitWho' } as const
  return (
    <form
      className={styles.asking}
      aria-label={t(`tasks.${ask === 'give' ? 'giveTo' : ask === 'move' ? 'moveTo' : ask}`)}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      onKeyDown={(event) => event.key === 'Escape' && acts.cancel()}
    >
      {asksDay && (
        <span className={styles.askField}>
          <label htmlFor={dayId}>{t('tasks.snoozeDay')}</label>
          <Input
            id={dayId}
            ref={first}
            placeholder={t('tasks.snoozeUntil')}
            value={day}
            status={unread ? 'error' : ''}
            onChange={(event) => setDay(event.target.value)}
          />
          {read !== undefined && <span className={styles.quiet}>{read}</span>}
          {unread && (
            <span className={styles.problem} role="alert">
              {t('tasks.dayUnread', { text: day })}
            </span>
          )}
        </span>
      )}
      {(ask === 'drop' || ask === 'snooze' || ask === 'wait') && (
        <span className={styles.askField}>
          <label htmlFor={textId}>{t(`tasks.${labels[ask]}`)}</label>
          <Input
            id={textId}
            {...(asksDay ? {} : { ref: first })}
            maxLength={200}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onPressEnter={(event) => event.nativeEvent.isComposing && event.preventDefault()}
          />
        </span>
      )}
      {(ask === 'wait' || ask === 'give') && (
        <MemberPicker value={memberId} onChange={setMemberId} label={t('tasks.field.ownerId')} />
      )}
      <Button type="primary" htmlType="submit" disabled={!ready}>
        {t(`tasks.${ask === 'give' ? 'giveTo' : ask === 'move' ? 'moveTo' : ask}`)}
      </Button>
      <Button onClick={acts.cancel}>{t('tasks.cancel')}</Button>
    </form>
  )
}
