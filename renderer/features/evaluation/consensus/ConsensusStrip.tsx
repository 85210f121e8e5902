import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TabLinks } from '../../../ui/TabLinks.tsx'
import styles from './consensus.module.css'

/** Under the header of the three pages after the reveal: the ways between them, and what the page filters by. */
export function ConsensusStrip({
  roundId,
  children,
}: {
  readonly roundId: string
  readonly children?: ReactNode
}) {
  const { t } = useTranslation()
  const round = `/evaluation/rounds/${roundId}`
  return (
    <div className={styles.strip}>
      <TabLinks
        label={t('consensus.tabs')}
        tabs={(['consensus', 'fairness', 'standing'] as const).map((tab) => ({
          to: `${round}/${tab}`,
          label: t(`consensus.tab.${tab}`),
        }))}
      />
      <div className={styles.stripTools}>{children}</div>
    </div>
  )
}
