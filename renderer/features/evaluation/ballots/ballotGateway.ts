import type { OpenBallot } from '../../../../db/evaluation/ballots/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { onCommitted } from '../../../client/history.ts'
import { queryClient } from '../../../client/queryClient.ts'
import { tellUnsaved } from '../../../client/saving.ts'
import { runCommand } from '../../../client/useCommand.ts'
import { painted } from '../scoring/afterPaint.ts'
import { ROUND_TABLES, type RoundGateway } from '../scoring/roundGateway.ts'
import { enteredFor } from './ticket.ts'

/** A ballot's session, and what the engine said of the ballot besides its marks. */
export interface BallotGateway extends RoundGateway {
  /** the newest answer; null before the first */
  ballot(): OpenBallot | null
}

const quiet = { toast: false, tellProblem: false, keeps: [api.ballots.key()] } as const

/** The ticket is asked for with each call: an evaluator who had to enter again goes on where they stopped. */
const ticketFor = (roundId: string): string => enteredFor(roundId)?.ticket ?? 'none'

function gatewayOf(): BallotGateway {
  let newest: OpenBallot | null = null
  return {
    reads: new Set([...ROUND_TABLES, 'evaluator', 'recusal', 'ballot', 'ballot_marks', 'ballot_note']),
    ballot: () => newest,
    async open(roundId) {
      newest = await engine.ballots.open({ roundId, ticket: ticketFor(roundId) })
      return newest.round
    },
    mark: (roundId, { accountIds, indicatorIds, ...write }, commandId) =>
      runCommand(
        (input: Parameters<typeof engine.ballots.mark>[0]) =>
          painted().then(() => engine.ballots.mark(input)),
        {
          ...{ roundId, ticket: ticketFor(roundId) },
          ...{ accountIds: [...accountIds], indicatorIds: [...indicatorIds], ...write },
        },
        { ...quiet, commandId },
      ),
    note: (input, commandId) =>
      runCommand(
        engine.ballots.note,
        { ...input, ticket: ticketFor(input.roundId) },
        { ...quiet, commandId },
      ),
    tellUnsaved,
    watch: onCommitted,
  }
}

let held: { readonly key: string; readonly gateway: BallotGateway } | null = null

/** The gateway of one evaluator's ballot: the same one as long as it is theirs. */
export function ballotGateway(roundId: string, memberId: string): BallotGateway {
  const key = `${roundId} ${memberId}`
  if (held?.key !== key) held = { key, gateway: gatewayOf() }
  return held.gateway
}

/** Has progress read again after a ballot was handed in or left. */
export const refreshGroup = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: api.evaluators.key() })
