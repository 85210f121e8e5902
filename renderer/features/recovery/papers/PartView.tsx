import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Part } from '../../../../db/recovery/papers/rules/filling.ts'
import { PAPER_LIMITS } from '../../../../db/recovery/papers/rules/limits.ts'
import { BlocksView } from '../../../shared/paper/BlocksView.tsx'
import styles from './papers.module.css'

/** How many characters of a paragraph name it. */
const NAMED = 24

/** A line of a paper: a click makes it a field, in which it is written anew for this paper. */
export function PartView({
  part,
  isRewritten,
  write,
  look,
}: {
  readonly part: Part
  readonly isRewritten: boolean
  /** null takes back what was written */
  readonly write: (text: string | null) => void
  /** how it looks where it isn't as its blocks are */
  readonly look?: ReactNode
}) {
  const { t } = useTranslation()
  const [writing, setWriting] = useState(false)
  const { plain } = part
  if (plain === null) return <BlocksView blocks={part.blocks} />
  if (writing)
    return (
      <Rewriting
        first={plain}
        close={(text) => {
          setWriting(false)
          if (text !== null && text !== plain) write(text)
        }}
      />
    )
  return (
    <div className={styles.part} data-rewritten={isRewritten || undefined}>
      {part.blocks.length === 0 ? (
        <p className={styles.quiet}>{t('papers.dropped')}</p>
      ) : (
        (look ?? <BlocksView blocks={part.blocks} />)
      )}
      <button
        type="button"
        className={styles.cover}
        aria-label={t('papers.change', { text: plain.slice(0, NAMED) })}
        onClick={() => setWriting(true)}
      />
      {isRewritten && (
        <Button size="small" type="link" className={styles.restore ?? ''} onClick={() => write(null)}>
          {t('papers.restore')}
        </Button>
      )}
    </div>
  )
}

/** The field of a paragraph. @param close with what was written, null where it stays as it was */
function Rewriting({
  first,
  close,
}: {
  readonly first: string
  readonly close: (text: string | null) => void
}) {
  const { t } = useTranslation()
  const [text, setText] = useState(first)
  return (
    <div className={styles.rewriting}>
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 2, maxRows: 20 }}
        aria-label={t('papers.changeLabel')}
        maxLength={PAPER_LIMITS.line}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => close(text.trim())}
        onKeyDown={(key) => {
          if (key.nativeEvent.isComposing) return
          if (key.key === 'Escape') close(null)
          if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) close(text.trim())
        }}
      />
      <p className={styles.quiet}>{t('papers.changeHint')}</p>
    </div>
  )
}
