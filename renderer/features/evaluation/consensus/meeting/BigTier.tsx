import { useTranslation } from 'react-i18next'
import type { Standing } from '../../../../../db/evaluation/rules/tiers.ts'
import { TierSign } from '../../../../ui/tier.tsx'
import styles from './side.module.css'

/** A standing as sign and word on its tint, large enough for a projector. */
export function BigTier({ standing }: { readonly standing: Standing }) {
  const { t } = useTranslation()
  return (
    <span className={styles.tier} data-tier={standing}>
      {standing !== 'insufficient' && (
        <span className={styles.sign}>
          <TierSign tier={standing} />
        </span>
      )}
      {t(`app.tier.${standing}`)}
    </span>
  )
}
