import type Database from 'better-sqlite3'
import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId, IndicatorId, MemberId, RoundId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome, Tx } from '../../../kernel/kernel.ts'
import {
  found,
  HELD,
  judgedColumns,
  MANY,
  type MarkBlock,
  type MarkStore,
  writeMarks,
} from '../../service/marking.ts'
import { type MarkRows, type RoundData, readRound } from '../../service/roundData.ts'
import { openRoundOf } from '../../service/rounds.ts'
import type { StoredIndicator } from '../../service/sheets.ts'
import type { OpenBallot } from '../contract.ts'
import { publicSubmission } from './group.ts'
import { type BallotInput, ballotRound, ensureBallot, entered } from './presence.ts'
import { readBallots, readRecusals, type SeatRecord, type Submission, seatId } from './seats.ts'

/** The id of an evaluator's marks on an account. */
export const ballotMarksId = (roundId: RoundId, memberId: MemberId, accountId: AccountId): string =>
  derivedId(roundId, memberId, accountId)

/** The rows of one evaluator's marks. */
export const ballotRows = (db: Database.Database, roundId: RoundId, memberId: MemberId) => (): MarkRows =>
  db
    .prepare<[string, string], [string, string]>(
      'SELECT account_id, marks FROM ballot_marks WHERE round_id = ? AND member_id = ? AND deleted = 0',
    )
    .raw()
    .iterate(roundId, memberId)

/** A round as one evaluator marks it. */
export const readBallotData = (db: Database.Database, roundId: RoundId, memberId: MemberId): RoundData => ({
  ...readRound(db, roundId, ballotRows(db, roundId, memberId)),
  notes: readBallotNotes(db, roundId, memberId),
  exceptions: [],
})

const readBallotNotes = (db: Database.Database, roundId: RoundId, memberId: MemberId): RoundData['notes'] =>
  db
    .prepare<[string, string], { accountId: AccountId; indicatorId: IndicatorId; text: string }>(
      `SELECT account_id AS accountId, indicator_id AS indicatorId, text FROM ballot_note
       WHERE round_id = ? AND member_id = ? AND deleted = 0 AND text <> ''`,
    )
    .all(roundId, memberId)

/** The ballot of whoever entered. @throws Refusal NOT_ENTERED, EVALUATOR_NOT_FOUND, ROUND_WITHOUT_BALLOTS */
export function openBallot(kernel: Kernel, { roundId, ticket }: BallotInput<'open'>): OpenBallot {
  const { db } = kernel
  const { rules } = ballotRound(kernel, roundId)
  const seat = entered(kernel, roundId, ticket)
  const { memberId } = seat
  const submission = readBallots(db, roundId).get(memberId)?.submission ?? null
  const data = readBallotData(db, roundId, memberId)
  return {
    round: {
      ...openRoundOf(kernel, data),
      editable: data.round.state === 'marking' && submission === null,
      evaluator: {
        memberId,
        name: seat.name,
        closedIndicators: data.indicators.flatMap(({ id }) => (marksIndicator(seat, id) ? [] : [id])),
        closedAccounts: closedAccounts(db, roundId, memberId),
        ownAccounts: ownAccounts(db, memberId),
      },
    },
    ownCounts: rules.own === 'counted',
    deadline: rules.deadline,
    submission: submission && publicSubmission(submission, rules),
  }
}

/** Whether an evaluator marks an indicator. */
export const marksIndicator = ({ competence }: SeatRecord, indicatorId: IndicatorId): boolean =>
  competence === null || competence.includes(indicatorId)

/** The accounts that an evaluator is excused from. */
export const closedAccounts = (db: Database.Database, roundId: RoundId, memberId: MemberId): AccountId[] =>
  readRecusals(db, roundId).flatMap((recusal) => (recusal.memberId === memberId ? [recusal.accountId] : []))

/** The accounts that an evaluator owns. */
export const ownAccounts = (db: Database.Database, memberId: MemberId): AccountId[] =>
  db
    .prepare<[string], AccountId>('SELECT id FROM account WHERE owner_id = ? AND deleted = 0')
    .pluck()
    .all(memberId)

/**
 * A ballot that may be marked now.
 * @throws Refusal ROUND_NOT_THERE, NOT_ENTERED, EVALUATOR_NOT_FOUND, BALLOT_SUBMITTED
 */
function openSeat(kernel: Kernel, roundId: RoundId, ticket: string): SeatRecord {
  const seat = markingSeat(kernel, roundId, ticket)
  if (readBallots(kernel.db, roundId).get(seat.memberId)?.submission) throw new Refusal('BALLOT_SUBMITTED')
  return seat
}

/** Whoever entered, while the round is being marked. @throws Refusal ROUND_NOT_THERE, NOT_ENTERED, EVALUATOR_NOT_FOUND */
function markingSeat(kernel: Kernel, roundId: RoundId, ticket: string): SeatRecord {
  const { name, state } = ballotRound(kernel, roundId)
  const seat = entered(kernel, roundId, ticket)
  if (state !== 'marking') throw new Refusal('ROUND_NOT_THERE', { name, state })
  return seat
}

