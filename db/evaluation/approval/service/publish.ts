import { dayOf } from '../../../accounts/rules/days.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { PublicationId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { writeStep } from '../../ballots/service/steps.ts'
import { gradeBallots } from '../../consensus/service/gradeBallots.ts'
import { GRADING, keepPublication } from '../../service/publishing.ts'
import { newestPublication } from '../../service/rounds.ts'
import { type ApprovalInput, inApproval } from './decide.ts'
import { decisionState, readApprovals } from './proposals.ts'

/** Publishes a round by ballots with the decisions on its tiers. @throws Refusal as the contract says */
export function publishApproved(
  kernel: Kernel,
  input: ApprovalInput<'publish'>,
): Outcome<{ publicationId: PublicationId }> {
  const { commandId, roundId, note } = input
  const { by, name } = inApproval(kernel, input, 'leader')
  const approvals = readApprovals(kernel.db, roundId, dayOf(kernel.now()))
  const count = approvals.proposals.filter((_, place) =>
    ['open', 'stale'].includes(decisionState(approvals, place)),
  ).length
  if (count > 0) throw new Refusal('DECISIONS_OPEN', { count })
  const revision = newestPublication(kernel, roundId).revision + 1
  const label = { command: 'publishRound', params: { name, revision } }
  return kernel.write({ commandId, label, actor: by, final: GRADING }, (tx) => {
    const occasion = { revision, note, publishedBy: by, publishedAt: tx.hlc }
    const publicationId = keepPublication(tx, gradeBallots(tx.db, roundId), occasion)
    writeStep(tx, { roundId, from: 'approval', to: 'published', by, reason: '' })
    return { publicationId }
  })
}
