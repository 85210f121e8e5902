import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { CASE_LIMITS } from '../../../../db/recovery/rules/limits.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { useDraft, useOpenedDraft } from '../../../client/useDraft.ts'
import { shortMoment } from '../../../shared/clocks/clockText.ts'
import { tooLong } from '../../../shared/ledger/fields.tsx'
import { Section } from '../../../ui/bits.tsx'
import styles from '../case.module.css'
import { courseOf } from './courseOf.ts'

/** Lines that are shown before all are asked for: more would hold the page up. */
const FIRST_LINES = 60

/** What happened to a case, the newest first, and a line for what is to be added. */
export function CourseSection({ sheet, now }: { readonly sheet: CaseSheet; readonly now: number }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const course = courseOf(sheet, now, t)
  const shown = all ? course : course.slice(0, FIRST_LINES)
  return (
    <Section title={t('cases.course')} remark={t('cases.courseCount', { count: course.length })}>
      <NoteForm sheet={sheet} />
      <ol className={styles.course}>
        {shown.map(({ key, at, title, lines, look }) => (
          <li key={key} data-look={look}>
            <span className={styles.quiet}>
              {shortMoment(at, now)} {title}
            </span>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </li>
        ))}
      </ol>
      {shown.length < course.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('cases.courseAll', { count: course.length })}
        </Button>
      )}
    </Section>
  )
}

const textOf = (json: string): string | null => {
  const kept: unknown = JSON.parse(json)
  return typeof kept === 'string' ? kept : null
}

/** A line for a remark of ours or the customer's words; what is being typed outlives a reload. */
function NoteForm({ sheet }: { readonly sheet: CaseSheet }) {
  const opened = useOpenedDraft(`caseNote.${sheet.id}`, textOf)
  if (!opened) return null
  const keep = (draft: { readonly text: string } | null): void =>
    opened.save(draft === null || draft.text === '' ? null : JSON.stringify(draft.text))
  return <OpenedNote sheet={sheet} first={opened.kept ?? ''} keep={keep} />
}

function OpenedNote({
  sheet,
  first,
  keep,
}: {
  readonly sheet: CaseSheet
  readonly first: string
  readonly keep: (draft: { readonly text: string } | null) => void
}) {
  const { t } = useTranslation()
  const note = useCommand(engine.cases.note, { toast: false })
  const { draft, change, clear } = useDraft({ text: first }, keep)
  const [theirs, setTheirs] = useState(false)
  const text = draft.text.trim()
  const long = text.length > CASE_LIMITS.note ? tooLong(text, CASE_LIMITS.note, t) : ''
  const send = async (): Promise<void> => {
    if (text === '' || long !== '' || note.pending) return
    const personId = theirs ? sheet.personId : null
    if ((await note.run({ caseId: sheet.id, text, theirs, personId })).ok) clear({ text: '' })
  }
  return (
    <>
      <Input.TextArea
        aria-label={t('cases.addNote')}
        placeholder={t('cases.noteHint')}
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
        <Checkbox checked={theirs} onChange={({ target }) => setTheirs(target.checked)}>
          {t('cases.theirs')}
        </Checkbox>
        <span className={styles.grow} />
        <Button disabled={text === '' || long !== ''} loading={note.pending} onClick={() => void send()}>
          {t('cases.noteIt')}
        </Button>
      </div>
    </>
  )
}
