import { Input } from 'antd'
import { useState } from 'react'
import { EditOutlined } from '../../../ui/icons.tsx'
import styles from './sheets.module.css'

/** A page title that can be renamed in place: Enter or leaving keeps the new name, Escape the old one. */
export function EditableTitle({
  name,
  label,
  max,
  onRename,
}: {
  readonly name: string
  /** what the button does */
  readonly label: string
  readonly max: number
  readonly onRename: (name: string) => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  if (draft === null)
    return (
      <button type="button" className={styles.title} title={label} onClick={() => setDraft(name)}>
        {name}
        <EditOutlined className={styles.titleSign} />
      </button>
    )
  const finish = (): void => {
    setDraft(null)
    if (draft.trim() !== '' && draft.trim() !== name) onRename(draft.trim())
  }
  return (
    <Input
      autoFocus
      className={styles.titleInput ?? ''}
      aria-label={label}
      maxLength={max}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') finish()
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}
