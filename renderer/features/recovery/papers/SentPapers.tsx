import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../client/engine.ts'
import { shortMoment } from '../../../shared/clocks/clockText.ts'
import { Section } from '../../../ui/bits.tsx'
import styles from './papers.module.css'

/** The papers about a case that left the workstation, the newest first. */
export function SentPapers({ caseId, now }: { readonly caseId: string; readonly now: number }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.papers.list.queryOptions({ input: { caseId } }))
  const sent = data?.papers ?? []
  return (
    <Section title={t('papers.sent')} remark={sent.length > 0 ? sent.length : ''}>
      {data && sent.length === 0 && <p className={styles.quiet}>{t('papers.none')}</p>}
      <ul className={styles.sent}>
        {sent.map(({ id, paper, language, format, by, at }) => (
          <li key={id}>
            <span>
              {t('papers.line', {
                paper: t(`papers.kind.${paper}`),
                language: t(`papers.languages.${language}`),
                format: t(format === 'pdf' ? 'papers.pdf' : 'papers.word'),
              })}
            </span>
            <span className={styles.quiet}>{t('papers.by', { by, at: shortMoment(at, now) }).trim()}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
