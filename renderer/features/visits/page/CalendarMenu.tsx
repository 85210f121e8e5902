import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { VisitSheet } from '../../../../db/visits/contract.ts'
import { CalendarOutlined } from '../../../ui/icons.tsx'
import { saveCalendar } from '../saveCalendar.ts'

/** A visit, or the trip that it belongs to, as a file for other calendars. */
export function CalendarMenu({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const { id, tripId } = visit
  const one = (): void => void saveCalendar({ visitIds: [id] }, t)
  if (tripId === null)
    return (
      <Button icon={<CalendarOutlined />} onClick={one}>
        {t('visits.ics')}
      </Button>
    )
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'visit', label: t('visits.icsVisit'), onClick: one },
          { key: 'trip', label: t('visits.icsTrip'), onClick: () => void saveCalendar({ tripId }, t) },
        ],
      }}
    >
      <Button icon={<CalendarOutlined />}>{t('visits.ics')}</Button>
    </Dropdown>
  )
}
