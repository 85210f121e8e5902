import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Topic, VisitSheet } from '../../../../db/visits/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, TextBox } from '../../../shared/ledger/fields.tsx'
import { InlineForm } from '../../../shared/ledger/InlineForm.tsx'
import { typedMinutes } from '../typedMinutes.ts'

/** Half an hour: how long a topic is planned for where nobody says so. */
const USUAL_MINUTES = '30'
const EVERYBODY = ''

/** A topic as it is typed: Enter saves it, Escape leaves it as it was. */
export function TopicForm({
  visit,
  topic,
  close,
}: {
  readonly visit: VisitSheet
  readonly topic: Topic | null
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const save = useCommand(engine.visits.saveTopic, { toast: false })
  const [tried, setTried] = useState(false)
  const [draft, setDraft] = useState({
    topic: topic?.topic ?? '',
    speaker: topic?.memberId ?? topic?.personId ?? EVERYBODY,
    minutes: String(topic?.minutes ?? USUAL_MINUTES),
    bottomLine: topic?.bottomLine ?? '',
    concession: topic?.concession ?? '',
  })
  const change = (changes: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...changes }))
  const minutes = typedMinutes(draft.minutes, 1)
  const send = async (): Promise<void> => {
    setTried(true)
    if (draft.topic.trim() === '' || minutes === null) return
    const member = visit.ours.find(({ memberId }) => memberId === draft.speaker)
    const person = visit.theirs.find(({ personId }) => personId === draft.speaker)
    const { topic: words, bottomLine, concession } = draft
    const outcome = await save.run({
      visitId: visit.id,
      topicId: topic?.id ?? null,
      topic: {
        topic: words,
        memberId: member?.memberId ?? null,
        personId: person?.personId ?? null,
        minutes,
        bottomLine,
        concession,
      },
    })
    if (outcome.ok) close()
  }
  return (
    <InlineForm busy={save.pending} close={close} send={send}>
      <TextBox
        label={t('visits.topic')}
        value={draft.topic}
        required
        tried={tried}
        autoFocus
        onChange={(words) => change({ topic: words })}
      />
      <ChoiceBox<string>
        label={t('visits.speaker')}
        value={draft.speaker}
        options={[
          { value: EVERYBODY, label: t('visits.everybody') },
          ...visit.ours.map(({ memberId, name }) => ({ value: memberId, label: name })),
          ...visit.theirs
            .filter(({ gone }) => !gone)
            .map(({ personId, name }) => ({ value: personId, label: name })),
        ]}
        onChange={(speaker) => change({ speaker })}
      />
      <TextBox
        label={t('visits.column.minutes')}
        value={draft.minutes}
        wide={false}
        problem={minutes === null ? t('visits.notTopicMinutes', { text: draft.minutes }) : ''}
        onChange={(typed) => change({ minutes: typed })}
      />
      <TextBox
        label={t('visits.bottomLine')}
        value={draft.bottomLine}
        placeholder={t('visits.bottomLineHint')}
        onChange={(bottomLine) => change({ bottomLine })}
      />
      <TextBox
        label={t('visits.concession')}
        value={draft.concession}
        onChange={(concession) => change({ concession })}
      />
    </InlineForm>
  )
}
