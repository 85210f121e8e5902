import { useTranslation } from 'react-i18next'
import { TabLinks } from '../../ui/TabLinks.tsx'

const TABS = [
  { name: 'cases', to: '/recovery' },
  { name: 'lost', to: '/recovery/lost' },
  { name: 'ideas', to: '/recovery/ideas' },
  { name: 'surveys', to: '/recovery/surveys' },
  { name: 'patterns', to: '/recovery/patterns' },
  { name: 'papers', to: '/recovery/papers' },
  { name: 'settings', to: '/recovery/settings' },
] as const

/** The parts of the room, each a page under /recovery. */
export function RecoveryTabs() {
  const { t } = useTranslation()
  return (
    <TabLinks
      label={t('cases.title')}
      tabs={TABS.map(({ name, to }) => ({ to, label: t(`cases.tab.${name}`), end: true }))}
    />
  )
}
