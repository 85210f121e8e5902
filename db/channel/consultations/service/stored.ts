import type { Given, Outcome, Told } from '../contract.ts'

/** Who wrote a value: a member's id. */
interface Signed {
  readonly by: string | null
}

/** What the JSON columns of consultations and opinions hold. */
export type StoredOutcome = Outcome & Signed
export type StoredGiven = Given & Signed
export type StoredTold = Told & Signed
