import type { Client } from '@orpc/client'
import { useCallback, useRef, useState } from 'react'
import type { Problem } from '../i18n/problemText.ts'
import { showProblem } from '../ui/toast.ts'
import { connection } from './engine.ts'
import { announce } from './history.ts'
import { newCommandId } from './ids.ts'
import { isConnectionLoss, toProblem } from './problem.ts'
import { trackWrite } from './saving.ts'

/** What became of a command. */
export type Outcome<Output> =
  | { readonly ok: true; readonly output: Output }
  | { readonly ok: false; readonly problem: Problem }

/** How a command shows itself. */
export interface CommandOptions {
  /** a toast with what was done and Undo; true when absent. Leave it out for single cells, which show themselves */
  readonly toast?: boolean
  /** show a refusal as a toast; true when absent. False where the screen shows it in its place */
  readonly tellProblem?: boolean
  /** `api.….key()` of queries that the caller has brought up to date itself, so that they aren't read again */
  readonly keeps?: readonly (readonly unknown[])[]
  /** an id made beforehand by a caller that wants to know its commit again; a new one when absent */
  readonly commandId?: string
}

/** A command ready to be sent. */
export interface Command<Input, Output> {
  /** Sends it; never throws. After a lost connection it is sent again under the same id, so it applies once. */
  readonly run: (input: Input, options?: CommandOptions) => Promise<Outcome<Output>>
  readonly pending: boolean
  /** the last refusal, until the next success */
  readonly problem: Problem | null
}

type NoContext = Record<never, never>

/** A write of the engine as a command of this window: `const add = useCommand(engine.accounts.add)`. */
export function useCommand<Input extends { commandId: string }, Output, Fault>(
  procedure: Client<NoContext, Input, Output, Fault>,
  options: CommandOptions = {},
): Command<Omit<Input, 'commandId'>, Output> {
  const [pending, setPending] = useState(0)
  const [problem, setProblem] = useState<Problem | null>(null)
  const latest = useRef({ procedure, options })
  latest.current = { procedure, options }
  const run = useCallback(
    async (input: Omit<Input, 'commandId'>, own: CommandOptions = {}): Promise<Outcome<Output>> => {
      const { procedure: call, options: general } = latest.current
      setPending((count) => count + 1)
      const outcome = await runCommand(call, input, { ...general, ...own })
      setPending((count) => count - 1)
      setProblem(outcome.ok ? null : outcome.problem)
      return outcome
    },
    [],
  )
  return { run, pending: pending > 0, problem }
}

/** The same outside of components. */
export async function runCommand<Input extends { commandId: string }, Output, Fault>(
  procedure: Client<NoContext, Input, Output, Fault>,
  input: Omit<Input, 'commandId'>,
  { toast = true, tellProblem = true, keeps = [], commandId = newCommandId() }: CommandOptions = {},
): Promise<Outcome<Output>> {
  const takeBack = announce(commandId, { toast, keeps })
  // an id added to what the caller gave makes the procedure's input again; TypeScript can't see through Omit
  const whole = { ...input, commandId } as unknown as Input
  try {
    return { ok: true, output: await trackWrite(sendUntilAnswered(() => procedure(whole))) }
  } catch (error) {
    const problem = toProblem(error)
    if (tellProblem) showProblem(problem)
    return { ok: false, problem }
  } finally {
    // the commit is announced to windows before or just after the answer
    setTimeout(takeBack, ANNOUNCED_MS)
  }
}

const ANNOUNCED_MS = 10_000
const MOST_TRIES = 4

async function sendUntilAnswered<Output>(send: () => Promise<Output>): Promise<Output> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send()
    } catch (error) {
      if (!isConnectionLoss(error) || tries === MOST_TRIES || !(await connectedAgain())) throw error
    }
  }
}

/** Waits until the engine is back; false when only a person can help. */
function connectedAgain(): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (): boolean => {
      const { state } = connection.snapshot()
      if (state === 'reconnecting') return false
      resolve(state === 'connected')
      return true
    }
    if (settle()) return
    const stop = connection.subscribe(() => {
      if (settle()) stop()
    })
  })
}
