import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { VisitSheet } from '../../../../db/visits/contract.ts'
import type { VisitNote } from '../../../../db/visits/minutes/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { formatTime } from '../../../ui/format.ts'
import { DeleteOutlined } from '../../../ui/icons.tsx'
import styles from './after.module.css'

/** Notes of the day, each with the topic to which it was made and, where it landed in the archive, the way there. */
export function NoteList({
  visit,
  notes,
}: {
  readonly visit: VisitSheet
  readonly notes: readonly VisitNote[]
}) {
  const { t } = useTranslation()
  const change = useCommand(engine.minutes.changeNote, { toast: false })
  const remove = useCommand(engine.minutes.removeNote)
  if (notes.length === 0) return <p className={styles.quiet}>{t('visits.noNotes')}</p>
  return (
    <ul className={styles.rows}>
      {notes.map(({ id, kind, text, ours, topicId, competitor, person, entryId, by, at }) => (
        <li key={id} className={styles.note}>
          <span className={styles.noteText}>{text}</span>
          <span className={styles.noteMeta}>
            {[
              kind === 'note' ? t(ours ? 'visits.isOurs' : 'visits.isShared') : t(`visits.note.${kind}`),
              competitor ?? person ?? '',
              visit.topics.find((topic) => topic.id === topicId)?.topic ?? '',
              by ?? '',
              formatTime(new Date(at)),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
            {entryId !== null && <Link to={`/log/${entryId}`}>{t('visits.toEntry')}</Link>}
          </span>
          {kind === 'note' && (
            <Button onClick={() => void change.run({ noteId: id, text, ours: !ours })}>
              {t(ours ? 'visits.share' : 'visits.keepToUs')}
            </Button>
          )}
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('visits.removeOne', { name: text.slice(0, 20) })}
            onClick={() => void remove.run({ noteId: id })}
          />
        </li>
      ))}
    </ul>
  )
}
