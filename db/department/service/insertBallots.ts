import { DEFAULT_RULES, DEFAULT_VOTES } from '../../evaluation/ballots/rules/group.ts'
import { ballotStore, writeBallotNote, writeSubmission } from '../../evaluation/ballots/service/ballot.ts'
import { writeSeat } from '../../evaluation/ballots/service/seats.ts'
import { writeStep } from '../../evaluation/ballots/service/steps.ts'
import type { RoundState } from '../../evaluation/rules/roundStates.ts'
import { DEFAULT_BORDERS } from '../../evaluation/rules/tiers.ts'
import { backdated } from '../../kernel/clock.ts'
import { type AccountId, type MemberId, RoundId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/unit.ts'
import { SAMPLE_EVALUATORS, SAMPLE_REMARKS, sampleMarks } from '../sample/ballots.ts'
import type { Calendar } from '../sample/calendar.ts'
import { found } from './found.ts'
import type { Graded } from './insertRounds.ts'

/** Days before the sample's today on which its round by ballots took its steps. */
const STEPS: readonly { readonly from: RoundState; readonly to: RoundState; readonly ago: number }[] = [
  { from: 'draft', to: 'marking', ago: 12 },
  { from: 'marking', to: 'locked', ago: 2 },
  { from: 'locked', to: 'consensus', ago: 1 },
]

/** Inserts the sample's round by ballots inside a command: all ten ballots are in, and the meeting is about to begin. */
export function insertBallots(
  tx: Tx,
  graded: Graded,
  { year, workday }: Calendar,
  members: ReadonlyMap<string, MemberId>,
): void {
  const roundId = RoundId.parse(tx.newId())
  const rules = { ...DEFAULT_RULES, deadline: `${workday(-3)}T10:00:00.000Z` }
  tx.db
    .prepare(
      `INSERT INTO round (id, name, sheet_id, state, method, borders, rules) VALUES (?, ?, ?, 'consensus', 'ballots', ?, ?)`,
    )
    .run(
      roundId,
      `${year} 下半年小组盲评`,
      graded.sheetId,
      JSON.stringify(DEFAULT_BORDERS),
      JSON.stringify(rules),
    )
  for (const { name, seat } of SAMPLE_EVALUATORS) {
    const memberId = found(members, name)
    writeSeat(tx, roundId, { memberId, seat, votes: DEFAULT_VOTES, competence: null })
    const at = backdated(tx.hlc, `${workday(-4)}T08:00:00.000Z`)
    writeSubmission(tx, roundId, memberId, { at, source: 'here', paperId: null, digest: null })
  }
  insertMarks(tx, graded, roundId, members)
  insertRemarks(tx, graded, roundId, members)
  for (const { from, to, ago } of STEPS)
    writeStep(
      tx,
      { roundId, from, to, by: '顾长风', reason: '' },
      backdated(tx.hlc, `${workday(-ago)}T09:00:00.000Z`),
    )
}

function insertMarks(
  tx: Tx,
  { accounts, indicators }: Graded,
  roundId: RoundId,
  members: ReadonlyMap<string, MemberId>,
): void {
  const judged = indicators.filter(({ figureId }) => figureId === null)
  for (const evaluator of SAMPLE_EVALUATORS) {
    const store = ballotStore(tx, roundId, found(members, evaluator.name))
    for (const [account, accountId] of accounts) {
      const marks = sampleMarks(evaluator, account)
      const held = judged.map(({ markKey }, at): [string, number | undefined] => [markKey, marks[at]])
      store.insert(accountId, JSON.stringify(Object.fromEntries(held)))
      tx.breathe()
    }
  }
}

function insertRemarks(
  tx: Tx,
  { accounts, indicators }: Graded,
  roundId: RoundId,
  members: ReadonlyMap<string, MemberId>,
): void {
  const indicatorIds = new Map(indicators.map(({ name, id }) => [name, id]))
  const accountOf = (name: string): AccountId => found(accounts, name)
  for (const { evaluator, account, indicator, text } of SAMPLE_REMARKS) {
    const cell = {
      ...{ roundId, memberId: found(members, evaluator) },
      ...{ accountId: accountOf(account), indicatorId: found(indicatorIds, indicator) },
    }
    writeBallotNote(tx, cell, text)
  }
}
