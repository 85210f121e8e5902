import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CloseOutlined } from '../../../ui/icons.tsx'
import { useFieldDraft } from '../../../ui/useFieldDraft.ts'
import styles from './analysis.module.css'

/** A sentence that states what a section finds. */
export function Finding({ children }: { readonly children: ReactNode }) {
  return <p className={styles.finding}>{children}</p>
}

/** Who wrote something, and when: day without the year where it is this year's. */
export function Noted({ by, on }: { readonly by: string | null; readonly on: string | null }) {
  const { t } = useTranslation()
  if (on === null) return null
  const year = String(new Date().getFullYear())
  return (
    <span className={styles.noted} title={on}>
      {t('analysis.by', {
        by: by ?? t('analysis.unknownBy'),
        on: on.startsWith(`${year}-`) ? on.slice(5) : on,
      })}
    </span>
  )
}

/** A text that is changed where it stands: saved when left or on Enter, put back by Esc. Empty is never saved. */
export function TextInPlace({
  value,
  label,
  save,
  placeholder,
  optional = false,
  number = false,
}: {
  readonly value: string
  readonly label: string
  /** false where the text doesn't fit or was refused: it stays, marked */
  readonly save: (text: string) => boolean | Promise<boolean>
  readonly placeholder?: string
  readonly optional?: boolean
  readonly number?: boolean
}) {
  const draft = useFieldDraft<true>(value, async (text) => ((await save(text)) ? null : true))
  const { onBlur, ...input } = draft.input
  // nothing is not a text: what stood there comes back
  const unless = (commit: () => void) => (): void =>
    input.value.trim() === '' && !optional ? draft.back() : commit()
  return (
    <Input
      variant="borderless"
      className={`${styles.inPlace} ${number ? styles.number : ''}`}
      {...input}
      aria-label={label}
      {...(placeholder === undefined ? {} : { placeholder })}
      onBlur={unless(onBlur)}
      onPressEnter={(event) => unless(() => draft.onPressEnter(event))()}
    />
  )
}

/** A field at the foot of a list: Enter adds what was typed and waits for the next. */
export function AddLine({
  label,
  add,
}: {
  readonly label: string
  readonly add: (text: string) => Promise<boolean>
}) {
  const [draft, setDraft] = useState('')
  const commit = async (): Promise<void> => {
    const text = draft.trim()
    if (text !== '' && (await add(text))) setDraft('')
  }
  return (
    <Input
      className={styles.addLine ?? ''}
      value={draft}
      placeholder={label}
      aria-label={label}
      onChange={(event) => setDraft(event.target.value)}
      onPressEnter={(event) => !event.nativeEvent.isComposing && void commit()}
    />
  )
}

/** Takes a line away; Ctrl+Z brings it back. */
export function RemoveButton({ name, remove }: { readonly name: string; readonly remove: () => void }) {
  const { t } = useTranslation()
  return (
    <Button
      type="text"
      size="small"
      className={styles.remove ?? ''}
      icon={<CloseOutlined />}
      aria-label={t('analysis.remove', { name })}
      onClick={remove}
    />
  )
}
