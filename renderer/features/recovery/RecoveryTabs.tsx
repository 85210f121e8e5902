import { useTranslation } from 'react-i18next'
import { TabLinks } from '../../ui/TabLinks.tsx'

const TABS = [
  { name: 'cases', to: '/recovery' },
  { name: 'lost', to: '/recovery/lost' },
  { name: 'papers', to: '/recovery/papers' },
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
