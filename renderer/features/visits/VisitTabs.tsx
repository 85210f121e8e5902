import { useTranslation } from 'react-i18next'
import { TabLinks } from '../../ui/TabLinks.tsx'

const TABS = [
  { name: 'year', to: '/visits' },
  { name: 'calendar', to: '/visits/calendar' },
  { name: 'list', to: '/visits/list' },
  { name: 'effect', to: '/visits/effect' },
] as const

/** The parts of the room, each a page under /visits. */
export function VisitTabs() {
  const { t } = useTranslation()
  return (
    <TabLinks
      label={t('visits.title')}
      tabs={TABS.map(({ name, to }) => ({ to, label: t(`visits.tab.${name}`), end: true }))}
    />
  )
}
