import { nextBirthday } from '../../../../accounts/people/lunar.ts'
import { readBirthday } from '../../../../accounts/people/rules/birthday.ts'
import { addDays, daysBetween } from '../../../../accounts/rules/days.ts'
import { derivedId } from '../../../../kernel/derivedId.ts'
import type { AccountId } from '../../../../kernel/ids.ts'
import { FESTIVAL_DAYS } from '../../rules/festivals.ts'
import { type Around, means, type Wanted } from './around.ts'

/** People whose birthday we may know, each with the account at which they have been longest of those where they are now. */
export const CELEBRATED = `SELECT p.id AS personId, p.birthday, min(e.id), e.account_id AS accountId
  FROM person p JOIN employment e ON e.person_id = p.id AND e.deleted = 0 AND e.until IS NULL
  JOIN account a ON a.id = e.account_id AND a.deleted = 0
  WHERE p.deleted = 0 AND p.birthday IS NOT NULL AND p.erased_at IS NULL
    AND coalesce(p.retain_until, '9999') >= @today`

/** Birthdays to come, solar and lunar; nobody's whose facts may no longer be kept. */
export function* wantedBirthdays({ db, rules, termsOf, today }: Around): Generator<Wanted> {
  const rule = rules.birthday
  if (!rule.on) return
  const people = db.prepare<object, { personId: string; birthday: string; accountId: AccountId }>(
    `${CELEBRATED} GROUP BY p.id`,
  )
  for (const { personId, birthday, accountId } of people.iterate({ today })) {
    const read = readBirthday(birthday)
    if (!read) continue
    const on = nextBirthday(read, today)
    if (daysBetween(today, on) > rule.ahead || !means(rule, termsOf(accountId).tier)) continue
    yield {
      id: derivedId(personId, 'care', 'birthday', on),
      accountId,
      personId,
      why: { code: 'birthday', on, lunar: read.calendar === 'lunar' },
      dueOn: on,
      rule,
    }
  }
}

/** Festival greetings, due on the day before. */
export function* wantedGreetings({ rules, termsOf, today, accountIds }: Around): Generator<Wanted> {
  const rule = rules.festival
  if (!rule.on) return
  for (const festival of rule.festivals) {
    const on = nextBirthday(FESTIVAL_DAYS[festival], today)
    if (daysBetween(today, on) > rule.ahead) continue
    const eve = addDays(on, -1)
    for (const accountId of accountIds)
      if (means(rule, termsOf(accountId).tier))
        yield {
          id: derivedId(accountId, 'care', 'festival', festival, on),
          accountId,
          personId: null,
          why: { code: 'festival', festival, on },
          dueOn: eve < today ? today : eve,
          rule,
        }
  }
}
