import type { z } from 'zod'
import { Refusal } from '../../../kernel/errors.ts'
import type { RoundId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome, Tx } from '../../../kernel/kernel.ts'
import { type BallotResults, readResults } from '../../consensus/service/gradeBallots.ts'
import { measureOf } from '../../rules/bands.ts'
import { type RoundState, type RoundTransition, transition } from '../../rules/roundStates.ts'
import { weightSum } from '../../rules/sheet.ts'
import { GRADING, noteReopening } from '../../service/publishing.ts'
import { type RoundRecord, roundRecord } from '../../service/roundData.ts'
import { indicatorsOf, storedSheetFaults } from '../../service/sheets.ts'
import type { steps } from '../contract.ts'
import { groupFaults } from '../rules/group.ts'
import { authorised } from './presence.ts'
import { ballotProgress, readSeats } from './seats.ts'

type StepInput = z.infer<NonNullable<(typeof steps)['take']['~orpc']['inputSchema']>>

/** Takes a round a step on, or back with a reason. @throws Refusal as the contract says */
export function takeStep(kernel: Kernel, input: StepInput): Outcome<object> {
  const { commandId, roundId, ticket, to, reason } = input
  const round = roundRecord(kernel.db, roundId)
  const step = stepTo(round, to)
  const by = authorised(kernel, roundId, ticket, step.by)
  if (step.reason && reason === '') throw new Refusal('REASON_MISSING')
  refuseUnready(kernel, round, to)
  const label = { command: commandOf(step), params: { name: round.name } }
  return kernel.write({ commandId, label, actor: by, final: GRADING }, (tx) => {
    tx.db.prepare('UPDATE round SET state = ? WHERE id = ?').run(to, roundId)
    if (step.from === 'published' && step.reason) noteReopening(tx, roundId, by, reason)
    writeStep(tx, { roundId, from: round.state, to, by, reason })
    return {}
  })
}

/** What history calls a step. */
function commandOf({ from, to, reason }: RoundTransition): string {
  if (from === 'archived') return 'unarchiveRound'
  return reason ? 'stepBack' : COMMANDS[to]
}

/** What history calls a step on to each state. */
const COMMANDS = {
  draft: 'stepBack',
  marking: 'startMarking',
  locked: 'lockBallots',
  consensus: 'revealBallots',
  approval: 'startApproval',
  published: 'publishRound',
  archived: 'archiveRound',
} satisfies Record<RoundState, string>

/** Publishing, and reopening a shared sheet, have commands of their own. @throws Refusal STEP_UNKNOWN */
function stepTo({ method, state }: RoundRecord, to: RoundState): RoundTransition {
  const step = transition(method, state, to)
  const isArchiving = to === 'archived' || state === 'archived'
  const isPublishing = to === 'published' && !isArchiving
  if (!step || isPublishing || (method === 'sheet' && !isArchiving))
    throw new Refusal('STEP_UNKNOWN', { from: state, to })
  return step
}

/** Writes down inside a command that a round took a step, now or at another clock reading. */
export function writeStep(
  tx: Tx,
  step: {
    readonly roundId: RoundId
    readonly from: RoundState
    readonly to: RoundState
    readonly by: string
    readonly reason: string
  },
  takenAt: string = tx.hlc,
): void {
  const { roundId, from, to, by, reason } = step
  tx.db
    .prepare(
      `INSERT INTO round_step (id, round_id, from_state, to_state, taken_at, taken_by, reason)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(tx.newId(), roundId, from, to, takenAt, by, reason)
}

/** What a round must be to go on. @throws Refusal GROUP_FAULTY, SHEET_FAULTY, NOTHING_MARKED, DISCORD_OPEN, NOTHING_GRADED */
function refuseUnready(kernel: Kernel, round: RoundRecord, to: RoundState): void {
  if (round.state === 'draft' && to === 'marking') refuseFaultyGroup(kernel, round)
  if (round.state === 'marking' && to === 'locked' && ballotProgress(kernel.db, round.id).markedCells === 0)
    throw new Refusal('NOTHING_MARKED')
  if (round.state === 'consensus' && to === 'approval') refuseOpenMeeting(readResults(kernel.db, round.id))
}

function refuseFaultyGroup(kernel: Kernel, { id, sheetId }: RoundRecord): void {
  const indicators = indicatorsOf(kernel.db, sheetId)
  const sheetFaults = storedSheetFaults(indicators).length
  if (sheetFaults > 0)
    throw new Refusal('SHEET_FAULTY', { faults: sheetFaults, weightSum: weightSum(indicators) })
  const judged = indicators.filter(({ standards }) => measureOf(standards).kind === 'judged')
  const faults = groupFaults(readSeats(kernel.db, id), judged)
  const [first] = faults
  if (!first) return
  const indicator = first.code === 'nobodyFor' ? first.indicator : ''
  throw new Refusal('GROUP_FAULTY', { faults: faults.length, code: first.code, indicator })
}

function refuseOpenMeeting({ data, pooled, poll, standings }: BallotResults): void {
  const open = pooled.discords.reduce((sum, discord, at) => sum + (discord && !poll.agreed[at] ? 1 : 0), 0)
  if (data.round.rules.pooling === 'consensus' && open > 0) throw new Refusal('DISCORD_OPEN', { cells: open })
  if (standings.every((standing) => standing === 'insufficient')) throw new Refusal('NOTHING_GRADED')
}
