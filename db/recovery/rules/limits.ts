import { LEDGER_LIMITS } from '../../channel/ledger/rules/limits.ts'

/** Longest texts of a case in characters, and how many of a thing it may have. */
export const CASE_LIMITS = {
  title: LEDGER_LIMITS.line,
  line: LEDGER_LIMITS.line,
  text: LEDGER_LIMITS.text,
  /** a customer's own words on the phone may be long */
  words: 4_000,
  note: 2_000,
  reason: 400,
  /** fen: ten thousand million yuan */
  amount: 1_000_000_000_000,
  whys: 60,
  remedies: 60,
  actions: 60,
  members: 40,
  visits: 40,
  /** steps of winning an account back, and years for which one may be said to stay */
  steps: 60,
  years: 30,
  /** of orders that are written at once */
  months: 120,
  /** photos and papers of one case */
  files: 200,
} as const
