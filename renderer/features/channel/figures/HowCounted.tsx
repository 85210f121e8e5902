import { useTranslation } from 'react-i18next'
import styles from './figures.module.css'

const RULES = ['asked', 'onTime', 'update', 'times', 'reopen', 'promises', 'cadence'] as const

/** How the figures are counted, word by word as the engine does. */
export function HowCounted() {
  const { t } = useTranslation()
  return (
    <details className={styles.how}>
      <summary>{t('figures.how.title')}</summary>
      <dl>
        {RULES.map((rule) => (
          <div key={rule}>
            <dt>{t(`figures.how.${rule}.name`)}</dt>
            <dd>{t(`figures.how.${rule}.rule`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
