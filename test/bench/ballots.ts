import { join } from 'node:path'
import { addMember } from '../../db/department/service/members.ts'
import { openEngine } from '../../db/engine.ts'
import { markBallot, openBallot, submitBallot } from '../../db/evaluation/ballots/service/ballot.ts'
import { seatEvaluators } from '../../db/evaluation/ballots/service/group.ts'
import { enterBallot } from '../../db/evaluation/ballots/service/presence.ts'
import { takeStep } from '../../db/evaluation/ballots/service/steps.ts'
import { emptyFragility, fragilityOf } from '../../db/evaluation/consensus/rules/standing.ts'
import { readResults } from '../../db/evaluation/consensus/service/gradeBallots.ts'
import { addRound } from '../../db/evaluation/service/rounds.ts'
import type { MemberId, RoundId } from '../../db/kernel/ids.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'
import {
  ACCOUNTS,
  fillLargeDepartment,
  fullStrip,
  INDICATORS,
  type LargeDepartment,
  newCommand,
  withFolder,
} from './largeDepartment.ts'
import { inTurn, type Measured } from './measure.ts'

const EVALUATORS = 20
const RUNS = 5
const PIN = '1234'

/** Evaluation by a group at the size that the issue names: 2.4 million marks in 20 ballots. */
export const ballotsBench = (): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const engine = await openEngine({ dataFolder: join(folder, 'data'), appVersion: 'bench' })
    try {
      const { kernel } = engine
      const department = fillLargeDepartment(kernel)
      const round = fillBallots(kernel, department)
      return [await openOne(kernel, round), await results(kernel, round)]
    } finally {
      await engine.close()
    }
  })

interface FilledRound {
  readonly roundId: RoundId
  readonly memberIds: readonly MemberId[]
}

function fillBallots(kernel: Kernel, { sheetId, accountIds, indicatorIds }: LargeDepartment): FilledRound {
  const { roundId } = addRound(kernel, {
    commandId: newCommand(),
    name: '万户盲评',
    sheetId,
    method: 'ballots',
  })
  const memberIds = Array.from(
    { length: EVALUATORS },
    (_, at) => addMember(kernel, { commandId: newCommand(), name: `评价人${at + 1}`, role: '' }).memberId,
  )
  const seats = memberIds.map((memberId, at) => ({
    ...{ memberId, votes: 1 + (at % 3), competence: null },
    seat: at === 0 ? ('leader' as const) : ('member' as const),
  }))
  seatEvaluators(kernel, { commandId: newCommand(), roundId, ticket: null, seats })
  takeStep(kernel, { commandId: newCommand(), roundId, ticket: null, to: 'marking', reason: '' })
  for (const [at, memberId] of memberIds.entries()) {
    const { ticket } = enterBallot(kernel, {
      commandId: newCommand(),
      roundId,
      memberId,
      pin: PIN,
      choose: true,
    })
    markBallot(kernel, {
      ...{ commandId: newCommand(), roundId, ticket, accountIds, indicatorIds, gesture: 'paste' },
      expected: '-'.repeat(ACCOUNTS * INDICATORS),
      marks: fullStrip(at),
    })
    submitBallot(kernel, { commandId: newCommand(), roundId, ticket })
  }
  return { roundId, memberIds }
}

/** An evaluator's own ballot, as the grid gets it. */
async function openOne(kernel: Kernel, { roundId, memberIds }: FilledRound): Promise<Measured> {
  const [memberId] = memberIds
  if (memberId === undefined) throw new Error('nobody is seated')
  const { ticket } = enterBallot(kernel, {
    commandId: newCommand(),
    roundId,
    memberId,
    pin: PIN,
    choose: false,
  })
  const marks = typedMarks()
  const times = await inTurn(
    RUNS,
    () => openBallot(kernel, { roundId, ticket }),
    () => bareMeans(marks),
  )
  return {
    name: `one ballot of ${ACCOUNTS} × ${INDICATORS} opened`,
    yardstick: 'mean of 2.4 million marks in bare typed arrays',
    target: { most: 500 },
    ...times,
  }
}

/** Results, discord and fragility of all accounts, read from the file each time. */
async function results(kernel: Kernel, { roundId }: FilledRound): Promise<Measured> {
  const marks = typedMarks()
  const times = await inTurn(
    RUNS,
    () => {
      const { poll, data } = readResults(kernel.db, roundId)
      const weights = data.indicators.map(({ weight }) => weight)
      const { borders, rules } = data.round
      const nobody = new Uint8Array(poll.accounts)
      fragilityOf(
        { poll, weights, borders, pooling: rules },
        nobody,
        0,
        poll.accounts,
        emptyFragility(poll.accounts),
      )
    },
    () => bareMeans(marks),
  )
  return {
    name: `results, discord and fragility of ${ACCOUNTS} × ${INDICATORS} × ${EVALUATORS} marks`,
    yardstick: 'mean of 2.4 million marks in bare typed arrays',
    target: { most: 1_500 },
    ...times,
  }
}

const typedMarks = (): Uint8Array =>
  Uint8Array.from({ length: ACCOUNTS * INDICATORS * EVALUATORS }, (_, at) => 2 + 2 * (at % 5))

/** The least that such a result can cost: one pass over all marks. */
function bareMeans(marks: Uint8Array): Float64Array {
  const means = new Float64Array(ACCOUNTS * INDICATORS)
  for (let cell = 0; cell < means.length; cell += 1) {
    let sum = 0
    for (let at = cell * EVALUATORS; at < (cell + 1) * EVALUATORS; at += 1) sum += marks[at] ?? 0
    means[cell] = sum / EVALUATORS
  }
  return means
}
