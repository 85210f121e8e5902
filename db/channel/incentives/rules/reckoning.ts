import type { IncentiveKind, IncentiveUnit } from './words.ts'

/** How a rule reckons what an account earns of an amount, see {@link reckon}; money in fen. */
export interface Reckoning {
  /** hundredths of a percent */
  readonly rate: number
  /** below it nothing is earned, fen */
  readonly threshold: number
  /** the most that one entry earns, in the rule's unit; null without bound */
  readonly cap: number | null
}

/** Largest rate: the whole amount. */
export const WHOLE_RATE = 10_000
/** More than anybody is ever given at once, fen or points. */
export const MOST_AMOUNT = 1_000_000_000_000
/** Fen in a yuan: a rate in points is of the amount in yuan. */
const FEN_A_YUAN = 100

/**
 * What an amount (fen) earns by a rule (B4.6): its percentage, from the threshold on, at most the cap. Money is rounded
 * half up to the fen; points are a percentage of the yuan, and only whole points count.
 */
export function reckon(base: number, { rate, threshold, cap }: Reckoning, unit: IncentiveUnit): number {
  if (base < threshold) return 0
  const earned =
    unit === 'fen'
      ? Math.floor((base * rate + WHOLE_RATE / 2) / WHOLE_RATE)
      : Math.floor((base * rate) / (WHOLE_RATE * FEN_A_YUAN))
  return cap === null ? earned : Math.min(earned, cap)
}

/** What a line of the ledger is: by its rule; without one, a gain of another sort or what was paid out. */
export const ENTRY_KINDS = ['rebate', 'points', 'gift', 'penalty', 'other', 'payOut'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** @param ruleKind null for an entry without a rule */
export const entryKind = (ruleKind: IncentiveKind | null, amount: number): EntryKind =>
  ruleKind ?? (amount < 0 ? 'payOut' : 'other')

/** An amount as the ledger keeps it: a penalty and a pay-out take, everything else gives. @param amount above nought */
export const signed = (kind: EntryKind, amount: number): number =>
  kind === 'penalty' || kind === 'payOut' ? -amount : amount
