import { useTranslation } from 'react-i18next'
import type { Standing, Tier } from '../../db/evaluation/rules/tiers.ts'
import styles from './tier.module.css'
import { TIER_SHAPES } from './tierElement.ts'

/** The shape that stands for a tier: diamond, disc, square, ring. Always with a word near it, never colour alone. */
export function TierSign({ tier }: { readonly tier: Tier }) {
  const { 'stroke-width': strokeWidth, ...shape } = { 'stroke-width': 0, ...TIER_SHAPES[tier] }
  return (
    <svg className={styles.sign} data-tier={tier} width="9" height="9" viewBox="0 0 10 10" aria-hidden="true">
      <path {...shape} strokeWidth={strokeWidth} />
    </svg>
  )
}

/** A tier as shape and word on its tint; `insufficient` and an ungraded account as a quiet word. */
export function TierTag({ standing }: { readonly standing: Standing | null }) {
  const { t } = useTranslation()
  if (standing === null) return <span className={styles.none}>{t('app.tier.none')}</span>
  if (standing === 'insufficient') return <BlankTag text={t('app.tier.insufficient')} />
  return (
    <span className={styles.tag} data-tier={standing}>
      <TierSign tier={standing} />
      {t(`app.tier.${standing}`)}
    </span>
  )
}

/** An outlined tag for what keeps an account from its tier: `缺 2 格`. */
export function BlankTag({ text }: { readonly text: string }) {
  return <span className={styles.blank}>{text}</span>
}
