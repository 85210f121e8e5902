import { Button, Input } from 'antd'
import { type ComponentRef, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft, useOpenedDraft } from '../../client/useDraft.ts'
import { useBareKey } from '../../ui/useBareKey.ts'
import { tooLong } from './fields.tsx'
import styles from './ledger.module.css'

interface NoteFieldProps {
  /** under which what is being typed is kept */
  readonly draftKey: string
  readonly label: string
  readonly hint: string
  readonly button: string
  /** characters */
  readonly most: number
  readonly busy: boolean
  /** false where it was refused: what was typed stays */
  readonly send: (text: string) => Promise<boolean>
  /** the bare key that leads to it */
  readonly focusKey?: string
  /** what else is said of the note, before the button */
  readonly children?: ReactNode
}

const textOf = (json: string): string | null => {
  const kept: unknown = JSON.parse(json)
  return typeof kept === 'string' ? kept : null
}

/** A field for a remark to a course; `Ctrl+Enter` sends it, and what is being typed outlives a reload. */
export function NoteField(props: NoteFieldProps) {
  const opened = useOpenedDraft(props.draftKey, textOf)
  if (!opened) return null
  const keep = (draft: { readonly text: string } | null): void =>
    opened.save(draft === null || draft.text === '' ? null : JSON.stringify(draft.text))
  return <OpenedField {...props} first={opened.kept ?? ''} keep={keep} />
}

function OpenedField({
  label,
  hint,
  button,
  most,
  busy,
  send,
  focusKey = '',
  children,
  first,
  keep,
}: NoteFieldProps & {
  readonly first: string
  readonly keep: (draft: { readonly text: string } | null) => void
}) {
  const { t } = useTranslation()
  const field = useRef<ComponentRef<typeof Input.TextArea>>(null)
  useBareKey(focusKey, () => field.current?.focus())
  const { draft, change, clear } = useDraft({ text: first }, keep)
  const text = draft.text.trim()
  const long = text.length > most ? tooLong(text, most, t) : ''
  const ready = text !== '' && long === '' && !busy
  const submit = async (): Promise<void> => {
    if (ready && (await send(text))) clear({ text: '' })
  }
  return (
    <>
      <Input.TextArea
        ref={field}
        aria-label={label}
        placeholder={hint}
        autoSize={{ minRows: 1, maxRows: 8 }}
        status={long === '' ? '' : 'error'}
        value={draft.text}
        onChange={({ target }) => change({ text: target.value })}
        onKeyDown={(key) => {
          if (key.key !== 'Enter' || key.nativeEvent.isComposing || !(key.ctrlKey || key.metaKey)) return
          key.preventDefault()
          void submit()
        }}
      />
      {long !== '' && (
        <p className={styles.problem} role="alert">
          {long}
        </p>
      )}
      <div className={styles.noteFoot}>
        {children}
        <Button disabled={text === '' || long !== ''} loading={busy} onClick={() => void submit()}>
          {button}
        </Button>
      </div>
    </>
  )
}
