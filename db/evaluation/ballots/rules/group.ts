import type { DiscordRule, Pooling } from '../../consensus/rules/pooling.ts'

/** The seats of an evaluation group, highest first (A1). */
export const SEATS = ['leader', 'deputy', 'member'] as const
export type Seat = (typeof SEATS)[number]

/** The bounds of a voting weight. */
export const MOST_VOTES = 99

/** The votes that a seat suggests: everybody's view counts alike until the group says otherwise. */
export const DEFAULT_VOTES = 1

/** How a round with ballots is decided. */
export interface GroupRules {
  readonly pooling: Pooling
  readonly discord: DiscordRule
  /** whether an evaluator's marks on their own accounts count; they are shown in either case */
  readonly own: 'counted' | 'excluded'
  /** whether the marks of a ballot that was not handed in by the lock count */
  readonly late: 'counted' | 'excluded'
  /** the least share of an account's ballots that must be in, percent 0–100; below it last round's tier stays 沿用 */
  readonly quorum: number
  /** instant until which ballots are due, ISO-8601 UTC; null where none is set */
  readonly deadline: string | null
}

/** What a new round with ballots begins with. */
export const DEFAULT_RULES: GroupRules = {
  pooling: 'mean',
  discord: { kind: 'range', atLeast: 4 },
  own: 'counted',
  late: 'excluded',
  quorum: 50,
  deadline: null,
}

/** What keeps a group from marking. */
export type GroupFault =
  | { readonly code: 'noLeader' }
  | { readonly code: 'manyLeaders'; readonly count: number }
  | { readonly code: 'tooFew'; readonly count: number }
  | { readonly code: 'nobodyFor'; readonly indicator: string }

/** The least number of evaluators: one person's view never decides (A1). */
export const LEAST_EVALUATORS = 2

/**
 * What is wrong with a group; empty when it can mark.
 * @param judged the indicators that people mark
 */
export function groupFaults(
  evaluators: readonly { readonly seat: Seat; readonly competence: readonly string[] | null }[],
  judged: readonly { readonly id: string; readonly name: string }[],
): GroupFault[] {
  const leaders = evaluators.filter(({ seat }) => seat === 'leader').length
  return [
    ...(leaders === 0 ? [{ code: 'noLeader' } as const] : []),
    ...(leaders > 1 ? [{ code: 'manyLeaders', count: leaders } as const] : []),
    ...(evaluators.length < LEAST_EVALUATORS ? [{ code: 'tooFew', count: evaluators.length } as const] : []),
    ...judged
      .filter(
        ({ id }) => !evaluators.some(({ competence }) => competence === null || competence.includes(id)),
      )
      .map(({ name }) => ({ code: 'nobodyFor', indicator: name }) as const),
  ]
}
