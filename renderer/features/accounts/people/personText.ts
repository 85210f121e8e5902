import type { TFunction } from 'i18next'
import type { BirthdayShown } from '../../../../db/accounts/people/contract.ts'
import { birthdayText, readBirthday } from '../../../../db/accounts/people/rules/birthday.ts'
import { PERSON_FACTS } from '../../../../db/accounts/portrait/rules/personFacts.ts'
import { dayOf, daysBetween } from '../../../../db/accounts/rules/days.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { formatDay } from '../../../ui/format.ts'

/** Today as YYYY-MM-DD. */
export const today = (): string => dayOf(Date.now())

/** A kept birthday in words; an empty text where there is none. */
export function birthdayWords(stored: string | null, { year = true } = {}): string {
  const birthday = stored === null ? undefined : readBirthday(stored)
  if (!birthday) return ''
  return birthdayText(year ? birthday : { ...birthday, year: null }, spokenLanguage())
}

/** How soon a birthday is, where it is within a week: today, tomorrow, the day of the week. */
export function birthdaySoon({ next }: BirthdayShown, t: TFunction): string | null {
  const days = daysBetween(today(), next)
  if (days > BIRTHDAY_NEAR) return null
  if (days === 0) return t('people.day.today')
  if (days === 1) return t('people.day.tomorrow')
  if (days === 2) return t('people.day.afterTomorrow')
  return formatDay(`${next}T12:00:00`, spokenLanguage()).slice(-3).trim()
}

/** A birthday is told of as near from so many days before it. */
const BIRTHDAY_NEAR = 7

/** How long ago a day was, in the largest unit that fits. */
export function agoText(on: string, t: TFunction): string {
  const days = daysBetween(on, today())
  if (days <= 0) return t('people.day.today')
  if (days < 31) return t('people.ago.days', { count: days })
  if (days < 365) return t('people.ago.months', { count: Math.floor(days / 30.4) })
  return t('people.ago.years', { count: Math.floor(days / 365.25) || 1 })
}

const SHELF_DAYS: Readonly<Record<string, { readonly shelfDays: number | null } | undefined>> = PERSON_FACTS

/** Whether a fact learned on a day is past its shelf life, and worth asking about again. */
export function isStale(field: string, on: string): boolean {
  const shelf = SHELF_DAYS[field]?.shelfDays ?? null
  return shelf !== null && daysBetween(on, today()) > shelf
}

/** A time at a company: `2019 – `, `2015 – 2019`; nothing where neither end is known. */
export function spanText(
  { since, until }: { readonly since: string | null; readonly until: string | null },
  t: TFunction,
): string {
  if (until !== null) return t('people.span.until', { since: since ?? '?', until })
  return since === null ? '' : t('people.span.since', { since })
}
