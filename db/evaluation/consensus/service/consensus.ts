import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, MemberId, RoundId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { ballotMarksId } from '../../ballots/service/ballot.ts'
import { ballotRound } from '../../ballots/service/presence.ts'
import { readBallots, readRecusals, readSeats, type SeatRecord } from '../../ballots/service/seats.ts'
import { isMark } from '../../rules/marks.ts'
import { isRevealed } from '../../rules/roundStates.ts'
import { readMarks } from '../../service/roundData.ts'
import { figuresOf, newestPublication } from '../../service/rounds.ts'
import { indicatorsOf, publicIndicator } from '../../service/sheets.ts'
import type { CellBallot, Consensus } from '../contract.ts'
import type { ConsensusInput } from './agreements.ts'
import { readResults } from './gradeBallots.ts'

/** A round whose ballots may be seen. @throws Refusal ROUND_NOT_FOUND, ROUND_WITHOUT_BALLOTS, ROUND_NOT_THERE */
export function revealedRound(kernel: Kernel, roundId: RoundId) {
  const round = ballotRound(kernel, roundId)
  if (!isRevealed(round.state)) throw new Refusal('ROUND_NOT_THERE', { name: round.name, state: round.state })
  return round
}

/** What the ballots of a revealed round come to. @throws Refusal as the contract says */
export function openConsensus(kernel: Kernel, roundId: RoundId): Consensus {
  const round = revealedRound(kernel, roundId)
  const results = readResults(kernel.db, roundId)
  const { data, seats, pooled, grades } = results
  return {
    roundId,
    name: round.name,
    state: round.state,
    revision: newestPublication(kernel, roundId).revision,
    sheet: { id: round.sheetId, name: data.sheetName, indicators: data.indicators.map(publicIndicator) },
    borders: round.borders,
    rules: round.rules,
    evaluators: seats.map(({ memberId, name, seat, votes, late, counted }) => ({
      ...{ memberId, name, seat, votes, late, counted },
    })),
    accounts: data.accounts,
    figures: figuresOf(data),
    judged: data.measures.map(({ kind }) => kind === 'judged'),
    marks: Array.from(pooled.marks),
    ranges: pooled.ranges.join(''),
    discords: pooled.discords.join(''),
    agreements: [...results.agreements],
    scores: Array.from(grades.scores),
    standings: [...results.standings],
    overdue: [...results.overdue],
    previous: [...results.previous],
  }
}

/** The ballots of one cell, in the order of the group. @throws Refusal as the contract says */
export function readCell(kernel: Kernel, input: ConsensusInput<'cell'>): CellBallot[] {
  const { roundId, accountId, indicatorId } = input
  const { db } = kernel
  const round = revealedRound(kernel, roundId)
  const indicator = indicatorsOf(db, round.sheetId).find(({ id }) => id === indicatorId)
  if (!indicator) throw new Refusal('INDICATOR_NOT_FOUND')
  const owner = ownerOf(kernel, accountId)
  const excused = new Set(
    readRecusals(db, roundId).flatMap((recusal) =>
      recusal.accountId === accountId ? [recusal.memberId] : [],
    ),
  )
  const ballots = readBallots(db, roundId)
  const notes = cellNotes(kernel, input)
  const marks = db
    .prepare<[string], string>('SELECT marks FROM ballot_marks WHERE id = ? AND deleted = 0')
    .pluck()
  const outOf = (seat: SeatRecord): CellBallot['out'] => {
    if (excused.has(seat.memberId)) return 'excused'
    if (seat.competence !== null && !seat.competence.includes(indicatorId)) return 'notCompetent'
    if (owner === seat.memberId && round.rules.own === 'excluded') return 'ownExcluded'
    const isLate = !ballots.get(seat.memberId)?.submission
    return isLate && round.rules.late === 'excluded' ? 'late' : null
  }
  return readSeats(db, roundId).map((seat) => {
    const json = marks.get(ballotMarksId(roundId, seat.memberId, accountId))
    const mark = json === undefined ? undefined : readMarks(json)[indicator.markKey]
    const { memberId, name, votes } = seat
    const out = outOf(seat)
    return {
      ...{ memberId, name, seat: seat.seat, votes, out },
      // what was not handed in stays closed
      mark: isMark(mark) && out !== 'late' ? mark : null,
      own: owner === memberId,
      note: out === 'late' ? '' : (notes.get(memberId) ?? ''),
    }
  })
}

function ownerOf(kernel: Kernel, accountId: AccountId): MemberId | null {
  const row = kernel.db
    .prepare<[string], { owner_id: MemberId | null }>(
      'SELECT owner_id FROM account WHERE id = ? AND deleted = 0',
    )
    .get(accountId)
  if (!row) throw new Refusal('ACCOUNT_NOT_FOUND')
  return row.owner_id
}

const cellNotes = (
  kernel: Kernel,
  { roundId, accountId, indicatorId }: ConsensusInput<'cell'>,
): ReadonlyMap<string, string> =>
  new Map(
    kernel.db
      .prepare<[string, string, string], [string, string]>(
        `SELECT member_id, text FROM ballot_note
         WHERE round_id = ? AND account_id = ? AND indicator_id = ? AND deleted = 0 AND text <> ''`,
      )
      .raw()
      .all(roundId, accountId, indicatorId),
  )
