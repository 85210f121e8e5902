import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { instantOf } from '../../../kernel/clock.ts'
import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { MemberId, RoundId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome, Tx } from '../../../kernel/kernel.ts'
import { measureOf } from '../../rules/bands.ts'
import type { RoundState } from '../../rules/roundStates.ts'
import type { RoundRecord } from '../../service/roundData.ts'
import { indicatorsOf, sheetName, storedSheetFaults } from '../../service/sheets.ts'
import type { Evaluator, evaluators, Group, RoundStep } from '../contract.ts'
import type { GroupRules } from '../rules/group.ts'
import { forgetPin, membersWithPin } from './pins.ts'
import { authorised, ballotRound, seatOf } from './presence.ts'
import {
  accountCount,
  cellsOf,
  judgedOf,
  markedCells,
  readBallots,
  readRecusals,
  readSeats,
  type SeatRecord,
  type Submission,
  seatId,
  writeSeat,
} from './seats.ts'

/** What a procedure of the evaluators takes. */
export type EvaluatorInput<Procedure extends keyof typeof evaluators> = z.infer<
  NonNullable<(typeof evaluators)[Procedure]['~orpc']['inputSchema']>
>

/** The evaluation group of a round. @throws Refusal ROUND_NOT_FOUND, ROUND_WITHOUT_BALLOTS */
export function readGroup(kernel: Kernel, roundId: RoundId): Group {
  const { db } = kernel
  const round = ballotRound(kernel, roundId)
  const indicators = indicatorsOf(db, round.sheetId)
  return {
    roundId,
    name: round.name,
    state: round.state,
    sheet: {
      id: round.sheetId,
      name: sheetName(db, round.sheetId),
      faults: storedSheetFaults(indicators).length,
    },
    rules: round.rules,
    indicators: indicators.map(({ id, name, weight, standards }) => ({
      id,
      name,
      weight,
      judged: measureOf(standards).kind === 'judged',
    })),
    evaluators: readEvaluators(kernel, round),
    recusals: readRecusals(db, roundId),
    steps: readSteps(db, roundId),
  }
}

function readEvaluators(kernel: Kernel, round: RoundRecord): Evaluator[] {
  const { db } = kernel
  const judged = judgedOf(indicatorsOf(db, round.sheetId))
  const recusals = readRecusals(db, round.id)
  const ballots = readBallots(db, round.id)
  const marked = markedCells(db, round.id, judged)
  const pins = membersWithPin(db)
  const accounts = accountCount(db)
  const owned = ownedAccounts(db)
  return readSeats(db, round.id).map((seat) => {
    const { memberId, name, role, votes, competence, remindedAt, pinCleared } = seat
    const excused = recusals.filter((recusal) => recusal.memberId === memberId).length
    const ballot = ballots.get(memberId)
    return {
      ...{ memberId, name, role, seat: seat.seat, votes },
      competence: competence === null ? null : [...competence],
      ownAccounts: owned.get(memberId) ?? 0,
      recusals: excused,
      pin: {
        isSet: pins.has(memberId),
        cleared: pinCleared && { at: instantOf(pinCleared.at), by: pinCleared.by },
      },
      marked: marked.get(memberId) ?? 0,
      cells: cellsOf(seat, judged, accounts, excused),
      submission: ballot?.submission ? publicSubmission(ballot.submission, round.rules) : null,
      seenAt: ballot?.seenAt ? instantOf(ballot.seenAt) : null,
      remindedAt: remindedAt === null ? null : instantOf(remindedAt),
    }
  })
}

const ownedAccounts = (db: Database.Database): ReadonlyMap<string, number> =>
  new Map(
    db
      .prepare<[], [string, number]>(
        'SELECT owner_id, count(*) FROM account WHERE deleted = 0 AND owner_id IS NOT NULL GROUP BY owner_id',
      )
      .raw()
      .all(),
  )

/** A submission as the contract shows it. The laptop's clock may be set back: clock readings never are. */
export const publicSubmission = ({ at, source }: Submission, { deadline }: GroupRules) => ({
  at: instantOf(at),
  source,
  late: deadline !== null && instantOf(at) > new Date(deadline).toISOString(),
})

const readSteps = (db: Database.Database, roundId: RoundId): RoundStep[] =>
  db
    .prepare<[string], { from: RoundState; to: RoundState; at: string; by: string; reason: string }>(
      `SELECT from_state AS "from", to_state AS "to", taken_at AS at, taken_by AS "by", reason FROM round_step
       WHERE round_id = ? AND deleted = 0 ORDER BY taken_at`,
    )
    .all(roundId)
    .map((step) => ({ ...step, at: instantOf(step.at) }))

/**
 * Whether a group may still be changed: freely in draft, by the chair while ballots are out.
 * @throws Refusal ROUND_NOT_THERE, NOT_ENTERED, NOT_ALLOWED
 */
function changeable(kernel: Kernel, roundId: RoundId, ticket: string | null): string {
  const { name, state } = ballotRound(kernel, roundId)
  if (state !== 'draft' && state !== 'marking') throw new Refusal('ROUND_NOT_THERE', { name, state })
  return authorised(kernel, roundId, ticket, state === 'draft' ? 'anyone' : 'chair')
}

