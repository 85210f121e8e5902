import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../db/accounts/log/contract.ts'
import { LOG_LIMITS } from '../../../../db/accounts/log/rules/limits.ts'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import { addDays } from '../../../../db/accounts/rules/days.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import { DayField } from './DayField.tsx'
import { dayText } from './dayText.ts'
import styles from './entry.module.css'

/** What is to follow from an entry: ticked off when done, changed, or set. */
export function NextStepPart({ entry, today }: { readonly entry: Entry; readonly today: string }) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const done = useCommand(engine.log.doneNext)
  const { id: entryId, next, nextBy, nextDoneOn } = entry
  return (
    <Section
      title={t('log.next.title')}
      action={
        !editing && (
          <Button type="link" size="small" onClick={() => setEditing(true)}>
            {next === null ? t('log.next.set') : t('log.next.change')}
          </Button>
        )
      }
    >
      {editing ? (
        <StepForm entry={entry} today={today} close={() => setEditing(false)} />
      ) : (
        next !== null && (
          <Checkbox
            checked={nextDoneOn !== null}
            onChange={({ target }) => void done.run({ entryId, done: target.checked })}
          >
            {next.step}{' '}
            <span className={nextDoneOn === null && next.on < today ? styles.late : styles.quiet}>
              {nextDoneOn === null
                ? t('log.next.line', {
                    day: dayText(next.on, spokenLanguage(), today),
                    by: nextBy ?? t('log.next.nobody'),
                  })
                : t('log.next.doneOn', { day: dayText(nextDoneOn, spokenLanguage(), today) })}
              {nextDoneOn === null && next.on < today && ` ${t('log.next.late')}`}
            </span>
          </Checkbox>
        )
      )}
    </Section>
  )
}

function StepForm({
  entry: { id: entryId, next, memberId },
  today,
  close,
}: {
  readonly entry: Entry
  readonly today: string
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const [before] = useState(next)
  const [step, setStep] = useState(next?.step ?? '')
  const [when, setWhen] = useState(next?.on ?? '')
  const [by, setBy] = useState(next ? next.by : memberId)
  const set = useCommand(engine.log.setNext)
  const day = when.trim() === '' ? addDays(today, 7) : typedDay(when, today, 'future')
  const save = async (): Promise<void> => {
    if (day === null) return
    const after = step.trim() === '' ? null : { step, on: day, by }
    const { ok } = await set.run({ entryId, before, after })
    if (ok) close()
  }
  return (
    <form
      className={styles.stepForm}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Input
        aria-label={t('log.next.step')}
        placeholder={t('log.next.step')}
        autoFocus
        maxLength={LOG_LIMITS.nextStep}
        value={step}
        onChange={(event) => setStep(event.target.value)}
        onPressEnter={(event) => event.nativeEvent.isComposing && event.preventDefault()}
      />
      <DayField label={t('log.next.on')} value={when} day={day} today={today} onChange={setWhen} />
      <MemberPicker label={t('log.next.by')} value={by} onChange={setBy} />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit">
          {t('log.form.save')}
        </Button>
        <Button onClick={close}>{t('app.cancel')}</Button>
      </div>
    </form>
  )
}
