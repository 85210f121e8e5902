import { useTranslation } from 'react-i18next'
import type { IdeaSheet } from '../../../../db/recovery/ideas/contract.ts'
import { CASE_LIMITS } from '../../../../db/recovery/rules/limits.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { shortMoment } from '../../../shared/clocks/clockText.ts'
import { NoteField } from '../../../shared/ledger/NoteField.tsx'
import { Section } from '../../../ui/bits.tsx'
import styles from '../case.module.css'

/** What happened to an idea, the newest first, and a line for what is to be added. */
export function IdeaCourse({ idea }: { readonly idea: IdeaSheet }) {
  const { t } = useTranslation()
  return (
    <Section title={t('ideas.course')}>
      <IdeaNote idea={idea} />
      <ol className={styles.course}>
        {idea.events.map(({ id, kind, at, by, note }) => (
          <li key={id} data-look={kind === 'asked' ? 'theirs' : kind === 'refuse' ? 'late' : 'ours'}>
            <span className={styles.quiet}>
              {shortMoment(at, Date.now())} {t(`ideas.event.${kind}`)} · {by}
            </span>
            {note !== '' && <p>{note}</p>}
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** A line for a remark. */
function IdeaNote({ idea }: { readonly idea: IdeaSheet }) {
  const { t } = useTranslation()
  const note = useCommand(engine.ideas.note, { toast: false })
  return (
    <NoteField
      draftKey={`ideaNote.${idea.id}`}
      label={t('ideas.addNote')}
      hint={t('ideas.noteHint')}
      button={t('ideas.noteIt')}
      most={CASE_LIMITS.note}
      busy={note.pending}
      send={async (text) => (await note.run({ ideaId: idea.id, text })).ok}
    />
  )
}
