import type { Birthday } from '../../../accounts/people/rules/birthday.ts'

/** Festivals on which we greet accounts, in the order of the year. */
export const FESTIVALS = [
  'newYear',
  'springFestival',
  'lantern',
  'dragonBoat',
  'midAutumn',
  'nationalDay',
  'doubleNinth',
] as const
export type FestivalCode = (typeof FESTIVALS)[number]

const day = (calendar: Birthday['calendar'], month: number, date: number): Birthday => ({
  calendar,
  year: null,
  month,
  leap: false,
  day: date,
})

/** When each festival is, in its own calendar: kept like a birthday of every year. */
export const FESTIVAL_DAYS: Readonly<Record<FestivalCode, Birthday>> = {
  newYear: day('solar', 1, 1),
  springFestival: day('lunar', 1, 1),
  lantern: day('lunar', 1, 15),
  dragonBoat: day('lunar', 5, 5),
  midAutumn: day('lunar', 8, 15),
  nationalDay: day('solar', 10, 1),
  doubleNinth: day('lunar', 9, 9),
}
