import { dayOf } from '../../../accounts/rules/days.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { isAhead } from '../../../visits/rules/states.ts'
import { listVisits } from '../../../visits/service/read.ts'
import { getVisit } from '../../../visits/service/sheet.ts'
import type { TodayVisit } from '../contract.ts'

/** Visits of a day shown at most. */
const MOST = 3

/** The executive visits of today that are to be, or are being held. */
export function visitsToday(kernel: Kernel): TodayVisit[] {
  const today = dayOf(kernel.now())
  return listVisits(kernel, { from: today, until: today })
    .rows.filter(({ state }) => isAhead(state) || state === 'held')
    .slice(0, MOST)
    .map(({ id, time, account, title, code, tier, lead, state }) => {
      const { visit } = getVisit(kernel, { visitId: id })
      const first = visit.theirs.find(({ gone }) => !gone)
      return {
        visitId: id,
        time,
        name: account ?? (title || code),
        tier,
        lead,
        meets: first ? `${first.name} ${first.title}`.trim() : null,
        place: visit.place || visit.city,
        ready: visit.readiness.points,
        isFrozen: state === 'frozen',
      }
    })
}
