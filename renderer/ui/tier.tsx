import { useTranslation } from 'react-i18next'
import type { Standing, Tier } from '../../db/evaluation/rules/tiers.ts'
import styles from './tier.module.css'

/** The shape that stands for a tier: diamond, disc, square, ring. Always with a word near it, never colour alone. */
export function TierSign({ tier }: { readonly tier: Tier }) {
  return <span className={styles.sign} data-tier={tier} aria-hidden="true" />
}

/** A tier as shape and word on its tint; `insufficient` and an ungraded account as a quiet word. */
export function TierTag({ standing }: { readonly standing: Standing | null }) {
  const { t } = useTranslation()
  if (standing === null) return <span className={styles.none}>{t('app.tier.none')}</span>
  if (standing === 'insufficient') return <span className={styles.blank}>{t('app.tier.insufficient')}</span>
  return (
    <span className={styles.tag} data-tier={standing}>
      <TierSign tier={standing} />
      {t(`app.tier.${standing}`)}
    </span>
  )
}
