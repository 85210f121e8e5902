import type { Answer, Reach } from './words.ts'

/** What came of a visit. */
export interface Outcome {
  /** answers to the asks by their keys; those without are not there */
  readonly answers: Readonly<Record<string, Answer>>
  /** how far the objective was reached; null before somebody said so */
  readonly reach: Reach | null
  /** in words */
  readonly note: string
  /** the next date that was fixed, YYYY-MM-DD; null where none was */
  readonly nextOn: string | null
}

/** Before anybody said anything. */
export const NO_OUTCOME: Outcome = { answers: {}, reach: null, note: '', nextOn: null }
