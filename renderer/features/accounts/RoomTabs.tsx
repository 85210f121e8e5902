import { useTranslation } from 'react-i18next'
import { TabLinks } from '../../ui/TabLinks.tsx'

/** The lists of the customer archive, in their order; each has an address. */
const LISTS = [
  { name: 'accounts', to: '/accounts' },
  { name: 'people', to: '/people' },
  { name: 'log', to: '/log' },
  { name: 'promises', to: '/promises' },
  { name: 'handover', to: '/handover' },
  { name: 'whiteSpace', to: '/whitespace' },
  { name: 'duplicates', to: '/duplicates' },
] as const

/** The tabs between the archive's lists, for the header of each of them. */
export function RoomTabs() {
  const { t } = useTranslation()
  return (
    <TabLinks
      label={t('accounts.title')}
      tabs={LISTS.map(({ name, to }) => ({ to, label: t(`accounts.list.${name}`), end: true }))}
    />
  )
}
