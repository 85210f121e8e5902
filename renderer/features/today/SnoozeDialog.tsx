import { Input, type InputRef, Modal, Segmented } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../db/accounts/rules/days.ts'
import type { TodayItem } from '../../../db/channel/today/contract.ts'
import { engine } from '../../client/engine.ts'
import { useCommand } from '../../client/useCommand.ts'
import { ErrorNote } from '../../ui/states.tsx'
import { useFocusAtOpen } from '../../ui/useFocusAtOpen.ts'
import { nearDayText, whatText } from './itemText.ts'
import styles from './today.module.css'

/** Puts a task off until a day to come, with the reason. */
export function SnoozeDialog({
  item,
  today,
  close,
}: {
  readonly item: TodayItem
  readonly today: string
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const reasonField = useId()
  const field = useFocusAtOpen<InputRef>()
  const snooze = useCommand(engine.tasks.snooze, { tellProblem: false })
  const choices = [
    { word: t('today.snooze.tomorrow'), day: addDays(today, 1) },
    { word: t('today.snooze.inThree'), day: addDays(today, 3) },
    { word: t('today.snooze.nextWeek'), day: nextMonday(today) },
  ]
  const [until, setUntil] = useState(choices[0]?.day ?? today)
  const [reason, setReason] = useState('')
  const save = async (): Promise<void> => {
    if (reason.trim() === '') return
    if ((await snooze.run({ taskIds: [item.id], until, reason: reason.trim() })).ok) close()
  }
  return (
    <Modal
      open
      title={t('today.snooze.title', { what: whatText(item, 'today', t) })}
      okText={t('today.snooze.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={() => void save()}
      onCancel={close}
      width={560}
    >
      <div className={styles.snooze}>
        <Segmented
          aria-label={t('today.snooze.until')}
          value={until}
          onChange={setUntil}
          options={choices.map(({ word, day }) => ({ value: day, label: `${word} ${nearDayText(day)}` }))}
        />
        <label htmlFor={reasonField}>{t('today.snooze.reason')}</label>
        <Input
          id={reasonField}
          ref={field}
          value={reason}
          maxLength={200}
          placeholder={t('today.snooze.reasonHint')}
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) void save()
          }}
        />
        {snooze.problem && <ErrorNote problem={snooze.problem} />}
      </div>
    </Modal>
  )
}

function nextMonday(today: string): string {
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay()
  return addDays(today, weekday === 0 ? 1 : 8 - weekday)
}