/** Seats evaluators, or changes their seats. @throws Refusal as the contract says */
export function seatEvaluators(kernel: Kernel, input: EvaluatorInput<'seat'>): Outcome<object> {
  const { commandId, roundId, ticket, seats } = input
  const actor = changeable(kernel, roundId, ticket)
  const label = {
    command: 'seatEvaluators',
    params: { count: seats.length, name: ballotRound(kernel, roundId).name },
  }
  return kernel.write({ commandId, label, actor }, (tx) => {
    const known = tx.db.prepare<[string], number>('SELECT 1 FROM member WHERE id = ? AND deleted = 0').pluck()
    for (const seat of seats) {
      if (known.get(seat.memberId) === undefined && !isSeated(tx, roundId, seat.memberId))
        throw new Refusal('MEMBER_NOT_FOUND')
      writeSeat(tx, roundId, seat)
    }
    return {}
  })
}

const isSeated = (tx: Tx, roundId: RoundId, memberId: MemberId): boolean =>
  readSeats(tx.db, roundId).some((seat) => seat.memberId === memberId)

/** Takes an evaluator out of the group; their marks stay in the file and no longer count. @throws Refusal as the contract says */
export function unseatEvaluator(kernel: Kernel, input: EvaluatorInput<'unseat'>): Outcome<object> {
  const { commandId, roundId, ticket, memberId } = input
  const actor = changeable(kernel, roundId, ticket)
  const { name } = seatOf(kernel, roundId, memberId)
  return kernel.write({ commandId, label: { command: 'unseatEvaluator', params: { name } }, actor }, (tx) => {
    tx.db.prepare('UPDATE evaluator SET deleted = 1 WHERE id = ?').run(seatId(roundId, memberId))
    return {}
  })
}

/** Excuses an evaluator from accounts, or with an empty reason takes that back. @throws Refusal as the contract says */
export function recuse(kernel: Kernel, input: EvaluatorInput<'recuse'>): Outcome<object> {
  const { commandId, roundId, ticket, memberId, accountIds, reason } = input
  const actor = changeable(kernel, roundId, ticket)
  const { name } = seatOf(kernel, roundId, memberId)
  const command = reason === '' ? 'unrecuse' : 'recuse'
  const label = { command, params: { name, count: accountIds.length } }
  return kernel.write({ commandId, label, actor }, (tx) => {
    const known = tx.db
      .prepare<[string], number>('SELECT 1 FROM account WHERE id = ? AND deleted = 0')
      .pluck()
    const write = tx.db.prepare(
      `INSERT INTO recusal (id, round_id, member_id, account_id, reason, deleted) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET reason = excluded.reason, deleted = excluded.deleted`,
    )
    for (const accountId of accountIds) {
      if (known.get(accountId) === undefined) throw new Refusal('ACCOUNT_NOT_FOUND')
      const id = derivedId(roundId, memberId, accountId)
      write.run(id, roundId, memberId, accountId, reason, reason === '' ? 1 : 0)
      tx.breathe()
    }
    return {}
  })
}

/** Changes the rules of a round. @throws Refusal as the contract says */
export function setRules(kernel: Kernel, input: EvaluatorInput<'setRules'>): Outcome<object> {
  const { commandId, roundId, ticket, rules } = input
  const actor = changeable(kernel, roundId, ticket)
  const { name } = ballotRound(kernel, roundId)
  return kernel.write({ commandId, label: { command: 'setRules', params: { name } }, actor }, (tx) => {
    tx.db.prepare('UPDATE round SET rules = ? WHERE id = ?').run(JSON.stringify(rules), roundId)
    return {}
  })
}

/** Notes that evaluators were reminded. @throws Refusal as the contract says */
export function remindEvaluators(kernel: Kernel, input: EvaluatorInput<'remind'>): Outcome<object> {
  const { commandId, roundId, memberIds } = input
  const { name, state } = ballotRound(kernel, roundId)
  if (state !== 'marking') throw new Refusal('ROUND_NOT_THERE', { name, state })
  const label = { command: 'remindEvaluators', params: { name, count: memberIds.length } }
  return kernel.write({ commandId, label, final: [] }, (tx) => {
    for (const memberId of memberIds) {
      seatOf(kernel, roundId, memberId)
      tx.db
        .prepare('UPDATE evaluator SET reminded_at = ? WHERE id = ?')
        .run(tx.hlc, seatId(roundId, memberId))
    }
    return {}
  })
}

/**
 * Forgets an evaluator's PIN, so that they can choose another. The record stays for all to see: whoever clears a PIN
 * could fill a ballot in another's name. @throws Refusal as the contract says
 */
export function clearPin(kernel: Kernel, input: EvaluatorInput<'clearPin'>): Outcome<object> {
  const { commandId, roundId, ticket, memberId } = input
  ballotRound(kernel, roundId)
  const actor = authorised(kernel, roundId, ticket, 'chair')
  const seat: SeatRecord = seatOf(kernel, roundId, memberId)
  const label = { command: 'clearPin', params: { name: seat.name } }
  const outcome = kernel.write({ commandId, label, actor, final: ['evaluator'] }, (tx) => {
    tx.db
      .prepare('UPDATE evaluator SET pin_cleared = ? WHERE id = ?')
      .run(JSON.stringify({ at: tx.hlc, by: actor }), seatId(roundId, memberId))
    return {}
  })
  forgetPin(kernel, memberId)
  return outcome
}
