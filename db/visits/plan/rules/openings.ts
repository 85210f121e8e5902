import { addDays } from '../../../accounts/rules/days.ts'
import type { Proposable, ProposeFacts } from './facts.ts'

/** What openings are worked out from. */
type OpeningFacts = Pick<ProposeFacts, 'until' | 'executives' | 'isWorkday' | 'isFree' | 'loadOf'>

/** An executive's days: 1 where one is open, and the room that each month has left. */
interface Diary {
  readonly open: Uint8Array
  /** by the number of the month in the span */
  readonly loads: number[]
}

/** How many days lie at most between two visits of one trip: a weekend is still one trip, a holiday week isn't. */
const NEXT_DAY = 3

/**
 * On which days of a span our executives can go, as places for visits are taken one after the other. Days are kept by their
 * number, so that thousands of accounts can look for one.
 */
export class Openings {
  /** the first day that can be planned for, YYYY-MM-DD */
  readonly first: string
  private readonly days: readonly string[]
  private readonly at: ReadonlyMap<string, number>
  /** the number of each day's month */
  private readonly months: readonly number[]
  private readonly workdays: Uint8Array
  private readonly diaries: ReadonlyMap<string, Diary>

  constructor(facts: OpeningFacts, first: string) {
    this.first = first
    const days: string[] = []
    for (let day = first; day <= facts.until; day = addDays(day, 1)) days.push(day)
    this.days = days
    this.at = new Map(days.map((day, at) => [day, at]))
    const names = [...new Set(days.map((day) => day.slice(0, 7)))]
    this.months = days.map((day) => names.indexOf(day.slice(0, 7)))
    this.workdays = Uint8Array.from(days, (day) => (facts.isWorkday(day) ? 1 : 0))
    this.diaries = new Map(
      facts.executives.map(({ memberId }) => [
        memberId,
        {
          open: Uint8Array.from(days, (day, at) =>
            this.workdays[at] === 1 && facts.isFree(memberId, day) ? 1 : 0,
          ),
          loads: names.map((month) => facts.loadOf(memberId, month)),
        },
      ]),
    )
  }

  /** Whether somebody can go on a day. */
  isOpen({ memberId }: Proposable, day: string): boolean {
    return this.diaries.get(memberId)?.open[this.at.get(day) ?? -1] === 1
  }

  /** Visits that somebody has in the month of a day. */
  loadOn({ memberId }: Proposable, day: string): number {
    return this.diaries.get(memberId)?.loads[this.months[this.at.get(day) ?? -1] ?? -1] ?? 0
  }

  /** Whether somebody can go on a day without going beyond their month's limit. */
  hasRoom(lead: Proposable, day: string): boolean {
    return this.isOpen(lead, day) && this.loadOn(lead, day) < lead.monthly
  }

  /** Takes a day of somebody. */
  take({ memberId }: Proposable, day: string): void {
    const diary = this.diaries.get(memberId)
    const at = this.at.get(day)
    const month = at === undefined ? undefined : this.months[at]
    if (!diary || at === undefined || month === undefined) return
    diary.open[at] = 0
    diary.loads[month] = (diary.loads[month] ?? 0) + 1
  }

  /**
   * The nearest day on which somebody can go, of two equally near the later one; null where there is none.
   * @param around how many days it may lie before or after the wanted one
   * @param beyond whether the month's limit doesn't count
   */
  nearest(lead: Proposable, wanted: string, around: number, beyond = false): string | null {
    const diary = this.diaries.get(lead.memberId)
    const middle = this.at.get(wanted)
    if (!diary || middle === undefined) return null
    const { open, loads } = diary
    if (!beyond && loads.every((load) => load >= lead.monthly)) return null
    const fits = (at: number): boolean =>
      open[at] === 1 && (beyond || (loads[this.months[at] ?? -1] ?? 0) < lead.monthly)
    for (let days = 0; days <= around; days += 1) {
      if (fits(middle + days)) return this.days[middle + days] ?? null
      if (fits(middle - days)) return this.days[middle - days] ?? null
    }
    return null
  }

  /** The next working day after (1) or before (-1) a day; null where a longer stretch is free. */
  workdayFrom(day: string, step: 1 | -1): string | null {
    const from = this.at.get(day) ?? Number.NaN
    for (let days = 1; days <= NEXT_DAY; days += 1)
      if (this.workdays[from + step * days] === 1) return this.days[from + step * days] ?? null
    return null
  }
}
