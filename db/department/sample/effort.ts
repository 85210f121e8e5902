import { dayOf } from '../../accounts/rules/days.ts'
import type { EffortSubject } from '../../channel/effort/rules/words.ts'
import { type Calendar, isWorkday } from './calendar.ts'
import type { SampleFirm } from './firms.ts'
import { type Chance, chanceOf } from './random.ts'

/** A line of the sample's effort ledger, by names. */
export interface SampleEffort {
  readonly member: string
  readonly account: string
  /** YYYY-MM-DD */
  readonly day: string
  readonly minutes: number
  readonly subject: EffortSubject
  /** the request that it went into */
  readonly requestId: string | null
  readonly note: string
}

/** A request of the sample as far as somebody worked on it. */
interface WorkedOn {
  readonly id: string
  readonly account: string
  readonly owner: string
  /** epoch ms */
  readonly askedAt: number
}

const WEEKS = 8
/** Minutes of a working day by the built-in calendar. */
const DAY = 450
/** Who spends a day a week on accounts that bring nothing, on which weekday (4 is Thursday). */
const STORY = { member: '林晓舟', weekday: 4, note: '催款、换货，没有新单' } as const
/** How often an account of a size comes up; what is left of the 80/20 of A9. */
const WEIGHTS: Readonly<Record<SampleFirm['size'], number>> = { key: 14, main: 8, ordinary: 5, small: 1 }

const NOTES: Readonly<Record<'account' | 'visit', readonly string[]>> = {
  account: ['', '', '电话跟进', '对账', '备货与排期', '报价', '周报'],
  visit: ['上门拜访', '看样', '陪同试线'],
}

/** The effort of the eight weeks before the calendar's day, oldest first. */
export function makeEffort(
  firms: readonly SampleFirm[],
  requests: readonly WorkedOn[],
  calendar: Calendar,
): readonly SampleEffort[] {
  const owners = Map.groupBy(firms, ({ owner }) => owner)
  const lines = [...owners].flatMap(([member, own]) => {
    const chance = chanceOf(`effort of ${member}`)
    return workdays(calendar).flatMap((day) => dayLines(member, own, day, chance))
  })
  return [...lines, ...onRequests(requests, calendar)].sort((one, other) => one.day.localeCompare(other.day))
}

/** The working days of the eight weeks, without today, which isn't over. */
const workdays = (calendar: Calendar): string[] =>
  Array.from({ length: WEEKS * 7 }, (_, at) => calendar.day(at - WEEKS * 7)).filter(isWorkday)

function dayLines(
  member: string,
  own: readonly SampleFirm[],
  day: string,
  chance: Chance,
): readonly SampleEffort[] {
  const idle = own.filter(({ size, growth }) => size === 'small' && growth <= 0)
  if (member === STORY.member && new Date(`${day}T00:00:00Z`).getUTCDay() === STORY.weekday)
    return idle.slice(0, 2).map(({ name }) => line(member, name, day, DAY / 2, 'account', STORY.note))
  const rest = member === STORY.member ? own.filter((firm) => !idle.includes(firm)) : own
  const busy = rest.flatMap((firm) => Array.from({ length: WEIGHTS[firm.size] }, () => firm))
  return [0, 1].map(() => {
    const { name } = chance.pick(busy)
    const subject = chance.happens(0.25) ? 'visit' : 'account'
    const minutes = chance.between(subject === 'visit' ? 16 : 9, subject === 'visit' ? 28 : 20) * 10
    return line(member, name, day, minutes, subject, chance.pick(NOTES[subject]))
  })
}

const line = (
  member: string,
  account: string,
  day: string,
  minutes: number,
  subject: 'account' | 'visit',
  note: string,
): SampleEffort => ({ member, account, day, minutes, subject, requestId: null, note })

/** What those who answer for requests spent on them, on the days on which they were asked. */
function onRequests(requests: readonly WorkedOn[], calendar: Calendar): SampleEffort[] {
  const chance = chanceOf('effort on requests')
  return requests.flatMap(({ id, account, owner, askedAt }) => {
    const day = dayOf(askedAt)
    const minutes = chance.between(3, 18) * 5
    const recent = day > calendar.day(-WEEKS * 7) && day < calendar.today
    return recent
      ? [{ member: owner, account, day, minutes, subject: 'request' as const, requestId: id, note: '' }]
      : []
  })
}
