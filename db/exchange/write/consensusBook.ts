import type { Agreement } from '../../evaluation/consensus/contract.ts'
import type { Poll } from '../../evaluation/consensus/rules/poll.ts'
import type { PoolingRules } from '../../evaluation/consensus/rules/pooling.ts'
import type { Graded } from '../graded.ts'

/** All ballots of a round and what they come to: what the consensus workbook shows. */
export interface ConsensusBook {
  readonly graded: Graded
  readonly rules: PoolingRules & { readonly late: 'counted' | 'excluded' }
  /** all ballots by the places of `graded.rows`, `graded.indicators` and `evaluators` */
  readonly poll: Poll
  readonly evaluators: readonly { readonly name: string; readonly votes: number }[]
  /** which indicators people judge */
  readonly judged: readonly boolean[]
  /** what the meeting agreed on, by the places of account and indicator */
  readonly agreements: readonly (Pick<Agreement, 'mark' | 'reason' | 'arguments' | 'by' | 'at'> & {
    readonly account: number
    readonly indicator: number
  })[]
}