/** The marks of one evaluator's ballot. */
export function ballotStore(tx: Tx, roundId: RoundId, memberId: MemberId): MarkStore {
  const id = (accountId: AccountId): string => ballotMarksId(roundId, memberId, accountId)
  const update = tx.db.prepare('UPDATE ballot_marks SET marks = ?, deleted = 0 WHERE id = ?')
  const insert = tx.db.prepare(
    'INSERT INTO ballot_marks (id, round_id, member_id, account_id, marks) VALUES (?, ?, ?, ?, ?)',
  )
  const one = tx.db.prepare<[string], string>(`SELECT ${HELD} FROM ballot_marks WHERE id = ?`).pluck()
  const all = `SELECT account_id, ${HELD} FROM ballot_marks WHERE round_id = ? AND member_id = ?`
  return {
    read: (accountIds) =>
      accountIds.length > MANY
        ? new Map(tx.db.prepare<[string, string], [string, string]>(all).raw().all(roundId, memberId))
        : found(accountIds, (accountId) => one.get(id(accountId))),
    insert: (accountId, json) => insert.run(id(accountId), roundId, memberId, accountId, json),
    update: (accountId, json) => update.run(json, id(accountId)),
  }
}

/**
 * Marks a block of an evaluator's own cells. History says how many, never which or how.
 * @throws Refusal as the contract says
 */
export function markBallot(kernel: Kernel, input: BallotInput<'mark'>): Outcome<object> {
  const { commandId, roundId, ticket, marks, gesture } = input
  const round = ballotRound(kernel, roundId)
  const seat = openSeat(kernel, roundId, ticket)
  const cells = marks.replaceAll('.', '').length
  const label = { command: 'markBallot', params: { name: seat.name, round: round.name, cells, gesture } }
  return kernel.write({ commandId, label, actor: seat.name }, (tx) => {
    const columns = judgedColumns(tx, round.sheetId, input)
    refuseClosed(tx, roundId, seat, input, columns)
    writeMarks(tx, ballotStore(tx, roundId, seat.memberId), input, columns)
    return {}
  })
}

/** @throws Refusal CELL_CLOSED for a mark where the evaluator gives none */
function refuseClosed(
  tx: Tx,
  roundId: RoundId,
  seat: SeatRecord,
  { accountIds, marks }: MarkBlock,
  columns: readonly StoredIndicator[],
): void {
  const closed = new Set<string>(closedAccounts(tx.db, roundId, seat.memberId))
  const open = columns.map(({ id }) => marksIndicator(seat, id))
  if (closed.size === 0 && open.every(Boolean)) return
  accountIds.forEach((accountId, row) => {
    columns.forEach(({ name }, column) => {
      if (marks[row * columns.length + column] === '.') return
      if (open[column] === true && !closed.has(accountId)) return
      throw new Refusal('CELL_CLOSED', { name })
    })
  })
}

/** Writes, changes or (empty text) removes an evaluator's remark on one of their marks. @throws Refusal as the contract says */
export function noteBallot(kernel: Kernel, input: BallotInput<'note'>): Outcome<object> {
  const { commandId, roundId, ticket, accountId, indicatorId, text } = input
  const seat = openSeat(kernel, roundId, ticket)
  const label = { command: 'noteBallot', params: { name: seat.name } }
  return kernel.write({ commandId, label, actor: seat.name }, (tx) => {
    writeBallotNote(tx, { roundId, memberId: seat.memberId, accountId, indicatorId }, text)
    return {}
  })
}

/** Writes an evaluator's remark inside a command. */
export function writeBallotNote(
  tx: Tx,
  cell: {
    readonly roundId: RoundId
    readonly memberId: MemberId
    readonly accountId: AccountId
    readonly indicatorId: IndicatorId
  },
  text: string,
): void {
  const { roundId, memberId, accountId, indicatorId } = cell
  tx.db
    .prepare(
      `INSERT INTO ballot_note (id, round_id, member_id, account_id, indicator_id, text) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET text = excluded.text, deleted = 0`,
    )
    .run(
      derivedId(roundId, memberId, accountId, indicatorId),
      roundId,
      memberId,
      accountId,
      indicatorId,
      text.trim(),
    )
}

/** Hands a ballot in; blanks are abstentions. @throws Refusal as the contract says */
export function submitBallot(kernel: Kernel, input: BallotInput<'submit'>): Outcome<object> {
  const { commandId, roundId, ticket } = input
  const { name, memberId } = openSeat(kernel, roundId, ticket)
  return kernel.write(
    { commandId, label: { command: 'submitBallot', params: { name } }, actor: name },
    (tx) => {
      writeSubmission(tx, roundId, memberId, { at: tx.hlc, source: 'here', paperId: null, digest: null })
      return {}
    },
  )
}

/** Takes a ballot back before the lock. @throws Refusal as the contract says */
export function takeBallotBack(kernel: Kernel, input: BallotInput<'takeBack'>): Outcome<object> {
  const { commandId, roundId, ticket } = input
  const { name, memberId } = markingSeat(kernel, roundId, ticket)
  const label = { command: 'takeBallotBack', params: { name } }
  return kernel.write({ commandId, label, actor: name }, (tx) => {
    writeSubmission(tx, roundId, memberId, null)
    return {}
  })
}

/** Notes inside a command how a ballot was handed in, or that it is open again. */
export function writeSubmission(
  tx: Tx,
  roundId: RoundId,
  memberId: MemberId,
  submission: Submission | null,
): void {
  ensureBallot(tx, roundId, memberId)
  tx.db
    .prepare('UPDATE ballot SET submission = ? WHERE id = ?')
    .run(submission === null ? null : JSON.stringify(submission), seatId(roundId, memberId))
}
