import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { IdeaSheet } from '../../../../db/recovery/ideas/contract.ts'
import { CASE_LIMITS } from '../../../../db/recovery/rules/limits.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { useDraft, useOpenedDraft } from '../../../client/useDraft.ts'
import { shortMoment } from '../../../shared/clocks/clockText.ts'
import { tooLong } from '../../../shared/ledger/fields.tsx'
import { Section } from '../../../ui/bits.tsx'
import styles from '../case.module.css'

/** What happened to an idea, the newest first, and a line for what is to be added. */
export function IdeaCourse({ idea }: { readonly idea: IdeaSheet }) {
  const { t } = useTranslation()
  return (
    <Section title={t('ideas.course')}>
      <NoteForm idea={idea} />
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

const textOf = (json: string): string | null => {
  const kept: unknown = JSON.parse(json)
  return typeof kept === 'string' ? kept : null
}

/** A line for a remark; what is being typed outlives a reload. */
function NoteForm({ idea }: { readonly idea: IdeaSheet }) {
  const opened = useOpenedDraft(`ideaNote.${idea.id}`, textOf)
  if (!opened) return null
  const keep = (draft: { readonly text: string } | null): void =>
    opened.save(draft === null || draft.text === '' ? null : JSON.stringify(draft.text))
  return <OpenedNote idea={idea} first={opened.kept ?? ''} keep={keep} />
}

function OpenedNote({
  idea,
  first,
  keep,
}: {
  readonly idea: IdeaSheet
  readonly first: string
  readonly keep: (draft: { readonly text: string } | null) => void
}) {
  const { t } = useTranslation()
  const note = useCommand(engine.ideas.note, { toast: false })
  const { draft, change, clear } = useDraft({ text: first }, keep)
  const text = draft.text.trim()
  const long = text.length > CASE_LIMITS.note ? tooLong(text, CASE_LIMITS.note, t) : ''
  const send = async (): Promise<void> => {
    if (text === '' || long !== '' || note.pending) return
    if ((await note.run({ ideaId: idea.id, text })).ok) clear({ text: '' })
  }
  return (
    <>
      <Input.TextArea
        aria-label={t('ideas.addNote')}
        placeholder={t('ideas.noteHint')}
        autoSize={{ minRows: 1, maxRows: 8 }}
        status={long === '' ? '' : 'error'}
        value={draft.text}
        onChange={({ target }) => change({ text: target.value })}
        onKeyDown={(key) => {
          if (key.key !== 'Enter' || key.nativeEvent.isComposing || !(key.ctrlKey || key.metaKey)) return
          key.preventDefault()
          void send()
        }}
      />
      {long !== '' && (
        <p className={styles.warned} role="alert">
          {long}
        </p>
      )}
      <div className={styles.foot}>
        <span className={styles.grow} />
        <Button disabled={text === '' || long !== ''} loading={note.pending} onClick={() => void send()}>
          {t('ideas.noteIt')}
        </Button>
      </div>
    </>
  )
}
