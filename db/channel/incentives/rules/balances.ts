import type { EntryKind } from './reckoning.ts'
import type { IncentiveUnit } from './words.ts'

/** What of a line of the ledger its balance follows from. */
export interface Posted {
  readonly id: string
  readonly accountId: string
  readonly unit: IncentiveUnit
  readonly amount: number
  /** YYYY-MM-DD */
  readonly day: string
}

/** The order in which entries count: by their day, those of one day as they were written. */
export const byDay = (one: Posted, other: Posted): number =>
  one.day < other.day ? -1 : one.day > other.day ? 1 : one.id < other.id ? -1 : one.id > other.id ? 1 : 0

/** The balance of an account in a unit after each entry, by its id: sums of rows, which nobody stores. */
export function runningBalances(entries: readonly Posted[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  const balances = new Map<string, number>()
  for (const entry of [...entries].sort(byDay)) {
    const key = `${entry.accountId} ${entry.unit}`
    const sum = (sums.get(key) ?? 0) + entry.amount
    sums.set(key, sum)
    balances.set(entry.id, sum)
  }
  return balances
}

/**
 * The lowest balance from the end of `day` on: as much can be paid out on that day without taking it below nought then
 * or later. All entries are of one account and unit.
 */
export function lowestFrom(entries: readonly Posted[], day: string): number {
  let sum = 0
  let lowest: number | null = null
  for (const entry of [...entries].sort(byDay)) {
    if (entry.day > day) lowest = Math.min(lowest ?? sum, sum)
    sum += entry.amount
  }
  return Math.min(lowest ?? sum, sum)
}

/** What a month came to in a unit: what accounts were given, what was taken from them, what they were paid out. */
export interface MonthTotal {
  /** YYYY-MM */
  readonly month: string
  readonly unit: IncentiveUnit
  readonly given: number
  readonly taken: number
  readonly paidOut: number
}

/** Totals by month and unit, newest month first; none of them negative. */
export function monthTotals(entries: readonly (Posted & { readonly kind: EntryKind })[]): MonthTotal[] {
  const totals = new Map<string, MonthTotal>()
  for (const { day, unit, amount, kind } of entries) {
    const month = day.slice(0, 7)
    const key = `${month} ${unit}`
    const before = totals.get(key) ?? { month, unit, given: 0, taken: 0, paidOut: 0 }
    const part = kind === 'payOut' ? 'paidOut' : amount < 0 ? 'taken' : 'given'
    totals.set(key, { ...before, [part]: before[part] + Math.abs(amount) })
  }
  return [...totals.values()].sort((a, b) =>
    a.month === b.month ? (a.unit < b.unit ? -1 : 1) : a.month < b.month ? 1 : -1,
  )
}
