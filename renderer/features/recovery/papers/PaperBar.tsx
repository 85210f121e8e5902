import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PAPER_KINDS, PAPER_LANGUAGES, type PaperKind } from '../../../../db/recovery/papers/rules/words.ts'
import type { Language } from '../../../../db/terms/language.ts'
import styles from './papers.module.css'

/** Which paper, and in which language. */
export function PaperBar({
  paper,
  language,
  choose,
  children,
}: {
  readonly paper: PaperKind
  readonly language: Language
  readonly choose: (paper: PaperKind, language: Language) => void
  readonly children?: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div className={styles.bar}>
      <Segmented<PaperKind>
        aria-label={t('papers.kindLabel')}
        value={paper}
        options={PAPER_KINDS.map((value) => ({ value, label: t(`papers.kind.${value}`) }))}
        onChange={(next) => choose(next, language)}
      />
      <Segmented<Language>
        aria-label={t('papers.language')}
        value={language}
        options={PAPER_LANGUAGES.map((value) => ({ value, label: t(`papers.languages.${value}`) }))}
        onChange={(next) => choose(paper, next)}
      />
      {children}
    </div>
  )
}
