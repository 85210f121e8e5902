import { useTranslation } from 'react-i18next'
import { Page } from '../../../ui/Page.tsx'
import styles from '../case.module.css'
import { RecoveryTabs } from '../RecoveryTabs.tsx'
import { LimitsSection } from './LimitsSection.tsx'
import { OffersSection } from './OffersSection.tsx'

/** What the department may offer, and who may approve how much of it: `/recovery/settings`. */
export function RecoverySettingsPage() {
  const { t } = useTranslation()
  const title = t('cases.tab.settings')
  return (
    <Page
      title={title}
      crumbs={[{ label: t('cases.title'), to: '/recovery' }, { label: title }]}
      remarks={<RecoveryTabs />}
    >
      <div className={styles.page}>
        <LimitsSection />
        <OffersSection />
      </div>
    </Page>
  )
}
