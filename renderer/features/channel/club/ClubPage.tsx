import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { EventsView } from './EventsView.tsx'
import { MembersView } from './MembersView.tsx'

const VIEWS = ['members', 'events'] as const
type View = (typeof VIEWS)[number]

/** The key-account club (B4.4): its members, or its events: `/channel/club`. */
export function ClubPage() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'members'
  const choice = (
    <Segmented<View>
      aria-label={t('club.viewLabel')}
      value={view}
      onChange={(next) => setSearch({ view: next }, { replace: true })}
      options={VIEWS.map((value) => ({ value, label: t(`club.view.${value}`) }))}
    />
  )
  return view === 'members' ? <MembersView choice={choice} /> : <EventsView choice={choice} />
}
