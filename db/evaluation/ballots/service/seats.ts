import type Database from 'better-sqlite3'
import { derivedId } from '../../../kernel/derivedId.ts'
import type { AccountId, IndicatorId, MemberId, RoundId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../kernel/kernel.ts'
import { measureOf } from '../../rules/bands.ts'
import { roundRecord } from '../../service/roundData.ts'
import { indicatorsOf, type StoredIndicator } from '../../service/sheets.ts'
import { SEATS, type Seat } from '../rules/group.ts'

/** An evaluator's seat as stored. */
export interface SeatRecord {
  readonly memberId: MemberId
  readonly name: string
  readonly role: string
  readonly seat: Seat
  readonly votes: number
  /** null for all indicators */
  readonly competence: readonly IndicatorId[] | null
  readonly remindedAt: string | null
  readonly pinCleared: { readonly at: string; readonly by: string } | null
}

/** The id of an evaluator's seat in a round. */
export const seatId = (roundId: RoundId, memberId: MemberId): string => derivedId(roundId, memberId)

interface SeatRow {
  readonly member_id: MemberId
  readonly name: string
  readonly role: string
  readonly seat: Seat
  readonly votes: number
  readonly competence: string | null
  readonly reminded_at: string | null
  readonly pin_cleared: string | null
}

/** The evaluators of a round: leader first, then deputies, then members, by name. Colleagues who left keep their seat. */
export function readSeats(db: Database.Database, roundId: RoundId): SeatRecord[] {
  return db
    .prepare<[string], SeatRow>(
      `SELECT e.member_id, m.name, m.role, e.seat, e.votes, e.competence, e.reminded_at, e.pin_cleared
       FROM evaluator e JOIN member m ON m.id = e.member_id WHERE e.round_id = ? AND e.deleted = 0`,
    )
    .all(roundId)
    .map((row) => ({
      memberId: row.member_id,
      name: row.name,
      role: row.role,
      seat: row.seat,
      votes: row.votes,
      competence: row.competence === null ? null : JSON.parse(row.competence),
      remindedAt: row.reminded_at,
      pinCleared: row.pin_cleared === null ? null : JSON.parse(row.pin_cleared),
    }))
    .sort((a, b) => SEATS.indexOf(a.seat) - SEATS.indexOf(b.seat) || a.name.localeCompare(b.name, 'zh-CN'))
}

/** Seats an evaluator inside a command, or changes what is known of the seat. */
export function writeSeat(
  tx: Tx,
  roundId: RoundId,
  { memberId, seat, votes, competence }: Pick<SeatRecord, 'memberId' | 'seat' | 'votes' | 'competence'>,
): void {
  tx.db
    .prepare(
      `INSERT INTO evaluator (id, round_id, member_id, seat, votes, competence) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET seat = excluded.seat, votes = excluded.votes,
         competence = excluded.competence, deleted = 0`,
    )
    .run(
      seatId(roundId, memberId),
      roundId,
      memberId,
      seat,
      votes,
      competence === null ? null : JSON.stringify(competence),
    )
}

/** Gives a new round the group and the rules of the newest round that had one, without its deadline and absent colleagues. */
export function seatLastGroup(tx: Tx, roundId: RoundId): void {
  const last = tx.db
    .prepare<[string], RoundId>(
      `SELECT r.id FROM round r WHERE r.method = 'ballots' AND r.deleted = 0 AND r.id <> ? ORDER BY r.id DESC LIMIT 1`,
    )
    .pluck()
    .get(roundId)
  if (last === undefined) return
  const present = tx.db.prepare<[string], number>('SELECT 1 FROM member WHERE id = ? AND deleted = 0').pluck()
  const sameSheet = roundRecord(tx.db, last).sheetId === roundRecord(tx.db, roundId).sheetId
  for (const seat of readSeats(tx.db, last)) {
    if (present.get(seat.memberId) === undefined) continue
    // indicators of another sheet are others
    writeSeat(tx, roundId, { ...seat, competence: sameSheet ? seat.competence : null })
  }
  const rules = { ...roundRecord(tx.db, last).rules, deadline: null }
  tx.db.prepare('UPDATE round SET rules = ? WHERE id = ?').run(JSON.stringify(rules), roundId)
}

/** An evaluator's excused accounts, with the reason. */
export const readRecusals = (
  db: Database.Database,
  roundId: RoundId,
): { memberId: MemberId; accountId: AccountId; accountName: string; reason: string }[] =>
  db
    .prepare<[string], { memberId: MemberId; accountId: AccountId; accountName: string; reason: string }>(
      `SELECT r.member_id AS memberId, r.account_id AS accountId, a.name AS accountName, r.reason
       FROM recusal r JOIN account a ON a.id = r.account_id AND a.deleted = 0
       WHERE r.round_id = ? AND r.deleted = 0 ORDER BY a.name`,
    )
    .all(roundId)

/** A ballot's own row. */
export interface BallotRecord {
  readonly memberId: MemberId
  readonly submission: Submission | null
  /** clock reading */
  readonly seenAt: string | null
}

/** How a ballot was handed in. */
export interface Submission {
  /** clock reading */
  readonly at: string
  readonly source: 'here' | 'workbook'
  /** the workbook that it came in, and the hash of what stood in it */
  readonly paperId: string | null
  readonly digest: string | null
}

/** The ballots of a round by evaluator; one that nobody opened yet has no row. */
export function readBallots(db: Database.Database, roundId: RoundId): Map<MemberId, BallotRecord> {
  const rows = db
    .prepare<[string], { member_id: MemberId; submission: string | null; seen_at: string | null }>(
      'SELECT member_id, submission, seen_at FROM ballot WHERE round_id = ? AND deleted = 0',
    )
    .all(roundId)
  return new Map(
    rows.map((row) => [
      row.member_id,
      {
        memberId: row.member_id,
        submission: row.submission === null ? null : JSON.parse(row.submission),
        seenAt: row.seen_at,
      },
    ]),
  )
}

/** The indicators of a sheet that people judge. */
export const judgedOf = (indicators: readonly StoredIndicator[]): StoredIndicator[] =>
  indicators.filter(({ standards }) => measureOf(standards).kind === 'judged')

/** How many marks each evaluator gave, on accounts and indicators that there are. */
export function markedCells(
  db: Database.Database,
  roundId: RoundId,
  judged: readonly StoredIndicator[],
): Map<MemberId, number> {
  const keys = JSON.stringify(judged.map(({ markKey }) => markKey))
  const rows = db
    .prepare<[string, string], [MemberId, number]>(
      `SELECT b.member_id, count(*) FROM ballot_marks b JOIN account a ON a.id = b.account_id AND a.deleted = 0,
         json_each(b.marks) AS m
       WHERE b.round_id = ? AND b.deleted = 0 AND m.key IN (SELECT value FROM json_each(?)) GROUP BY b.member_id`,
    )
    .raw()
    .all(roundId, keys)
  return new Map(rows)
}

/** How many cells an evaluator is asked to mark. */
export const cellsOf = (
  seat: Pick<SeatRecord, 'competence'>,
  judged: readonly StoredIndicator[],
  accounts: number,
  recusals: number,
): number =>
  Math.max(0, accounts - recusals) *
  judged.filter(({ id }) => seat.competence === null || seat.competence.includes(id)).length

/** The number of accounts that take part in rounds. */
export const accountCount = (db: Database.Database): number =>
  db.prepare<[], number>('SELECT count(*) FROM account WHERE deleted = 0').pluck().get() ?? 0

/** How far the ballots of a round are. */
export function ballotProgress(
  db: Database.Database,
  roundId: RoundId,
): { markedCells: number; cells: number; submitted: number; evaluators: number } {
  const seats = readSeats(db, roundId)
  const judged = judgedOf(indicatorsOf(db, roundRecord(db, roundId).sheetId))
  const marked = markedCells(db, roundId, judged)
  const recusals = readRecusals(db, roundId)
  const ballots = readBallots(db, roundId)
  const accounts = accountCount(db)
  const sum = (figure: (seat: SeatRecord) => number): number =>
    seats.reduce((total, seat) => total + figure(seat), 0)
  return {
    markedCells: sum(({ memberId }) => marked.get(memberId) ?? 0),
    cells: sum((seat) =>
      cellsOf(seat, judged, accounts, recusals.filter(({ memberId }) => memberId === seat.memberId).length),
    ),
    submitted: seats.filter(({ memberId }) => ballots.get(memberId)?.submission).length,
    evaluators: seats.length,
  }
}
