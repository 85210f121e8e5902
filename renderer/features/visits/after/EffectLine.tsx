import { useTranslation } from 'react-i18next'
import type { VisitEffect } from '../../../../db/visits/minutes/contract.ts'
import { EFFECT_PARTS } from '../../../../db/visits/minutes/rules/effect.ts'
import { Ring } from '../../../ui/bits.tsx'
import styles from './after.module.css'

const PARTS = ['objective', 'commitments', 'attitude', 'next'] as const

/** How a visit worked, 0–100, with its parts; a part that can't be told yet says so and counts neither way. */
export function EffectLine({ effect }: { readonly effect: VisitEffect }) {
  const { t } = useTranslation()
  return (
    <div className={styles.effect}>
      {effect.points === null ? (
        <p className={styles.quiet}>{t('visits.effect.unknown')}</p>
      ) : (
        <Ring percent={effect.points} label={t('visits.effect.title')} size={56} />
      )}
      <dl>
        {PARTS.map((part) => (
          <div key={part}>
            <dt>{t(`visits.effect.${part}`)}</dt>
            <dd>
              {effect[part] === null ? t('visits.effect.notYet') : `${effect[part]} / ${EFFECT_PARTS[part]}`}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
