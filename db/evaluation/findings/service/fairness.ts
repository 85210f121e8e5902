import type { z } from 'zod'
import type { Kernel } from '../../../kernel/kernel.ts'
import { authorised } from '../../ballots/service/presence.ts'
import { fairnessFindings } from '../../consensus/rules/fairness.ts'
import type { Pace } from '../../consensus/rules/pace.ts'
import { revealedRound } from '../../consensus/service/consensus.ts'
import { readPoll } from '../../consensus/service/readPoll.ts'
import type { Fairness, findings } from '../contract.ts'
import { readPaces } from './marking.ts'

type FairnessInput = z.infer<NonNullable<(typeof findings)['fairness']['~orpc']['inputSchema']>>

/** Nobody saw when it was marked. */
const UNSEEN: Pace = { batches: [], end: null }

/** How the evaluators of a revealed round marked, for its leader. @throws Refusal as the contract says */
export function readFairness(kernel: Kernel, { roundId, ticket }: FairnessInput): Fairness {
  revealedRound(kernel, roundId)
  authorised(kernel, roundId, ticket, 'leader')
  const { poll, counted } = readPoll(kernel.db, roundId)
  const paces = readPaces(kernel.db, roundId)
  const found = fairnessFindings(
    poll,
    counted.map(({ memberId }) => paces.get(memberId) ?? UNSEEN),
  )
  return {
    findings: found.findings.map(({ kind, evaluator, strength }) => ({ kind, evaluator, strength })),
    evaluators: counted.map(({ memberId, name, seat }, place) => {
      const { severity = null, own = null, flatness = null, pace = null } = found.evaluators[place] ?? {}
      return { memberId, name, seat, severity, own, flatness, pace }
    }),
  }
}
