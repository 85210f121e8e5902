import { engine } from '../../../client/engine.ts'
import { type Outcome, useCommand } from '../../../client/useCommand.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import type { Entrance } from '../ballots/useEnter.tsx'
import type { ApprovalRow } from './approvalRows.ts'

/** What the leader, or for a severe case the chair, can sign. Each asks for their PIN where nobody is here. */
export interface Signing {
  readonly follow: (rows: readonly ApprovalRow[]) => Promise<void>
  /** true when it was signed */
  readonly decide: (row: ApprovalRow, decision: Decision) => Promise<boolean>
  readonly hold: (row: ApprovalRow, word: string) => Promise<boolean>
  readonly withdraw: (row: ApprovalRow) => Promise<void>
  readonly pending: boolean
  /** why the last form was refused */
  readonly problem: Problem | null
}

/** Another tier than the one proposed, or an exception that ends. */
export type Decision =
  | { readonly kind: 'tier'; readonly tier: 'key' | 'main' | 'ordinary' | 'small'; readonly reason: string }
  | {
      readonly kind: 'exception'
      readonly tier: 'key' | 'main'
      readonly reason: string
      readonly expires: string
    }

/** The signatures of a round's approval. */
export function useSigning(roundId: string, { ask }: Entrance): Signing {
  const approve = useCommand(engine.approval.approve)
  const decide = useCommand(engine.approval.decide, { tellProblem: false })
  const holdForCase = useCommand(engine.approval.holdForCase, { tellProblem: false })
  const withdraw = useCommand(engine.approval.withdraw)
  const signed = async (
    need: 'chair' | 'leader',
    send: (ticket: string) => Promise<Outcome<unknown>>,
  ): Promise<boolean> => {
    const ticket = await ask(need)
    return ticket !== null && (await send(ticket)).ok
  }
  return {
    follow: async (rows) => {
      const accounts = rows.map(({ accountId, proposal }) => ({ accountId, tier: proposal.tier }))
      await signed('leader', (ticket) => approve.run({ roundId, ticket, accounts }))
    },
    decide: ({ accountId }, decision) =>
      signed('leader', (ticket) => decide.run({ roundId, ticket, accountId, decision })),
    hold: ({ accountId }, word) =>
      signed('chair', (ticket) => holdForCase.run({ roundId, ticket, accountId, word })),
    withdraw: async ({ accountId, decision }) => {
      const need =
        decision?.proposal?.why.code === 'severeCase' && decision.kind === 'kept' ? 'chair' : 'leader'
      await signed(need, (ticket) => withdraw.run({ roundId, ticket, accountIds: [accountId] }))
    },
    pending: approve.pending || decide.pending || holdForCase.pending || withdraw.pending,
    problem: decide.problem ?? holdForCase.problem,
  }
}
