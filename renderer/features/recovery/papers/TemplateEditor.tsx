import { Button, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperTemplate } from '../../../../db/recovery/papers/contract.ts'
import { faultsOf } from '../../../../db/recovery/papers/rules/filling.ts'
import { PAPER_LIMITS } from '../../../../db/recovery/papers/rules/limits.ts'
import { placesOf } from '../../../../db/recovery/papers/rules/places.ts'
import { PLACE_WORDS } from '../../../../db/terms/papers.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { useDraft, useOpenedDraft } from '../../../client/useDraft.ts'
import { tooLong } from '../../../shared/ledger/fields.tsx'
import { PlusOutlined } from '../../../ui/icons.tsx'
import styles from './papers.module.css'

interface Props {
  readonly template: PaperTemplate
  /** told what stands there now, so that it can be looked at; a function that stays the same */
  readonly typed: (draft: Pick<PaperTemplate, 'paper' | 'language' | 'content'>) => void
}

/** A draft, and the wording that it was begun from. */
interface Draft {
  readonly content: string
  readonly before: string
}

function draftOf(json: string): Draft | null {
  const kept: unknown = JSON.parse(json)
  if (typeof kept !== 'object' || kept === null || !('content' in kept) || !('before' in kept)) return null
  const { content, before } = kept
  return typeof content === 'string' && typeof before === 'string' ? { content, before } : null
}

/** The text of a template, and the places that may stand in it; what is being typed outlives a reload. */
export function TemplateEditor({ template, typed }: Props) {
  const { paper, language, content } = template
  const opened = useOpenedDraft(`paperTemplate.${paper}.${language}`, draftOf)
  if (!opened) return null
  // what was begun from another wording would overwrite this one
  const kept = opened.kept?.before === content ? opened.kept.content : content
  const keep = (draft: { readonly text: string } | null): void =>
    opened.save(
      draft === null || draft.text === content
        ? null
        : JSON.stringify({ content: draft.text, before: content } satisfies Draft),
    )
  return <OpenedEditor template={template} typed={typed} first={kept} keep={keep} />
}

function OpenedEditor({
  template,
  typed,
  first,
  keep,
}: Props & { readonly first: string; readonly keep: (draft: { readonly text: string } | null) => void }) {
  const { t } = useTranslation()
  const { paper, language, content, own } = template
  const save = useCommand(engine.papers.saveTemplate)
  const reset = useCommand(engine.papers.resetTemplate)
  const { draft, change, clear } = useDraft({ text: first }, keep)
  const area = useRef<TextAreaRef>(null)
  const { text } = draft
  useEffect(() => typed({ paper, language, content: text }), [typed, paper, language, text])
  const problem = useProblem(template, text)
  const isChanged = text.trim() !== content
  const store = async (): Promise<void> => {
    const input = { paper, language, before: content }
    if ((await save.run({ ...input, content: text.trim() })).ok) clear({ text: text.trim() })
  }
  const back = async (): Promise<void> => {
    if ((await reset.run({ paper, language, before: content })).ok) clear({ text })
  }
  const insert = (name: string): void => {
    const field = area.current?.resizableTextArea?.textArea
    const [from, to] = field ? [field.selectionStart, field.selectionEnd] : [text.length, text.length]
    const put = `{${name}}`
    change({ text: `${text.slice(0, from)}${put}${text.slice(to)}` })
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(from + put.length, from + put.length)
    })
  }
  return (
    <div className={styles.editor}>
      <Input.TextArea
        ref={area}
        aria-label={t('papers.text')}
        status={problem === '' ? '' : 'error'}
        value={text}
        onChange={({ target }) => change({ text: target.value })}
      />
      {problem === '' ? (
        <p className={styles.quiet}>{t('papers.form')}</p>
      ) : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.places}>
        <Button
          type="primary"
          disabled={!isChanged || problem !== '' || text.trim() === ''}
          loading={save.pending}
          onClick={() => void store()}
        >
          {t('papers.save')}
        </Button>
        {isChanged && <Button onClick={() => clear({ text: content })}>{t('papers.discard')}</Button>}
        {own && (
          <Button loading={reset.pending} onClick={() => void back()}>
            {t('papers.reset')}
          </Button>
        )}
        {isChanged && <span className={styles.own}>{t('papers.changed')}</span>}
      </div>
      <h2>{t('papers.places')}</h2>
      <p className={styles.quiet}>{t('papers.placesHint')}</p>
      <div className={styles.places}>
        {placesOf(paper).map((place) => (
          <Button
            key={place}
            size="small"
            icon={<PlusOutlined />}
            onClick={() => insert(PLACE_WORDS[language][place])}
          >
            {PLACE_WORDS[language][place]}
          </Button>
        ))}
      </div>
    </div>
  )
}

/** Why a text can't be a template; '' where it can. */
function useProblem({ paper }: PaperTemplate, text: string): string {
  const { t } = useTranslation()
  const { unknown, inside } = faultsOf(paper, text)
  if (text.length > PAPER_LIMITS.content) return tooLong(text, PAPER_LIMITS.content, t)
  const comma = t('papers.comma')
  return [
    unknown.length > 0 && t('papers.unknown', { names: unknown.join(comma) }),
    inside.length > 0 && t('papers.inside', { names: inside.join(comma) }),
  ]
    .filter(Boolean)
    .join(' ')
}
