import { Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../db/accounts/log/contract.ts'
import { CHANNELS } from '../../../../db/accounts/log/rules/channels.ts'
import { LOG_LIMITS } from '../../../../db/accounts/log/rules/limits.ts'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import { storedText } from '../../../../db/accounts/log/rules/typedMentions.ts'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import type { OpenedDraft } from '../../../client/drafts.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { useDraft, useOpenedDraft } from '../../../client/useDraft.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import {
  beginCorrection,
  type Correction,
  correctable,
  correctionKind,
  isChanged,
  keptCorrection,
  saysTheSame,
} from './correction.ts'
import { DayField } from './DayField.tsx'
import styles from './entry.module.css'
import { MentionBox } from './MentionBox.tsx'
import { standingProblem } from './typedLength.ts'

/** Corrects an entry, once it is known whether that was begun before: what it said before stays below it. */
export function CorrectForm({ entry, close }: { readonly entry: Entry; readonly close: () => void }) {
  const opened = useOpenedDraft(correctionKind(entry.id), keptCorrection)
  return opened === undefined ? null : <DraftForm entry={entry} opened={opened} close={close} />
}

/** A correction as it is typed: Esc puts it away as a draft, Cancel throws it away. */
function DraftForm({
  entry,
  opened,
  close,
}: {
  readonly entry: Entry
  readonly opened: OpenedDraft<Correction>
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  // as it was when the form opened: another window's correction isn't overwritten unseen
  const [before] = useState(() => correctable(entry))
  const { draft, change, update, finish } = useDraft(opened.kept ?? beginCorrection(before), (next) =>
    opened.save(next !== null && isChanged(next) ? JSON.stringify(next) : null),
  )
  const { from, typed, channel, when, why } = draft
  const changed = isChanged(draft)
  const correct = useCommand(engine.log.correct, { tellProblem: false })
  const today = dayOf(Date.now())
  const day = typedDay(when, today, 'past') ?? typedDay(when, today, 'future')
  const save = async (): Promise<void> => {
    if (day === null) return
    const text = storedText(typed)
    const { ok } = await correct.run({ entryId: entry.id, before, text, happenedOn: day, channel, why })
    if (ok) leave()
  }
  const leave = (): void => {
    finish()
    close()
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
      {!saysTheSame(from, before) && (
        <p className={styles.changedSince} role="status">
          {t('log.entry.changedSince')}
        </p>
      )}
      <div className={styles.correctHead}>
        <Radio.Group
          aria-label={t('log.form.channel')}
          optionType="button"
          value={channel}
          options={CHANNELS.map((value) => ({ value, label: t(`log.channel.${value}`) }))}
          onChange={(event) => change({ channel: event.target.value })}
        />
        <DayField
          label={t('log.form.when')}
          value={when}
          day={day}
          today={today}
          onChange={(next) => change({ when: next })}
        />
      </div>
      <MentionBox
        id={`${id}-text`}
        label={t('log.form.text')}
        value={typed}
        onChange={(make) => update((now) => ({ typed: make(now.typed) }))}
        accountId={entry.accountId}
        rows={8}
        autoFocus
      />
      <Input
        aria-label={t('log.entry.why')}
        placeholder={t('log.entry.why')}
        maxLength={LOG_LIMITS.why}
        value={why}
        onChange={(event) => change({ why: event.target.value })}
        onPressEnter={(event) => event.nativeEvent.isComposing && event.preventDefault()}
      />
      {problem && <ErrorNote problem={problem} />}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={correct.pending}>
          {t('log.entry.saveCorrection')}
        </Button>
        <Button onClick={leave}>{changed ? t('log.entry.dropCorrection') : t('app.cancel')}</Button>
        {changed && <span className={styles.quiet}>{t('log.form.draftKept')}</span>}
      </div>
    </form>
  )
}
