import { useCallback } from 'react'
import { engine } from '../../../client/engine.ts'
import { type Outcome, useCommand } from '../../../client/useCommand.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import { setEntered } from '../ballots/ticket.ts'
import type { Entrance } from '../ballots/useEnter.tsx'

/** A cell and what the meeting decides on it. */
export interface Decision {
  readonly accountId: string
  readonly indicatorId: string
  /** hundredths of a mark */
  readonly mark: number
  readonly reason: string
  readonly arguments: readonly { readonly memberId: string; readonly text: string }[]
}

/** Agreeing on cells and taking that back, in the name of a chair who entered. */
export interface Agreeing {
  /** false where nothing was written: refused, or nobody entered */
  readonly agree: (decision: Decision) => Promise<boolean>
  readonly disagree: (cell: Pick<Decision, 'accountId' | 'indicatorId'>) => Promise<boolean>
  readonly pending: boolean
  readonly problem: Problem | null
}

/**
 * Asks for the chair where none has entered, or where the ticket has run out meanwhile; what was typed stays with the
 * caller all the while.
 */
export function useAgree(
  roundId: string,
  ask: Entrance['ask'],
  { toast }: { readonly toast: boolean },
): Agreeing {
  const options = { toast, tellProblem: false }
  const agree = useCommand(engine.consensus.agree, options)
  const disagree = useCommand(engine.consensus.disagree, options)
  const send = useCallback(
    async (write: (ticket: string) => Promise<Outcome<unknown>>): Promise<boolean> => {
      const first = await ask('chair')
      if (first === null) return false
      const outcome = await write(first)
      if (outcome.ok || outcome.problem.code !== 'NOT_ENTERED') return outcome.ok
      // ran out between the question and the writing
      setEntered(null)
      const second = await ask('chair')
      return second !== null && (await write(second)).ok
    },
    [ask],
  )
  return {
    agree: (decision) =>
      send((ticket) => agree.run({ ...decision, arguments: [...decision.arguments], roundId, ticket })),
    disagree: (cell) => send((ticket) => disagree.run({ ...cell, roundId, ticket })),
    pending: agree.pending || disagree.pending,
    problem: agree.problem ?? disagree.problem,
  }
}
