import type Database from 'better-sqlite3'
import type { VisitId } from '../../kernel/ids.ts'
import type { Clash } from '../contract.ts'
import { clashOf, minuteOf, type Stay, stayOf } from '../rules/clashes.ts'

interface Planned {
  readonly id: VisitId
  readonly day: string
  readonly time: string
  readonly minutes: number
  readonly city: string
}

type Other = Planned & Pick<Clash, 'memberId' | 'member' | 'what'>

/**
 * Where members of a visit can't be there: other visits of the day, and what their own calendars say.
 * @param leadOnly whether only who leads counts
 */
export function clashesOf(db: Database.Database, visit: Planned, leadOnly = false): Clash[] {
  const own = stayOf(visit)
  const clash = (other: Other, stay: Stay, visitId: VisitId | null, hours: string): Clash[] => {
    const kind = clashOf(own, stay)
    const { memberId, member, what, city } = other
    return kind === null ? [] : [{ memberId, member, what, city, hours, kind, visitId }]
  }
  return [
    ...otherVisits(db, visit, leadOnly).flatMap((other) => clash(other, stayOf(other), other.id, other.time)),
    ...busyTimes(db, visit, leadOnly).flatMap(({ startsAt, endsAt, ...other }) => {
      const stay = stayOn(visit.day, startsAt, endsAt, other.city)
      return clash({ ...visit, ...other }, stay, null, `${startsAt.slice(11)}–${endsAt.slice(11)}`)
    }),
  ]
}

const led = (leadOnly: boolean, alias: string): string => (leadOnly ? `AND ${alias}.part = 'leads'` : '')

/** Other visits of the day that are still to be, with members of this one. */
const otherVisits = (db: Database.Database, { id, day }: Planned, leadOnly: boolean): Other[] =>
  db
    .prepare<object, Other>(
      `SELECT v.id, v.day, v.time, v.minutes, v.city, m.id AS memberId, m.name AS member,
         coalesce(nullif(v.title, ''), (SELECT a.name FROM visit_account w JOIN account a ON a.id = w.account_id
           WHERE w.visit_id = v.id AND w.deleted = 0 ORDER BY w.order_key, w.id LIMIT 1), v.code) AS what
       FROM visit v JOIN visit_member theirs ON theirs.visit_id = v.id AND theirs.deleted = 0
       JOIN visit_member ours ON ours.member_id = theirs.member_id AND ours.visit_id = @id AND ours.deleted = 0
         ${led(leadOnly, 'ours')}
       JOIN member m ON m.id = ours.member_id AND m.deleted = 0
       WHERE v.day = @day AND v.id <> @id AND v.deleted = 0
         AND v.progress ->> '$.state' NOT IN ('cancelled', 'notHeld') ORDER BY v.time, v.id`,
    )
    .all({ id, day })

/** What members' own calendars say of the day. */
const busyTimes = (
  db: Database.Database,
  { id, day }: Planned,
  leadOnly: boolean,
): (Pick<Clash, 'memberId' | 'member' | 'what' | 'city'> & { startsAt: string; endsAt: string })[] =>
  db
    .prepare<
      object,
      Pick<Clash, 'memberId' | 'member' | 'what' | 'city'> & { startsAt: string; endsAt: string }
    >(
      `SELECT b.title AS what, b.city, b.starts_at AS startsAt, b.ends_at AS endsAt, m.id AS memberId, m.name AS member
       FROM visit_member ours JOIN busy_time b ON b.member_id = ours.member_id AND b.deleted = 0
       JOIN member m ON m.id = ours.member_id AND m.deleted = 0
       WHERE ours.visit_id = @id AND ours.deleted = 0 ${led(leadOnly, 'ours')}
         AND b.starts_at < @day || ' 24:00' AND b.ends_at > @day || ' 00:00' ORDER BY b.starts_at, b.id`,
    )
    .all({ id, day })

/** The part of a busy time that falls on a day. */
export function stayOn(day: string, startsAt: string, endsAt: string, city: string): Stay {
  const from = startsAt.slice(0, 10) < day ? 0 : minuteOf(startsAt.slice(11))
  const to = endsAt.slice(0, 10) > day ? MINUTES_A_DAY : minuteOf(endsAt.slice(11))
  return { city, from, to }
}

const MINUTES_A_DAY = 1_440
