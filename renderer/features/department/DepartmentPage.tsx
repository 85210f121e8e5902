import { useTranslation } from 'react-i18next'
import { Navigate, useParams } from 'react-router'
import { Page } from '../../ui/Page.tsx'
import { TabLinks } from '../../ui/TabLinks.tsx'
import { CalendarTab } from './calendar/CalendarTab.tsx'
import { HelpTab } from './HelpTab.tsx'
import { HistoryTab } from './HistoryTab.tsx'
import { MembersTab } from './MembersTab.tsx'
import { PrivacyTab } from './PrivacyTab.tsx'
import { SafetyTab } from './SafetyTab.tsx'
import { SettingsTab } from './SettingsTab.tsx'

const TABS = {
  members: MembersTab,
  calendar: CalendarTab,
  safety: SafetyTab,
  privacy: PrivacyTab,
  history: HistoryTab,
  settings: SettingsTab,
  help: HelpTab,
} as const
const TAB_NAMES = [
  'members',
  'calendar',
  'safety',
  'privacy',
  'history',
  'settings',
  'help',
] as const satisfies (keyof typeof TABS)[]

/** The department 部门: its people, the safety of its data, what was done, this laptop's settings, help. */
export function DepartmentPage() {
  const { t } = useTranslation()
  const { tab } = useParams()
  const name = TAB_NAMES.find((one) => one === tab)
  if (name === undefined) return <Navigate to="/department/members" replace />
  const Tab = TABS[name]
  return (
    <Page
      title={t('department.title')}
      crumbs={[{ label: t('department.title'), to: '/department' }, { label: t(`department.tab.${name}`) }]}
      remarks={
        <TabLinks
          label={t('department.title')}
          tabs={TAB_NAMES.map((one) => ({ to: `/department/${one}`, label: t(`department.tab.${one}`) }))}
        />
      }
      fixed={name === 'members' || name === 'calendar'}
    >
      <Tab />
    </Page>
  )
}
