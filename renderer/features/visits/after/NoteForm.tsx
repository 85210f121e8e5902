import { skipToken, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitSheet } from '../../../../db/visits/contract.ts'
import { VISIT_LIMITS } from '../../../../db/visits/rules/limits.ts'
import { NOTE_KINDS, type NoteKind } from '../../../../db/visits/rules/words.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { useDraft, useOpenedDraft } from '../../../client/useDraft.ts'
import { tooLong } from '../../../shared/ledger/fields.tsx'
import styles from './after.module.css'

interface NoteProps {
  readonly visit: VisitSheet
  readonly topicId: VisitSheet['topics'][number]['id'] | null
  /** for a tablet */
  readonly large?: boolean
}

const textOf = (json: string): string | null => {
  const kept: unknown = JSON.parse(json)
  return typeof kept === 'string' ? kept : null
}

/**
 * A line for something said: Ctrl+Enter notes it. Market information says what it is about, and lands in the archive.
 * What is being typed is kept, on the way to another page and through a crash.
 */
export function NoteForm(props: NoteProps) {
  const opened = useOpenedDraft(`visitNote.${props.visit.id}`, textOf)
  if (!opened) return null
  const keep = (draft: { readonly text: string } | null): void =>
    opened.save(draft === null || draft.text === '' ? null : JSON.stringify(draft.text))
  return <OpenedNote {...props} first={opened.kept ?? ''} keep={keep} />
}

function OpenedNote({
  visit,
  topicId,
  large = false,
  first,
  keep,
}: NoteProps & {
  readonly first: string
  readonly keep: (draft: { readonly text: string } | null) => void
}) {
  const { t } = useTranslation()
  const add = useCommand(engine.minutes.addNote)
  const { draft, change, clear } = useDraft({ text: first }, keep)
  const { text } = draft
  const long = text.trim().length > VISIT_LIMITS.note ? tooLong(text.trim(), VISIT_LIMITS.note, t) : ''
  const [kind, setKind] = useState<NoteKind>('note')
  const [shared, setShared] = useState(false)
  const [competitorId, setCompetitorId] = useState<string | null>(null)
  const [personId, setPersonId] = useState<string | null>(null)
  const account = visit.with[0]
  const { data: analysis } = useQuery(
    api.analysis.get.queryOptions({
      input: kind === 'competitor' && account ? { accountId: account.id } : skipToken,
    }),
  )
  const firms = analysis?.competitors ?? []
  const send = async (): Promise<void> => {
    if (text.trim() === '' || long !== '' || add.pending) return
    const outcome = await add.run({
      visitId: visit.id,
      topicId,
      kind,
      text: text.trim(),
      ours: kind === 'note' && !shared,
      competitorId: kind === 'competitor' ? competitorId : null,
      personId: kind === 'person' || kind === 'plan' ? personId : null,
    })
    if (outcome.ok) clear({ text: '' })
  }
  const size = large ? { size: 'large' as const } : {}
  return (
    <div className={styles.noteForm} data-large={large || undefined}>
      <Input.TextArea
        {...size}
        aria-label={t('visits.noteText')}
        placeholder={t('visits.noteHint')}
        autoSize={{ minRows: large ? 2 : 1, maxRows: 8 }}
        status={long === '' ? '' : 'error'}
        value={text}
        onChange={({ target }) => change({ text: target.value })}
        onKeyDown={(key) => {
          if (key.key !== 'Enter' || key.nativeEvent.isComposing || !(key.ctrlKey || key.metaKey)) return
          key.preventDefault()
          void send()
        }}
      />
      {long !== '' && (
        <p className={styles.problem} role="alert">
          {long}
        </p>
      )}
      <div className={styles.noteFoot}>
        <Select<NoteKind>
          {...size}
          className={styles.noteKind ?? ''}
          aria-label={t('visits.noteKind')}
          value={kind}
          options={NOTE_KINDS.map((value) => ({ value, label: t(`visits.note.${value}`) }))}
          onChange={setKind}
        />
        {kind === 'competitor' && (
          <Select<string | null>
            {...size}
            className={styles.noteAbout ?? ''}
            aria-label={t('visits.noteCompetitor')}
            placeholder={t('visits.noteCompetitor')}
            value={competitorId}
            options={firms.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setCompetitorId}
          />
        )}
        {(kind === 'person' || kind === 'plan') && (
          <Select<string | null>
            {...size}
            className={styles.noteAbout ?? ''}
            aria-label={t('visits.notePerson')}
            placeholder={t('visits.notePerson')}
            allowClear
            value={personId}
            options={visit.theirs
              .filter(({ gone }) => !gone)
              .map(({ personId: id, name }) => ({ value: id, label: name }))}
            onChange={(next) => setPersonId(next ?? null)}
          />
        )}
        {kind === 'note' ? (
          <Checkbox checked={shared} onChange={({ target }) => setShared(target.checked)}>
            {t('visits.noteShared')}
          </Checkbox>
        ) : (
          <span className={styles.quiet}>{t('visits.noteLands')}</span>
        )}
        <Button
          {...size}
          type="primary"
          disabled={text.trim() === '' || long !== '' || (kind === 'competitor' && competitorId === null)}
          loading={add.pending}
          onClick={() => void send()}
        >
          {t('visits.addNote')}
        </Button>
      </div>
    </div>
  )
}
