import { addDays, daysBetween } from '../../../accounts/rules/days.ts'

/** When something that comes round is due, and the period that it stands for. */
export interface Due {
  /** YYYY-MM-DD */
  readonly on: string
  /** the same for every look at it in one period, another one in the next: so a dismissed task is not made again */
  readonly period: string
}

const EPOCH = '2000-01-01'

/**
 * Something that is wanted `every` so many days after it last happened, if it is due on `today` or within `ahead` days.
 * A task that is first looked at long afterwards is due today, not months ago: nobody could have done it then.
 */
export function dueAfter(last: string, every: number, today: string, ahead: number): Due | null {
  const passed = daysBetween(last, today)
  if (every < 1 || passed + ahead < every) return null
  const on = passed > every ? today : addDays(last, every)
  return { on, period: `${last}/${Math.floor((passed + ahead) / every)}` }
}

/**
 * The same for what never happened yet. Ten thousand accounts just imported must not all be due on one day, so each has
 * its own place in the period, by `spread` (any whole number that is always the same for the account).
 */
export function dueInTurn(spread: number, every: number, today: string, ahead: number): Due | null {
  if (every < 1) return null
  const now = daysBetween(EPOCH, today)
  const place = spread % every
  const turn = Math.floor((now + ahead - place) / every)
  // days are counted here, and written only for what is due: most accounts never come to it
  const at = turn * every + place
  // longer ago than any holiday lasts: the next turn will be seen when it comes
  if (now - at > MISSED_DAYS) return null
  return { on: at < now ? today : addDays(EPOCH, at), period: `-/${every}/${turn}` }
}

/** Nobody opens the workstation over a long holiday: turns of these last days still count. */
const MISSED_DAYS = 8

/** A number from an id, always the same, spread evenly. */
export function spreadOf(id: string): number {
  let sum = 0
  for (const sign of id.slice(-12)) sum = (sum * 31 + sign.charCodeAt(0)) % 1_000_003
  return sum
}

/** After so many days without a real contact since `last`: due at once, and again each time as many days have passed. */
export function silentSince(last: string, days: number, today: string): Due | null {
  const silent = daysBetween(last, today)
  if (days < 1 || silent < days) return null
  return { on: today, period: `${last}/${Math.floor(silent / days)}` }
}
