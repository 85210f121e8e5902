import { ageOn, nextBirthday, solarToLunar } from '../../../accounts/people/lunar.ts'
import { readBirthday } from '../../../accounts/people/rules/birthday.ts'
import { addDays } from '../../../accounts/rules/days.ts'
import type { AccountId, PersonId } from '../../../kernel/ids.ts'
import { perFile } from '../../../kernel/perFile.ts'
import type { TodayAside, TodayBirthday } from '../contract.ts'
import { type Ask, mineSql, NEAR_DAYS } from './ask.ts'
import { remembered } from './remember.ts'

interface Row {
  readonly personId: PersonId
  readonly person: string
  readonly birthday: string
  readonly accountId: AccountId
  readonly account: string
  readonly title: string
}

/** Birthdays shown at most; what is beyond is counted. */
const MOST = 8

/** People whose birthday we may know, with the account at which they have been longest of those where they are now. */
const sql = (whose: string): string =>
  `SELECT p.id AS personId, p.name AS person, p.birthday, min(e.id), a.id AS accountId, a.name AS account, e.title
   FROM json_each(@near) near CROSS JOIN person p INDEXED BY person_birthday ON substr(p.birthday, -5) = near.value
   CROSS JOIN employment e ON e.person_id = p.id AND e.deleted = 0 AND e.until IS NULL
   CROSS JOIN account a ON a.id = e.account_id AND a.deleted = 0
   WHERE p.birthday IS NOT NULL AND p.deleted = 0 AND p.erased_at IS NULL
     AND coalesce(p.retain_until, '9999') >= @today AND ${whose}
   GROUP BY p.id`

const statementsOf = perFile((db) => ({
  all: db.prepare<[object], Row>(sql('1')),
  mine: db.prepare<[object], Row>(sql(mineSql('a.owner_id', 'a.id'))),
}))

const two = (number: number): string => String(number).padStart(2, '0')

/** The ends of birthdays' texts that may be kept within the next days: month and day of both calendars, near enough. */
function endsNear(today: string): string[] {
  const ends = new Set<string>()
  for (let ahead = 0; ahead <= NEAR_DAYS; ahead += 1) {
    const day = addDays(today, ahead)
    const { month, day: lunarDay } = solarToLunar(day)
    ends.add(day.slice(5))
    // kept a day early in years and months that lack it
    if (day.endsWith('-02-28')) ends.add('02-29')
    for (const one of lunarDay === 29 ? [29, 30] : [lunarDay]) {
      ends.add(`${two(month)}-${two(one)}`)
      ends.add(`${month % 10}L-${two(one)}`)
    }
  }
  return [...ends]
}

function work({ db, today, whose, params }: Ask): TodayAside['birthdays'] {
  const until = addDays(today, NEAR_DAYS)
  const near = JSON.stringify(endsNear(today))
  const rows = statementsOf(db)
    [whose].all({ ...params, near })
    .flatMap((row): TodayBirthday[] => {
      const birthday = readBirthday(row.birthday)
      const on = birthday && nextBirthday(birthday, today)
      if (!birthday || on === undefined || on > until) return []
      const { personId, person, accountId, account, title } = row
      return [
        { personId, person, accountId, account, title, on, birthday: row.birthday, age: ageOn(birthday, on) },
      ]
    })
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.personId.localeCompare(b.personId))
  return { count: rows.length, rows: rows.slice(0, MOST) }
}

/** Birthdays 生日 within the next seven days, solar and lunar. */
export const birthdaysNear = remembered(
  ['person', 'employment', 'account', 'member', 'group_seat'],
  ({ today, whose, params }: Ask) => `${today} ${whose} ${params.me}`,
  work,
)
