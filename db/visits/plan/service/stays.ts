import type Database from 'better-sqlite3'
import { addDays } from '../../../accounts/rules/days.ts'
import { type Stay, stayOf } from '../../rules/clashes.ts'
import { stayOn } from '../../service/clashes.ts'
import type { StaysOf } from '../rules/freeDay.ts'

const NOWHERE: readonly Stay[] = []

/** Where our people are in a span of days (both ends among them): visits that are still to be or were, and busy times. */
export interface Stays {
  readonly all: StaysOf
  /** what their own calendars say alone */
  readonly busy: StaysOf
  /** visits alone */
  readonly visits: StaysOf
}

/**
 * Reads where our people are, at once.
 * @param except a visit that doesn't count, as it is the one to be moved
 */
export function staysBetween(
  db: Database.Database,
  { from, until, except = '' }: { readonly from: string; readonly until: string; readonly except?: string },
): Stays {
  const visits = byMemberAndDay(visitStays(db, from, until, except))
  const busy = byMemberAndDay(busyStays(db, from, until))
  return {
    visits,
    busy,
    all: (memberId, day) => {
      const [one, other] = [visits(memberId, day), busy(memberId, day)]
      return other.length === 0 ? one : [...one, ...other]
    },
  }
}

interface Placed {
  readonly memberId: string
  readonly day: string
  readonly stay: Stay
}

function byMemberAndDay(placed: Iterable<Placed>): StaysOf {
  const found = new Map<string, Stay[]>()
  for (const { memberId, day, stay } of placed) {
    const key = `${memberId} ${day}`
    const stays = found.get(key)
    if (stays) stays.push(stay)
    else found.set(key, [stay])
  }
  return (memberId, day) => found.get(`${memberId} ${day}`) ?? NOWHERE
}

interface VisitRow {
  readonly memberId: string
  readonly day: string
  readonly time: string
  readonly minutes: number
  readonly city: string
}

function* visitStays(db: Database.Database, from: string, until: string, except: string): Generator<Placed> {
  const rows = db
    .prepare<object, VisitRow>(
      `SELECT q.member_id AS memberId, v.day, v.time, v.minutes, v.city FROM visit v
       JOIN visit_member q ON q.visit_id = v.id AND q.deleted = 0
       WHERE v.day BETWEEN @from AND @until AND v.id <> @except AND v.deleted = 0
         AND v.progress ->> '$.state' NOT IN ('cancelled', 'notHeld')`,
    )
    .iterate({ from, until, except })
  for (const { memberId, day, ...visit } of rows) yield { memberId, day, stay: stayOf(visit) }
}

interface BusyRow {
  readonly memberId: string
  readonly city: string
  readonly startsAt: string
  readonly endsAt: string
}

function* busyStays(db: Database.Database, from: string, until: string): Generator<Placed> {
  const rows = db
    .prepare<object, BusyRow>(
      `SELECT member_id AS memberId, city, starts_at AS startsAt, ends_at AS endsAt FROM busy_time
       WHERE starts_at < @until || ' 24:00' AND ends_at > @from || ' 00:00' AND deleted = 0`,
    )
    .iterate({ from, until })
  for (const { memberId, city, startsAt, endsAt } of rows) {
    const first = startsAt.slice(0, 10) < from ? from : startsAt.slice(0, 10)
    for (let day = first; day <= until && `${day} 00:00` < endsAt; day = addDays(day, 1))
      yield { memberId, day, stay: stayOn(day, startsAt, endsAt, city) }
  }
}
