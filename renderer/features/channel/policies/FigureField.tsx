import { useState } from 'react'
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
  readonly onChange: (value: number | null) => void
  /** a text can't be read, or can again */
  readonly onUnread: (unread: boolean) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const [unread, setUnread] = useState(false)
  const settle = (): void => {
    if (typed === null) return
    const figure = readFigure(typed, kind)
    const fails = figure === undefined || (figure === null && !nullable)
    setUnread(fails)
    onUnread(fails)
    if (fails) return
    setTyped(null)
    if (figure !== value) onChange(figure)
  }
  return (
    <input
      className={styles.figure}
      aria-label={label}
      aria-invalid={unread}
      title={unread ? t('policies.unread', { text: typed ?? '' }) : hint}
      placeholder={typed === null ? shown : hint}
      value={typed ?? shown}
      maxLength={20}
      onFocus={(event) => {
        if (typed === null) setTyped(typedFigure(value, kind))
        const field = event.currentTarget
        requestAnimationFrame(() => field.select())
      }}
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
