import { useTranslation } from 'react-i18next'
import { TabLinks } from '../../ui/TabLinks.tsx'

const TABS = [
  'requests',
  'tasks',
  'policies',
  'club',
  'incentives',
  'quality',
  'mystery',
  'consultations',
  'effort',
  'figures',
] as const

/** The parts of the VIP channel, each a page under /channel. */
export function ChannelTabs() {
  const { t } = useTranslation()
  return (
    <TabLinks
      label={t('channel.title')}
      tabs={TABS.map((tab) => ({ to: `/channel/${tab}`, label: t(`channel.tab.${tab}`) }))}
    />
  )
}
