import { SolarDay } from 'tyme4ts'
import { solarToLunar } from '../../accounts/people/lunar.ts'
import { addDays } from '../../accounts/rules/days.ts'
import type { Festival } from '../../terms/calendar.ts'

/** What the almanac says of a day. */
export interface AlmanacDay {
  /** lunar month 1–12 and day 1–30 */
  readonly month: number
  readonly leap: boolean
  readonly day: number
  readonly festival: Festival | null
}

const SOLAR: Readonly<Record<string, Festival>> = {
  '01-01': 'newYear',
  '03-08': 'womensDay',
  '05-01': 'labourDay',
  '05-04': 'youthDay',
  '06-01': 'childrensDay',
  '09-10': 'teachersDay',
  '10-01': 'nationalDay',
}

const LUNAR: Readonly<Record<string, Festival>> = {
  '1-1': 'springFestival',
  '1-15': 'lanterns',
  '5-5': 'dragonBoat',
  '7-7': 'qixi',
  '8-15': 'midAutumn',
  '9-9': 'doubleNinth',
  '12-8': 'laba',
}

const TERMS: Readonly<Record<string, Festival>> = { 清明: 'qingming', 冬至: 'winterSolstice' }

// a year takes some 30 ms, and is asked for anew after each edit
const known = new Map<number, readonly AlmanacDay[]>()

/** The days of a year (1900 to 2100), from 1 January on, in the lunar calendar and with their festivals. */
export function almanacOf(year: number): readonly AlmanacDay[] {
  const before = known.get(year)
  if (before) return before
  const days: AlmanacDay[] = []
  for (let on = `${year}-01-01`; on.startsWith(`${year}-`); on = addDays(on, 1)) days.push(almanacDay(on))
  known.set(year, days)
  return days
}

function almanacDay(on: string): AlmanacDay {
  const { month, leap, day } = solarToLunar(on)
  return { month, leap, day, festival: festivalOn(on, { month, leap, day }) }
}

/** The eldest custom first: on 1 October 2020, Mid-Autumn and National Day, the lunar one is named. */
function festivalOn(on: string, { month, leap, day }: Omit<AlmanacDay, 'festival'>): Festival | null {
  const lunar = leap ? undefined : LUNAR[`${month}-${day}`]
  if (lunar) return lunar
  if (month === 12 && day >= 29 && solarToLunar(addDays(on, 1)).day === 1) return 'newYearsEve'
  return termOn(on) ?? SOLAR[on.slice(5)] ?? null
}

function termOn(on: string): Festival | undefined {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number)
  if (month !== 4 && month !== 12) return undefined
  const term = SolarDay.fromYmd(year, month, day).getTermDay()
  return term.getDayIndex() === 0 ? TERMS[term.getSolarTerm().getName()] : undefined
}
