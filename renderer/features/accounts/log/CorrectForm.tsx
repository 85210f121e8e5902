import { Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../db/accounts/log/contract.ts'
import { CHANNELS } from '../../../../db/accounts/log/rules/channels.ts'
import { LOG_LIMITS } from '../../../../db/accounts/log/rules/limits.ts'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import { storedText, typedText } from '../../../../db/accounts/log/rules/typedMentions.ts'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import { DayField } from './DayField.tsx'
import styles from './entry.module.css'
import { MentionBox } from './MentionBox.tsx'
import { standingProblem } from './typedLength.ts'

/** Corrects an entry: what it said before stays below it. */
export function CorrectForm({ entry, close }: { readonly entry: Entry; readonly close: () => void }) {
  const { t } = useTranslation()
  const id = useId()
  // as it was when the form opened: another window's correction isn't overwritten unseen
  const [before] = useState(() => ({
    text: entry.text,
    happenedOn: entry.happenedOn,
    channel: entry.channel,
  }))
  const [typed, setTyped] = useState(() => typedText(entry.text))
  const [channel, setChannel] = useState(entry.channel)
  const [when, setWhen] = useState(entry.happenedOn)
  const [why, setWhy] = useState('')
  const correct = useCommand(engine.log.correct, { tellProblem: false })
  const today = dayOf(Date.now())
  const day = typedDay(when, today, 'past') ?? typedDay(when, today, 'future')
  const save = async (): Promise<void> => {
    if (day === null) return
    const text = storedText(typed)
    const { ok } = await correct.run({ entryId: entry.id, before, text, happenedOn: day, channel, why })
    if (ok) close()
  }
  const problem = standingProblem(correct.problem, typed)
  return (
    <form
      className={styles.correct}
      aria-label={t('log.entry.correcting')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
        if (event.key === 'Escape' && !event.defaultPrevented) close()
      }}
    >
      <div className={styles.correctHead}>
        <Radio.Group
          aria-label={t('log.form.channel')}
          optionType="button"
          value={channel}
          options={CHANNELS.map((value) => ({ value, label: t(`log.channel.${value}`) }))}
          onChange={(event) => setChannel(event.target.value)}
        />
        <DayField label={t('log.form.when')} value={when} day={day} today={today} onChange={setWhen} />
      </div>
      <MentionBox
        id={`${id}-text`}
        label={t('log.form.text')}
        value={typed}
        onChange={setTyped}
        accountId={entry.accountId}
        rows={8}
        autoFocus
      />
      <Input
        aria-label={t('log.entry.why')}
        placeholder={t('log.entry.why')}
        maxLength={LOG_LIMITS.why}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
        onPressEnter={(event) => event.nativeEvent.isComposing && event.preventDefault()}
      />
      {problem && <ErrorNote problem={problem} />}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={correct.pending}>
          {t('log.entry.saveCorrection')}
        </Button>
        <Button onClick={close}>{t('app.cancel')}</Button>
      </div>
    </form>
  )
}
