import type { CalendarVisit } from '../../../../db/visits/calendar/contract.ts'
import { markLook } from '../plan/markLook.ts'
import { MarkSign } from '../plan/VisitMark.tsx'

/** The sign of a visit in a calendar: the same as in the year's plan. */
export function VisitSign({ visit }: { readonly visit: CalendarVisit }) {
  return <MarkSign lead={visit.lead} look={markLook(visit)} came={visit.direction === 'come'} />
}
