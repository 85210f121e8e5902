/** Longest texts of a visit in characters, and how many of a thing it may have. */
export const VISIT_LIMITS = {
  title: 100,
  objective: 200,
  wished: 400,
  line: 200,
  place: 200,
  text: 2_000,
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
