import type Database from 'better-sqlite3'
import { addDays, dayOf, daysBetween } from '../../../accounts/rules/days.ts'
import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import { workdaysOf } from '../../../channel/tasks/service/workdays.ts'
import { almanacOf } from '../../../department/calendar/almanac.ts'
import { calendarOf } from '../../../department/calendar/service/read.ts'
import type { MemberId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { listExecutives } from '../../service/executives.ts'
import { listVisits } from '../../service/read.ts'
import {
  type BusyTime,
  type CalendarDay,
  type CalendarVisit,
  MOST_DAYS_SHOWN,
  type visitCalendar,
} from '../contract.ts'

/** The days of a span with visits and busy times. */
export function calendarSpan(kernel: Kernel, { from, until: asked }: InputOf<typeof visitCalendar.span>) {
  const { db } = kernel
  const last = addDays(from, MOST_DAYS_SHOWN - 1)
  const until = asked < from ? from : asked > last ? last : asked
  const busy = busyBetween(db, from, until)
  const members = listExecutives(kernel).map(({ memberId, name }) => ({ memberId, name }))
  const others = busy.filter(({ memberId }) => members.every((known) => known.memberId !== memberId))
  return {
    today: dayOf(kernel.now()),
    days: daysOf(db, from, until),
    visits: visitsOf(kernel, from, until),
    busy,
    members: [
      ...members,
      ...[...new Map(others.map(({ memberId, member }) => [memberId, member]))].map(([memberId, name]) => ({
        memberId,
        name,
      })),
    ],
  }
}

function daysOf(db: Database.Database, from: string, until: string): CalendarDay[] {
  const { isWorkday } = workdaysOf(db)
  const { calendar } = calendarOf(db, null)
  const days: CalendarDay[] = []
  for (let on = from; on <= until; on = addDays(on, 1)) {
    const year = on.slice(0, 4)
    const almanac = almanacOf(Number(year))[daysBetween(`${year}-01-01`, on)]
    days.push({
      on,
      lunarMonth: almanac?.month ?? 1,
      lunarLeap: almanac?.leap ?? false,
      lunarDay: almanac?.day ?? 1,
      festival: almanac?.festival ?? null,
      workday: isWorkday(on),
      name: calendar.days[on]?.name ?? '',
    })
  }
  return days
}

function visitsOf(kernel: Kernel, from: string, until: string): CalendarVisit[] {
  const members = membersBetween(kernel.db, from, until)
  return listVisits(kernel, { from, until })
    .rows.filter(({ state }) => state !== 'cancelled')
    .map((line): CalendarVisit => {
      const { id, code, title, account, accounts, tier, day, time, minutes, city } = line
      const { state, missed, direction, lead, trip } = line
      return {
        ...{
          id,
          code,
          title,
          account,
          accounts,
          tier,
          day,
          time,
          minutes,
          city,
          state,
          direction,
          lead,
          trip,
        },
        missed: missed || state === 'notHeld',
        memberIds: members.get(id) ?? [],
      }
    })
}

function membersBetween(db: Database.Database, from: string, until: string): ReadonlyMap<string, MemberId[]> {
  const members = new Map<string, MemberId[]>()
  for (const { visitId, memberId } of db
    .prepare<[string, string], { visitId: string; memberId: MemberId }>(
      `SELECT q.visit_id AS visitId, q.member_id AS memberId FROM visit v
       JOIN visit_member q ON q.visit_id = v.id AND q.deleted = 0
       WHERE v.day BETWEEN ? AND ? AND v.deleted = 0 ORDER BY q.part = 'leads' DESC, q.id`,
    )
    .iterate(from, until)) {
    const known = members.get(visitId)
    if (known) known.push(memberId)
    else members.set(visitId, [memberId])
  }
  return members
}

const busyBetween = (db: Database.Database, from: string, until: string): BusyTime[] =>
  db
    .prepare<object, BusyTime>(
      `SELECT b.id, b.member_id AS memberId, m.name AS member, b.title, b.city, b.starts_at AS startsAt, b.ends_at AS endsAt
       FROM busy_time b JOIN member m ON m.id = b.member_id AND m.deleted = 0
       WHERE b.starts_at < @until || ' 24:00' AND b.ends_at > @from || ' 00:00' AND b.deleted = 0
       ORDER BY b.starts_at, b.id`,
    )
    .all({ from, until })
