import type { ReactNode } from 'react'
import type { OpenedPaper } from '../../../../db/recovery/papers/contract.ts'
import sheetStyles from '../../../shared/paper/paper.module.css'

/** A paper on the screen as it is printed: its head, title, and whatever stands on it. */
export function PaperSheet({
  frame,
  label,
  title,
  children,
}: {
  readonly frame: OpenedPaper['frame'] | null
  /** what the paper is called, for those who can't see it */
  readonly label: string
  readonly title: ReactNode
  readonly children: ReactNode
}) {
  return (
    <article className={sheetStyles.sheet} aria-label={label}>
      {frame && (
        <header className={sheetStyles.head}>
          <span>{frame.head}</span>
          <span>{frame.headRight}</span>
        </header>
      )}
      {title}
      {frame && <p className={sheetStyles.quiet}>{frame.subtitle}</p>}
      {children}
    </article>
  )
}
