import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Consultation } from '../../../../db/channel/consultations/contract.ts'
import { leaning, share } from '../../../../db/channel/consultations/rules/opinions.ts'
import styles from '../../../shared/ledger/ledger.module.css'

const PARTS = ['for', 'neutral', 'against', 'silent'] as const
const SIGNS = { for: '▲', neutral: '▬', against: '▼', silent: '○' } as const

/** What the opinions come to, as a sentence that is computed from them. */
export function resultSentence(
  { asked, answered, weights }: Pick<Consultation, 'asked' | 'answered' | 'weights'>,
  t: TFunction,
): string {
  const whole = weights.for + weights.neutral + weights.against + weights.silent
  const result = { asked, answered, weights, whole }
  const leans = leaning(result)
  if (asked === 0) return t('consultations.result.nobody')
  if (leans === 'none') return t('consultations.result.silent', { asked })
  return t(`consultations.result.${leans}`, {
    asked,
    answered,
    for: share(weights.for, result),
    against: share(weights.against, result),
  })
}

/** Opinions by weight as one bar, with its words under it: never colour alone. */
export function ResultBar({ consultation }: { readonly consultation: Consultation }) {
  const { t } = useTranslation()
  const { weights } = consultation
  const whole = PARTS.reduce((sum, part) => sum + weights[part], 0)
  const sentence = resultSentence(consultation, t)
  return (
    <div>
      <p className={styles.sentence}>{sentence}</p>
      <div className={styles.bar} role="img" aria-label={sentence}>
        {whole > 0 &&
          PARTS.map((part) => (
            <span key={part} data-part={part} style={{ width: `${(weights[part] * 100) / whole}%` }} />
          ))}
      </div>
      <p className={styles.barWords}>
        {PARTS.map((part) => (
          <span key={part}>
            {SIGNS[part]} {t(`consultations.stance.${part}`)} {weights[part]}
          </span>
        ))}
      </p>
    </div>
  )
}
