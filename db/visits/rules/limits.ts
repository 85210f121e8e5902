import { LEDGER_LIMITS } from '../../channel/ledger/rules/limits.ts'

/** Longest texts of a visit in characters, and how many of a thing it may have. */
export const VISIT_LIMITS = {
  title: LEDGER_LIMITS.line,
  objective: LEDGER_LIMITS.text,
  wished: LEDGER_LIMITS.text,
  line: LEDGER_LIMITS.line,
  place: LEDGER_LIMITS.line,
  text: LEDGER_LIMITS.text,
  note: 2_000,
  reason: 400,
  /** asks, gives and things to say: more of them are none */
  points: 3,
  accounts: 200,
  members: 40,
  people: 400,
  topics: 40,
  gifts: 100,
  costs: 100,
  /** minutes of one visit: three days */
  minutes: 4_320,
  /** months from one visit to the next that repeats it */
  repeats: 24,
} as const
