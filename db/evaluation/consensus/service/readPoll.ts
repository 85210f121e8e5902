import type Database from 'better-sqlite3'
import type { MemberId, RoundId } from '../../../kernel/ids.ts'
import { readBallots, readRecusals, readSeats, type SeatRecord } from '../../ballots/service/seats.ts'
import { marksThatCount, type RoundData, readMarks, readRound } from '../../service/roundData.ts'
import { type Poll, RELATION } from '../rules/poll.ts'
import { type AgreementRecord, readAgreements } from './agreements.ts'

/** An evaluator in the reveal. */
export interface PolledSeat extends SeatRecord {
  /** nothing was handed in by the lock */
  readonly late: boolean
  /** whether the ballot is in the figures */
  readonly counted: boolean
}

/** A round with all its ballots. */
export interface PolledRound {
  /** marks of `data` are those that figures earn alone */
  readonly data: RoundData
  readonly seats: readonly PolledSeat[]
  /** the seats whose ballots count, in the order of the poll's evaluators */
  readonly counted: readonly PolledSeat[]
  readonly agreements: readonly AgreementRecord[]
  readonly poll: Poll
  /** accounts of which fewer ballots are in than the quorum asks, by place */
  readonly overdue: readonly number[]
}

/** Reads all ballots of a round side by side. @throws Refusal ROUND_NOT_FOUND, SHEET_NOT_FOUND */
export function readPoll(db: Database.Database, roundId: RoundId): PolledRound {
  const data = readRound(db, roundId, () => [])
  const { rules } = data.round
  const ballots = readBallots(db, roundId)
  const seats = readSeats(db, roundId).map((seat): PolledSeat => {
    const late = !ballots.get(seat.memberId)?.submission
    return { ...seat, late, counted: !late || rules.late === 'counted' }
  })
  const counted = seats.filter((seat) => seat.counted)
  const agreements = readAgreements(db, roundId)
  const poll: Poll = {
    accounts: data.accounts.ids.length,
    indicators: data.indicators.length,
    evaluators: counted.length,
    marks: readAllMarks(db, data, counted),
    votes: Uint8Array.from(counted, ({ votes }) => votes),
    relations: relationsOf(db, data, counted),
    ownCounts: rules.own === 'counted',
    competent: competenceOf(data, counted),
    banded: Uint16Array.from(marksThatCount(data).cells, (mark) => mark * 100),
    agreed: agreedMarks(data, agreements),
  }
  return { data, seats, counted, agreements, poll, overdue: overdueAccounts(db, data, seats, poll) }
}

function readAllMarks(
  db: Database.Database,
  { round, accounts, indicators, measures }: RoundData,
  seats: readonly PolledSeat[],
): Uint8Array {
  const [width, evaluators] = [indicators.length, seats.length]
  const marks = new Uint8Array(accounts.ids.length * width * evaluators)
  const rowOf = new Map<string, number>(accounts.ids.map((id, row) => [id, row]))
  const judged = indicators.flatMap(({ markKey }, column) =>
    measures[column]?.kind === 'judged' ? [{ markKey, column }] : [],
  )
  const rows = db
    .prepare<[string, string], [string, string]>(
      'SELECT account_id, marks FROM ballot_marks WHERE round_id = ? AND member_id = ? AND deleted = 0',
    )
    .raw()
  seats.forEach(({ memberId }, evaluator) => {
    for (const [accountId, json] of rows.iterate(round.id, memberId)) {
      const row = rowOf.get(accountId)
      if (row === undefined) continue
      const given = readMarks(json)
      for (const { markKey, column } of judged)
        marks[(row * width + column) * evaluators + evaluator] = given[markKey] ?? 0
    }
  })
  return marks
}

/** The owner of each account; null where nobody is. */
const ownersOf = (db: Database.Database): ReadonlyMap<string, MemberId | null> =>
  new Map(
    db
      .prepare<[], [string, MemberId | null]>('SELECT id, owner_id FROM account WHERE deleted = 0')
      .raw()
      .all(),
  )

function relationsOf(
  db: Database.Database,
  { round, accounts }: RoundData,
  seats: readonly PolledSeat[],
): Uint8Array {
  const relations = new Uint8Array(accounts.ids.length * seats.length)
  const placeOf = new Map(seats.map(({ memberId }, place) => [memberId, place]))
  const rowOf = new Map<string, number>(accounts.ids.map((id, row) => [id, row]))
  const owners = ownersOf(db)
  accounts.ids.forEach((id, row) => {
    const owner = owners.get(id) ?? null
    const place = owner === null ? undefined : placeOf.get(owner)
    if (place !== undefined) relations[row * seats.length + place] = RELATION.own
  })
  for (const { memberId, accountId } of readRecusals(db, round.id)) {
    const [row, place] = [rowOf.get(accountId), placeOf.get(memberId)]
    if (row !== undefined && place !== undefined) relations[row * seats.length + place] = RELATION.excused
  }
  return relations
}

function competenceOf({ indicators }: RoundData, seats: readonly PolledSeat[]): Uint8Array {
  const competent = new Uint8Array(indicators.length * seats.length)
  indicators.forEach(({ id }, indicator) => {
    seats.forEach(({ competence }, evaluator) => {
      if (competence === null || competence.includes(id)) competent[indicator * seats.length + evaluator] = 1
    })
  })
  return competent
}

function agreedMarks(
  { accounts, indicators }: RoundData,
  agreements: readonly AgreementRecord[],
): Uint16Array {
  const agreed = new Uint16Array(accounts.ids.length * indicators.length)
  const rowOf = new Map<string, number>(accounts.ids.map((id, row) => [id, row]))
  const columnOf = new Map<string, number>(indicators.map(({ id }, column) => [id, column]))
  for (const { accountId, indicatorId, mark } of agreements) {
    const [row, column] = [rowOf.get(accountId), columnOf.get(indicatorId)]
    if (row !== undefined && column !== undefined) agreed[row * indicators.length + column] = mark
  }
  return agreed
}

/** Accounts of which fewer ballots are in than the round's quorum asks for. */
function overdueAccounts(
  db: Database.Database,
  data: RoundData,
  seats: readonly PolledSeat[],
  poll: Poll,
): number[] {
  const { quorum } = data.round.rules
  const relations = relationsOf(db, data, seats)
  const mayVote = (account: number, seat: number): boolean => {
    const relation = relations[account * seats.length + seat]
    return relation === RELATION.none || (relation === RELATION.own && poll.ownCounts)
  }
  return data.accounts.ids.flatMap((_, account) => {
    const expected = seats.filter((_seat, place) => mayVote(account, place)).length
    let given = 0
    for (let evaluator = 0; evaluator < poll.evaluators; evaluator += 1)
      if (gaveMarks(poll, account, evaluator)) given += 1
    return given * 100 < quorum * expected ? [account] : []
  })
}

function gaveMarks(poll: Poll, account: number, evaluator: number): boolean {
  const relation = poll.relations[account * poll.evaluators + evaluator]
  if (relation === RELATION.excused || (relation === RELATION.own && !poll.ownCounts)) return false
  const start = account * poll.indicators * poll.evaluators + evaluator
  for (let indicator = 0; indicator < poll.indicators; indicator += 1)
    if ((poll.marks[start + indicator * poll.evaluators] ?? 0) > 0) return true
  return false
}
