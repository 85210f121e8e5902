import { useTranslation } from 'react-i18next'
import type { Standing, Tier } from '../../db/evaluation/rules/tiers.ts'
import styles from './tier.module.css'

/** The shape that stands for a tier: diamond, disc, square, ring. Always with a word near it, never colour alone. */
export function TierSign({ tier }: { readonly tier: Tier }) {
  return (
    <svg className={styles.sign} data-tier={tier} width="9" height="9" viewBox="0 0 10 10" aria-hidden="true">
      {SHAPES[tier]}
    </svg>
  )
}

const SHAPES = {
  key: <path d="M5 0 10 5 5 10 0 5z" fill="currentColor" />,
  main: <circle cx="5" cy="5" r="4.5" fill="currentColor" />,
  ordinary: <rect x="1" y="1" width="8" height="8" rx="0.8" fill="currentColor" />,
  small: <circle cx="5" cy="5" r="3.7" fill="none" stroke="currentColor" strokeWidth="2" />,
} satisfies Record<Tier, React.ReactNode>

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
