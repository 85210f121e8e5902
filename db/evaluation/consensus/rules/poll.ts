/** Whose mark is whose: how an evaluator stands to an account. */
export const RELATION = {
  /** another colleague's account */
  none: 0,
  /** the evaluator's own account: shown, and counted only where the round's rule says so (A1) */
  own: 1,
  /** excused from this account: gives no marks */
  excused: 2,
} as const

/** All ballots of a round side by side. Typed, because 10,000 accounts × 12 indicators × 20 evaluators are pooled at once. */
export interface Poll {
  readonly accounts: number
  readonly indicators: number
  readonly evaluators: number
  /** marks 2–10, 0 where unmarked; at (account × indicators + indicator) × evaluators + evaluator */
  readonly marks: Uint8Array
  /** voting weight per evaluator, whole 1–99 */
  readonly votes: Uint8Array
  /** accounts × evaluators: a value of {@link RELATION} */
  readonly relations: Uint8Array
  /** whether marks on one's own accounts count */
  readonly ownCounts: boolean
  /** indicators × evaluators: 1 where the evaluator marks that indicator */
  readonly competent: Uint8Array
  /** accounts × indicators: the mark that data decide, in hundredths; 0 where people judge */
  readonly banded: Uint16Array
  /** accounts × indicators: the mark that the meeting agreed on, in hundredths; 0 where it didn't */
  readonly agreed: Uint16Array
}

/** Whether an evaluator's mark in a cell counts: competent, not excused, and not their own account where that is excluded. */
export function markCounts(poll: Poll, account: number, indicator: number, evaluator: number): boolean {
  if (poll.competent[indicator * poll.evaluators + evaluator] !== 1) return false
  const relation = poll.relations[account * poll.evaluators + evaluator] ?? RELATION.none
  return relation === RELATION.none || (relation === RELATION.own && poll.ownCounts)
}

/** Where the marks of a cell begin in {@link Poll.marks}. */
export const cellStart = (poll: Poll, account: number, indicator: number): number =>
  (account * poll.indicators + indicator) * poll.evaluators
