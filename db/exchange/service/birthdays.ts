import { birthDate, birthdayProblem, solarToLunar } from '../../accounts/people/lunar.ts'
import {
  type Birthday,
  birthdayCode,
  birthdayText,
  parseBirthday,
  readBirthday,
} from '../../accounts/people/rules/birthday.ts'
import type { ReadBirthdayCell } from '../rules/personPlan.ts'

/** Reads a birthday's cell. @param today YYYY-MM-DD: nobody is born later */
export function birthdayCell(text: string, lunar: boolean, today: string): ReadBirthdayCell {
  const read = parseBirthday(text)
  const meant =
    lunar && (!read.ok || read.birthday.calendar === 'solar') ? parseBirthday(`农历${text}`) : read
  // the header said lunar, but the text is plainly solar: 公历1967-03-14
  const parsed = meant.ok ? meant : read
  if (!parsed.ok)
    return {
      ok: false,
      problem: parsed.problem,
      proposal: parsed.problem === 'whichCalendar' ? proposalFor(`农历${text}`, today) : null,
    }
  const problem = birthdayProblem(parsed.birthday, today)
  if (problem === undefined) return { ok: true, code: birthdayCode(parsed.birthday) }
  const shorter = { ...parsed.birthday, day: 29 }
  return { ok: false, problem, proposal: problem === 'lunarMonthShort' ? birthdayText(shorter, 'zh') : null }
}

function proposalFor(text: string, today: string): string | null {
  const read = parseBirthday(text)
  return read.ok && birthdayProblem(read.birthday, today) === undefined ? text : null
}

/** Whether two birthdays as they are kept are one: one of them may be lunar, and a year may be missing. */
export function sameBirthday(a: string, b: string): boolean {
  const [one, other] = [readBirthday(a), readBirthday(b)]
  if (!one || !other) return false
  const plain = [one, other].map(inLunar)
  const [first = one, second = other] =
    one.calendar === other.calendar || plain.some((birthday) => birthday === null)
      ? [one, other]
      : plain.map((birthday) => birthday ?? one)
  return (
    first.calendar === second.calendar &&
    first.month === second.month &&
    first.leap === second.leap &&
    first.day === second.day &&
    (first.year === null || second.year === null || first.year === second.year)
  )
}

/** The birthday in the lunar calendar; null where that takes a year that isn't known. */
function inLunar(birthday: Birthday): Birthday | null {
  if (birthday.calendar === 'lunar') return birthday
  const born = birthDate(birthday)
  return born === null ? null : { calendar: 'lunar', ...solarToLunar(born) }
}
