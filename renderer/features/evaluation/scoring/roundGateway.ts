import type { OpenRound } from '../../../../db/evaluation/contract.ts'
import type { CommittedEvent } from '../../../../db/kernel/contract.ts'
import { takeRound } from '../../../client/ahead.ts'
import { api, engine } from '../../../client/engine.ts'
import { onCommitted } from '../../../client/history.ts'
import { tellUnsaved } from '../../../client/saving.ts'
import { type Outcome, runCommand } from '../../../client/useCommand.ts'
import { painted } from './afterPaint.ts'
import type { MarkWrite } from './markWrite.ts'

/** What a round's session asks of the engine. Command ids are made by the session, which knows its commits by them. */
export interface RoundGateway {
  /** what a round is made of: a commit that touches one of these tables makes it stale */
  readonly reads: ReadonlySet<string>
  open(roundId: string): Promise<OpenRound>
  mark(roundId: string, write: MarkWrite, commandId: string): Promise<Outcome<unknown>>
  note(
    input: { roundId: string; accountId: string; indicatorId: string; text: string },
    commandId: string,
  ): Promise<Outcome<unknown>>
  /** Says whether marks stay unsaved until a person acts, so that no part of the window calls them saved. */
  tellUnsaved(has: boolean): void
  /** Tells every commit of any window, and (null) when commits may have been missed. */
  watch(heard: (event: CommittedEvent | null) => void): () => void
}

// the session keeps the round itself up to date, so nothing of it is read again after its own commands
const quiet = { toast: false, tellProblem: false, keeps: [api.rounds.open.key()] } as const

/** What every view of a round is read from. */
export const ROUND_TABLES = ['account', 'figure', 'member', 'sheet', 'indicator', 'round'] as const

/** A round's shared sheet at the engine that this window is connected to. */
export const engineGateway: RoundGateway = {
  reads: new Set([...ROUND_TABLES, 'marks', 'mark_note', 'exception']),
  open: (roundId) => takeRound(roundId) ?? engine.rounds.open({ roundId }),
  mark: (roundId, { accountIds, indicatorIds, ...write }, commandId) =>
    runCommand(
      // counted as unsaved at once, sent after the paint: making a request takes a sixth of a frame
      (input: Parameters<typeof engine.rounds.mark>[0]) => painted().then(() => engine.rounds.mark(input)),
      { roundId, accountIds: [...accountIds], indicatorIds: [...indicatorIds], ...write },
      { ...quiet, commandId },
    ),
  note: (input, commandId) => runCommand(engine.rounds.note, input, { ...quiet, commandId }),
  tellUnsaved,
  watch: onCommitted,
}
