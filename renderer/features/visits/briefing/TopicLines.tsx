import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Topic } from '../../../../db/visits/contract.ts'
import { VISIT_LIMITS } from '../../../../db/visits/rules/limits.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import { SectionHead } from '../../../ui/bits.tsx'
import { useFieldDraft } from '../../../ui/useFieldDraft.ts'
import styles from './brief.module.css'
import { lineField } from './places.ts'

/** What we don't go below at each topic and what we can give, to be written here. */
export function TopicLines({
  visitId,
  topics,
}: {
  readonly visitId: string
  readonly topics: readonly Topic[]
}) {
  const { t } = useTranslation()
  if (topics.length === 0) return null
  return (
    <section className={styles.topics} aria-label={t('briefing.topics')}>
      <SectionHead title={t('briefing.topics')} />
      {topics.map((topic) => (
        <fieldset key={topic.id} className={styles.topic}>
          <legend>{topic.topic}</legend>
          <LineField visitId={visitId} topic={topic} field="bottomLine" />
          <LineField visitId={visitId} topic={topic} field="concession" />
        </fieldset>
      ))}
    </section>
  )
}

function LineField({
  visitId,
  topic,
  field,
}: {
  readonly visitId: string
  readonly topic: Topic
  readonly field: 'bottomLine' | 'concession'
}) {
  const { t } = useTranslation()
  const own = useId()
  const id = field === 'bottomLine' ? lineField(topic.topic) : own
  const save = useCommand(engine.visits.saveTopic, { toast: false })
  const draft = useFieldDraft<Problem>(topic[field], async (text) => {
    const { id, speaker: _, ...facts } = topic
    const outcome = await save.run({ visitId, topicId: id, topic: { ...facts, [field]: text } })
    return outcome.ok ? null : outcome.problem
  })
  return (
    <div className={styles.line}>
      <label htmlFor={id}>{t(`briefing.${field}`)}</label>
      <Input.TextArea
        {...draft.input}
        id={id}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={VISIT_LIMITS.text}
        placeholder={t(
          field === 'bottomLine' ? 'briefing.topicPlaceholder' : 'briefing.concessionPlaceholder',
        )}
      />
    </div>
  )
}
