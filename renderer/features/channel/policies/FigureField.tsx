import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermKind } from '../../../../db/channel/policies/rules/termList.ts'
import type { TermValue } from '../../../../db/channel/policies/rules/terms.ts'
import { readFigure, typedFigure } from './figures.ts'
import styles from './policies.module.css'

/** A figure of a policy: in words while it rests, plain while it is typed. What can't be read stays, marked. */
export function FigureField({
  label,
  hint,
  kind,
  value,
  shown,
  nullable = true,
  most,
  onChange,
  onUnread,
}: {
  readonly label: string
  readonly hint: string
  readonly kind: TermKind
  readonly value: TermValue
  /** the value in words */
  readonly shown: string
  readonly nullable?: boolean
  /** the largest figure, where it isn't that of its kind; none below 0 then */
  readonly most?: number
  readonly onChange: (value: number | null) => void
  /** a text can't be read, or can again */
  readonly onUnread: (unread: boolean) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const [unread, setUnread] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const isTyping = typed !== null
  // at once, not in the next frame: what is typed by then would be selected too
  useLayoutEffect(() => {
    if (isTyping) field.current?.select()
  }, [isTyping])
  const settle = (): void => {
    if (typed === null) return
    const figure = readFigure(typed, kind)
    const fails =
      figure === undefined ||
      (figure === null && !nullable) ||
      (most !== undefined && figure !== null && (figure < 0 || figure > most))
    setUnread(fails)
    onUnread(fails)
    if (fails) return
    setTyped(null)
    if (figure !== value) onChange(figure)
  }
  return (
    <input
      ref={field}
      className={styles.figure}
      aria-label={label}
      aria-invalid={unread}
      title={unread ? t('policies.unread', { text: typed ?? '' }) : hint}
      placeholder={typed === null ? shown : hint}
      value={typed ?? shown}
      maxLength={20}
      onFocus={() => typed === null && setTyped(typedFigure(value, kind))}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') {
          setTyped(null)
          setUnread(false)
          onUnread(false)
          event.currentTarget.blur()
        }
      }}
    />
  )
}
