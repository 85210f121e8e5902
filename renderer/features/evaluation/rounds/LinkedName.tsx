import { Input } from 'antd'
import { useRef, useState } from 'react'
import { Link } from 'react-router'

const MAX = 100

/** A name being changed in its place: Enter or leaving keeps it, Escape doesn't. Answers null where nothing changed. */
function NameField({
  name,
  label,
  onDone,
}: {
  readonly name: string
  readonly label: string
  readonly onDone: (name: string | null) => void
}) {
  const [draft, setDraft] = useState(name)
  // closing the field takes its focus away, which must not count as a second answer
  const done = useRef(false)
  const finish = (keep: boolean): void => {
    if (done.current) return
    done.current = true
    const next = draft.trim()
    onDone(keep && next !== '' && next !== name ? next : null)
  }
  return (
    <Input
      autoFocus
      aria-label={label}
      maxLength={MAX}
      value={draft}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') finish(true)
        if (event.key === 'Escape') finish(false)
      }}
    />
  )
}

/** A record's name in a list: a link to it, or the field that it is renamed in. */
export function LinkedName({
  name,
  to,
  label,
  renaming,
  onDone,
}: {
  readonly name: string
  readonly to: string
  /** of the field */
  readonly label: string
  readonly renaming: boolean
  /** null: left as it was */
  readonly onDone: (name: string | null) => void
}) {
  return renaming ? <NameField name={name} label={label} onDone={onDone} /> : <Link to={to}>{name}</Link>
}
