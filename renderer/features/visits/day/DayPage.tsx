import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, ConfigProvider } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { VisitSheet } from '../../../../db/visits/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { CloseOutlined, FileTextOutlined } from '../../../ui/icons.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { NoteForm } from '../after/NoteForm.tsx'
import { NoteList } from '../after/NoteList.tsx'
import { Asks, useOutcome } from '../after/OutcomeSection.tsx'
import { visitTitle, whenText } from '../visitText.ts'
import styles from './day.module.css'

/** The brief for a tablet on the day, over the whole window: `/visits/:visitId/day`. It needs no network. */
export function DayPage() {
  const { t } = useTranslation()
  const { visitId = '' } = useParams()
  const { data, error } = useQuery(
    api.visits.get.queryOptions({ input: { visitId }, placeholderData: keepPreviousData, retry: false }),
  )
  const visit = data?.visit
  const title = visit ? visitTitle(visit, t) : t('visits.one')
  useEffect(() => {
    document.title = title
  }, [title])
  if (error)
    return (
      <div className={styles.day}>
        <ErrorNote problem={toProblem(error)} />
      </div>
    )
  return visit ? <Day visit={visit} title={title} /> : null
}

function Day({ visit, title }: { readonly visit: VisitSheet; readonly title: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const step = useCommand(engine.visits.step)
  const { data } = useQuery(api.minutes.get.queryOptions({ input: { visitId: visit.id } }))
  const [topicId, setTopicId] = useState<VisitSheet['topics'][number]['id'] | null>(null)
  const save = useOutcome(visit)
  const leave = (): void => void navigate(`/visits/${visit.id}`)
  return (
    <div className={styles.day}>
      <header className={styles.header}>
        <div>
          <h1>{title}</h1>
          <p>{whenText(visit, t)}</p>
          <p>{[visit.city, visit.place].filter(Boolean).join(' ')}</p>
        </div>
        <div className={styles.buttons}>
          {visit.state === 'frozen' && (
            <Button
              size="large"
              type="primary"
              loading={step.pending}
              onClick={() => void step.run({ visitIds: [visit.id], event: 'hold' })}
            >
              {t('visits.event.hold')}
            </Button>
          )}
          {visit.state === 'held' && (
            <Button
              size="large"
              type="primary"
              onClick={async () => {
                if ((await step.run({ visitIds: [visit.id], event: 'finish' })).ok) leave()
              }}
            >
              {t('visits.event.finish')}
            </Button>
          )}
          <Button
            size="large"
            icon={<FileTextOutlined />}
            onClick={() => void navigate(`/visits/${visit.id}/brief`)}
          >
            {t('visits.wholeBrief')}
          </Button>
          <Button size="large" icon={<CloseOutlined />} onClick={leave}>
            {t('visits.leaveDay')}
          </Button>
        </div>
      </header>
      <ConfigProvider componentDisabled={visit.state === 'closed'}>
        <div className={styles.columns}>
          <Brief visit={visit} />
          <section className={styles.notes} aria-label={t('visits.notes')}>
            <Asks visit={visit} save={save} large />
            <h2>{t('visits.notes')}</h2>
            <Topics visit={visit} chosen={topicId} choose={setTopicId} />
            <NoteForm key={visit.id} visit={visit} topicId={topicId} large />
            <NoteList visit={visit} notes={data?.notes ?? []} />
          </section>
        </div>
      </ConfigProvider>
    </div>
  )
}

/** What to know, to say and not to say, at a size that is read at arm's length. */
function Brief({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  return (
    <section className={styles.brief} aria-label={t('visits.brief')}>
      {visit.objective !== '' && (
        <>
          <h2>{t('visits.field.objective')}</h2>
          <p>{visit.objective}</p>
        </>
      )}
      {visit.sayings.length > 0 && (
        <>
          <h2>{t('visits.list.sayings')}</h2>
          <ol>
            {visit.sayings.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ol>
        </>
      )}
      {visit.gives.length > 0 && (
        <>
          <h2>{t('visits.list.gives')}</h2>
          <ol>
            {visit.gives.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ol>
        </>
      )}
      {visit.unsaid !== '' && (
        <p className={styles.unsaid}>
          <strong>{t('visits.field.unsaid')}</strong> {visit.unsaid}
        </p>
      )}
      <h2>{t('visits.theirs')}</h2>
      <ul>
        {visit.theirs
          .filter(({ gone }) => !gone)
          .map(({ personId, name, title, attitude }) => (
            <li key={personId}>
              <strong>{name}</strong>{' '}
              {[title, attitude && t(`people.attitude.${attitude}`)].filter(Boolean).join(' · ')}
            </li>
          ))}
      </ul>
      {visit.issues.length > 0 && (
        <>
          <h2>{t('visits.issues')}</h2>
          <ul>
            {visit.issues.slice(0, MOST_ISSUES).map(({ key, what, dueOn, late }) => (
              <li key={key} data-late={late || undefined}>
                {what} {dueOn !== null && <span>{dueOn.slice(5)}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const MOST_ISSUES = 8

/** The topics as large buttons: a note is made to the one that is chosen. */
function Topics({
  visit,
  chosen,
  choose,
}: {
  readonly visit: VisitSheet
  readonly chosen: VisitSheet['topics'][number]['id'] | null
  readonly choose: (topicId: VisitSheet['topics'][number]['id'] | null) => void
}) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.topics} aria-label={t('visits.section.agenda')}>
      {visit.topics.map(({ id, topic, minutes, bottomLine }) => (
        <Button
          key={id}
          size="large"
          type={chosen === id ? 'primary' : 'default'}
          aria-pressed={chosen === id}
          title={bottomLine}
          onClick={() => choose(chosen === id ? null : id)}
        >
          {topic} · {t('visits.minutes', { count: minutes })}
        </Button>
      ))}
      {chosen !== null && <BottomLine visit={visit} topicId={chosen} />}
    </fieldset>
  )
}

function BottomLine({ visit, topicId }: { readonly visit: VisitSheet; readonly topicId: string }) {
  const { t } = useTranslation()
  const topic = visit.topics.find(({ id }) => id === topicId)
  if (!topic || (topic.bottomLine === '' && topic.concession === '')) return null
  return (
    <p className={styles.line}>
      {[
        topic.bottomLine === '' ? '' : `${t('visits.bottomLine')} ${topic.bottomLine}`,
        topic.concession === '' ? '' : `${t('visits.concession')} ${topic.concession}`,
      ]
        .filter((part) => part !== '')
        .join(' · ')}
    </p>
  )
}
