import type { RequestLine } from '../../../../db/channel/requests/contract.ts'
import type { RequestEventKind } from '../../../../db/channel/requests/rules/states.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'

/** What is said with a step. */
export interface StepWords {
  readonly note?: string
  readonly waitingFor?: string
  /** ISO-8601; now when absent */
  readonly at?: string
}

/** Lets things happen to requests, each with a toast to undo it. */
export interface Stepping {
  readonly busy: boolean
  step(requestIds: readonly RequestLine['id'][], event: RequestEventKind, words?: StepWords): Promise<boolean>
}

/** The command behind every way of moving requests: keys, buttons, the board. */
export function useStepping(): Stepping {
  const step = useCommand(engine.requests.step)
  return {
    busy: step.pending,
    step: async (requestIds, event, words = {}) => {
      if (requestIds.length === 0) return false
      return (await step.run({ requestIds: [...requestIds], event, ...words })).ok
    },
  }
}
