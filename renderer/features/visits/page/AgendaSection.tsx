import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Topic, VisitSheet } from '../../../../db/visits/contract.ts'
import { agendaMinutes } from '../../../../db/visits/rules/readiness.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import { TopicForm } from './TopicForm.tsx'
import styles from './visit.module.css'

/** The agenda: topics with speaker, minutes, bottom line and what can be given; it says whether it fits. */
export function AgendaSection({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const move = useCommand(engine.visits.moveTopic, { toast: false })
  const remove = useCommand(engine.visits.removeTopic)
  const [edited, setEdited] = useState<string | null>(null)
  const sum = agendaMinutes(visit.topics)
  const over = sum - visit.minutes
  const close = (): void => setEdited(null)
  return (
    <div id="agenda">
      <Section
        title={t('visits.section.agenda')}
        remark={
          over > 0 ? (
            <span className={styles.thin}>{t('visits.agendaOver', { sum, over })}</span>
          ) : (
            t('visits.agendaSum', { sum, minutes: visit.minutes })
          )
        }
        action={
          <Button icon={<PlusOutlined />} onClick={() => setEdited(NEW)}>
            {t('visits.addTopic')}
          </Button>
        }
      >
        <ol className={styles.topics}>
          {visit.topics.map((topic, at) => (
            <li key={topic.id}>
              {edited === topic.id ? (
                <TopicForm visit={visit} topic={topic} close={close} />
              ) : (
                <TopicRow
                  topic={topic}
                  edit={() => setEdited(topic.id)}
                  remove={() => void remove.run({ topicId: topic.id })}
                  up={
                    at === 0
                      ? null
                      : () => void move.run({ topicId: topic.id, before: visit.topics[at - 1]?.id ?? null })
                  }
                  down={
                    at === visit.topics.length - 1
                      ? null
                      : () => void move.run({ topicId: topic.id, before: visit.topics[at + 2]?.id ?? null })
                  }
                />
              )}
            </li>
          ))}
          {edited === NEW && (
            <li>
              <TopicForm visit={visit} topic={null} close={close} />
            </li>
          )}
        </ol>
        {visit.topics.length === 0 && edited !== NEW && (
          <p className={styles.quiet}>{t('visits.noTopics')}</p>
        )}
      </Section>
    </div>
  )
}

const NEW = 'new'

function TopicRow({
  topic: { topic, speaker, minutes, bottomLine, concession },
  edit,
  remove,
  up,
  down,
}: {
  readonly topic: Topic
  readonly edit: () => void
  readonly remove: () => void
  readonly up: (() => void) | null
  readonly down: (() => void) | null
}) {
  const { t } = useTranslation()
  return (
    <div className={styles.topic}>
      <button type="button" className={styles.topicText ?? ''} onClick={edit} title={t('visits.editTopic')}>
        <span className={styles.name}>{topic}</span>
        <span className={styles.quiet}>
          {[speaker ?? t('visits.everybody'), t('visits.minutes', { count: minutes })].join(' · ')}
        </span>
        <span className={styles.lineUnder}>
          {t('visits.bottomLine')}{' '}
          {bottomLine === '' ? <em className={styles.blank}>{t('visits.notFilled')}</em> : bottomLine}
          {concession !== '' && ` · ${t('visits.concession')} ${concession}`}
        </span>
      </button>
      <Button
        type="text"
        icon={<ArrowUpOutlined />}
        disabled={up === null}
        aria-label={t('visits.moveUp', { topic })}
        onClick={() => up?.()}
      />
      <Button
        type="text"
        icon={<ArrowDownOutlined />}
        disabled={down === null}
        aria-label={t('visits.moveDown', { topic })}
        onClick={() => down?.()}
      />
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t('visits.removeTopic', { topic })}
        onClick={remove}
      />
    </div>
  )
}
