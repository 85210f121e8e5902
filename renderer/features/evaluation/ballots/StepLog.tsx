import { useTranslation } from 'react-i18next'
import type { RoundStep } from '../../../../db/evaluation/ballots/contract.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatMoment } from '../../../ui/format.ts'
import styles from './ballots.module.css'

/** Every step that the round took: by whom, when, and why where it went back. */
export function StepLog({ steps }: { readonly steps: readonly RoundStep[] }) {
  const { t } = useTranslation()
  if (steps.length === 0) return null
  return (
    <Section title={t('ballots.log.title')}>
      <ol className={styles.log}>
        {steps.toReversed().map(({ from, to, at, by, reason }) => (
          <li key={at}>
            <time dateTime={at}>{formatMoment(at, spokenLanguage(), t('app.status.today'))}</time>
            <span>
              {t('ballots.log.line', {
                who: by || t('ballots.log.nobody'),
                from: t(`ballots.state.${from}`),
                to: t(`ballots.state.${to}`),
              })}
            </span>
            {reason !== '' && <span className={styles.quiet}>{reason}</span>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
