import { dayOf } from '../../../accounts/rules/days.ts'
import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import { workdaysOf } from '../../../channel/tasks/service/workdays.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { stayOf } from '../../rules/clashes.ts'
import { visitReader } from '../../service/stored.ts'
import type { visitPlan } from '../contract.ts'
import { dayInMonth, isFree, sameDayIn } from '../rules/freeDay.ts'
import { staysBetween } from './stays.ts'

/** The day of a month for a visit. @throws Refusal VISIT_NOT_FOUND */
export function freeDay(
  kernel: Kernel,
  { month, visitId }: InputOf<typeof visitPlan.freeDay>,
): { day: string | null } {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const { isWorkday } = workdaysOf(db)
  if (visitId === null) {
    const from = today.startsWith(month) ? today : `${month}-01`
    return { day: dayInMonth(from, (day) => day >= today && isWorkday(day)) }
  }
  const visit = visitReader(db)(visitId)
  const members = db
    .prepare<[string], string>('SELECT member_id FROM visit_member WHERE visit_id = ? AND deleted = 0')
    .pluck()
    .all(visitId)
  const { all } = staysBetween(db, { from: `${month}-01`, until: `${month}-31`, except: visitId })
  const fits = (day: string): boolean =>
    day >= today && isWorkday(day) && isFree(members, day, stayOf(visit), all)
  return { day: dayInMonth(sameDayIn(month, visit.day), fits) }
}
