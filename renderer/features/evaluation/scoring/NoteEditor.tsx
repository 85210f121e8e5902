import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../i18n/problemText.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import styles from './note.module.css'

/** Where and what a note is written on. */
export interface NoteTarget {
  readonly row: number
  readonly column: number
  readonly rowId: string
  readonly columnId: string
  readonly account: string
  readonly indicator: string
  readonly text: string
  /** the cell on the screen */
  readonly box: DOMRect
}

const WIDTH = 320
const HEIGHT = 190
/** A pause this long while writing saves what there is. */
const SAVE_AFTER_MS = 1_200

/** The note on one mark, at its cell. Saved in every pause and on leaving; Ctrl+Enter or Esc closes. */
export function NoteEditor({
  target,
  save,
  close,
}: {
  readonly target: NoteTarget
  readonly save: (text: string) => Promise<Problem | null>
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const [text, setText] = useState(target.text)
  const [problem, setProblem] = useState<Problem | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const written = useRef(target.text)
  const latest = useRef({ text, save })
  latest.current = { text, save }
  const write = async (): Promise<boolean> => {
    const { text: now, save: put } = latest.current
    if (now === written.current) return true
    const before = written.current
    written.current = now
    const refused = await put(now)
    // not on the disk: the next attempt has to send it again
    if (refused) written.current = before
    setProblem(refused)
    return refused === null
  }
  const latestWrite = useRef(write)
  latestWrite.current = write
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(target.text.length, target.text.length)
  }, [target])
  useEffect(() => {
    if (text === written.current) return
    const timer = setTimeout(() => void latestWrite.current(), SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => () => void latestWrite.current(), [])
  const leave = async (): Promise<void> => {
    if (await write()) close()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      event.preventDefault()
      event.stopPropagation()
      void leave()
    }
  }
  return (
    <div
      className={styles.editor}
      style={placeAt(target.box)}
      role="dialog"
      aria-label={t('scoring.note.title', { account: target.account, indicator: target.indicator })}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void leave()
      }}
    >
      <strong className={styles.title}>
        {target.account} · {target.indicator}
      </strong>
      <textarea
        ref={field}
        className={styles.field}
        value={text}
        maxLength={2_000}
        rows={5}
        aria-label={t('scoring.facts.note')}
        placeholder={t('scoring.note.placeholder')}
        onChange={(event) => setText(event.target.value)}
      />
      {problem && <ErrorNote problem={problem} />}
      <span className={styles.hint}>
        {text.length >= 2_000 ? t('scoring.note.limit') : t('scoring.note.saved')}
      </span>
    </div>
  )
}

/** Beside the cell where there is room, inside the window always. */
function placeAt(box: DOMRect): { left: number; top: number; width: number } {
  const right = box.right + 6
  const left = right + WIDTH > window.innerWidth ? Math.max(8, box.left - WIDTH - 6) : right
  return { left, top: Math.max(8, Math.min(box.top, window.innerHeight - HEIGHT)), width: WIDTH }
}
