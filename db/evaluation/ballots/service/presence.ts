import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { Refusal } from '../../../kernel/errors.ts'
import type { CommandId, MemberId, RoundId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome, Tx } from '../../../kernel/kernel.ts'
import type { Authority } from '../../rules/roundStates.ts'
import { type RoundRecord, roundRecord } from '../../service/roundData.ts'
import type { ballots } from '../contract.ts'
import { checkPin, choosePin } from './pins.ts'
import { readSeats, type SeatRecord, seatId } from './seats.ts'

/** What a procedure of the ballots takes. */
export type BallotInput<Procedure extends keyof typeof ballots> = z.infer<
  NonNullable<(typeof ballots)[Procedure]['~orpc']['inputSchema']>
>

/** The one evaluator who is at this laptop. */
interface Presence {
  readonly ticket: string
  readonly memberId: MemberId
  readonly roundId: RoundId
  /** on the clock that only runs forward */
  lastUse: number
}

/** Whoever has done nothing for so long has gone without saying so, milliseconds. */
const IDLE = 30 * 60 * 1000

const present = new WeakMap<Kernel, Presence>()

/** Marks of a ballot can be undone while their evaluator is here; nobody may undo those of another. */
const OWN_MARKS = ['ballot', 'ballot_marks', 'ballot_note'] as const

/** A round with ballots. @throws Refusal ROUND_NOT_FOUND, ROUND_WITHOUT_BALLOTS */
export function ballotRound(kernel: Kernel, roundId: RoundId): RoundRecord {
  const round = roundRecord(kernel.db, roundId)
  if (round.method !== 'ballots') throw new Refusal('ROUND_WITHOUT_BALLOTS')
  return round
}

/** @throws Refusal EVALUATOR_NOT_FOUND */
export function seatOf(kernel: Kernel, roundId: RoundId, memberId: MemberId): SeatRecord {
  const seat = readSeats(kernel.db, roundId).find((candidate) => candidate.memberId === memberId)
  if (!seat) throw new Refusal('EVALUATOR_NOT_FOUND')
  return seat
}

/**
 * An evaluator comes to this laptop; whoever was here before has left.
 * @throws Refusal ROUND_NOT_FOUND, ROUND_WITHOUT_BALLOTS, EVALUATOR_NOT_FOUND, PIN_WRONG, PIN_WAIT, PIN_NOT_SET, PIN_IS_SET
 */
export function enterBallot(kernel: Kernel, input: BallotInput<'enter'>): Outcome<{ ticket: string }> {
  const { commandId, roundId, memberId, pin, choose } = input
  ballotRound(kernel, roundId)
  const seat = seatOf(kernel, roundId, memberId)
  if (choose) choosePin(kernel, memberId, pin)
  else checkPin(kernel, memberId, pin)
  const ticket = randomUUID()
  const outcome = come(kernel, 'enterBallot', { commandId, roundId, seat }, ticket)
  present.set(kernel, { ticket: outcome.ticket, memberId, roundId, lastUse: performance.now() })
  return outcome
}

/** The evaluator goes. @throws Refusal NOT_ENTERED */
export function leaveBallot(kernel: Kernel, input: BallotInput<'leave'>): Outcome<object> {
  const { commandId, roundId, ticket } = input
  const seat = entered(kernel, roundId, ticket)
  const { ticket: _, ...outcome } = come(kernel, 'leaveBallot', { commandId, roundId, seat }, ticket)
  present.delete(kernel)
  return outcome
}

/** Who has entered with a ticket; null when it is no longer good. */
export function presentWith(
  kernel: Kernel,
  { roundId, ticket }: BallotInput<'present'>,
): { memberId: MemberId; name: string; seat: SeatRecord['seat'] } | null {
  const memberId = memberWith(kernel, ticket)
  const seat = readSeats(kernel.db, roundId).find((candidate) => candidate.memberId === memberId)
  return seat ? { memberId: seat.memberId, name: seat.name, seat: seat.seat } : null
}

/** Coming and going are written down, and close what was marked before to Ctrl+Z. */
function come(
  kernel: Kernel,
  command: 'enterBallot' | 'leaveBallot',
  { commandId, roundId, seat }: { commandId: CommandId; roundId: RoundId; seat: SeatRecord },
  ticket: string,
): Outcome<{ ticket: string }> {
  const label = { command, params: { name: seat.name } }
  return kernel.write({ commandId, label, actor: seat.name, final: OWN_MARKS }, (tx) => {
    touchBallot(tx, roundId, seat.memberId)
    return { ticket }
  })
}

/** Notes that an evaluator was seen at their ballot; makes its row where there is none. */
function touchBallot(tx: Tx, roundId: RoundId, memberId: MemberId): void {
  ensureBallot(tx, roundId, memberId)
  tx.db.prepare('UPDATE ballot SET seen_at = ? WHERE id = ?').run(tx.hlc, seatId(roundId, memberId))
}

/** Makes the row of a ballot where there is none. Ids of ballots are those of their seats, in another table. */
export function ensureBallot(tx: Tx, roundId: RoundId, memberId: MemberId): void {
  tx.db
    .prepare(
      `INSERT INTO ballot (id, round_id, member_id) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET deleted = 0`,
    )
    .run(seatId(roundId, memberId), roundId, memberId)
}

function memberWith(kernel: Kernel, ticket: string | null): MemberId | null {
  const presence = present.get(kernel)
  if (!presence || ticket === null || presence.ticket !== ticket) return null
  const now = performance.now()
  if (now - presence.lastUse > IDLE) {
    present.delete(kernel)
    return null
  }
  presence.lastUse = now
  return presence.memberId
}

/** The seat of whoever entered with a ticket. @throws Refusal NOT_ENTERED, EVALUATOR_NOT_FOUND */
export function entered(kernel: Kernel, roundId: RoundId, ticket: string | null): SeatRecord {
  const memberId = memberWith(kernel, ticket)
  if (memberId === null) throw new Refusal('NOT_ENTERED')
  return seatOf(kernel, roundId, memberId)
}

/**
 * Who may take a step: anybody needs no ticket; the chair is the leader or a deputy.
 * @returns the name for the record: the evaluator's, else the laptop's user
 * @throws Refusal NOT_ENTERED, NOT_ALLOWED, EVALUATOR_NOT_FOUND
 */
export function authorised(kernel: Kernel, roundId: RoundId, ticket: string | null, need: Authority): string {
  if (need === 'anyone') return presentName(kernel, roundId, ticket) ?? kernel.actorName()
  const { seat, name } = entered(kernel, roundId, ticket)
  if (seat === 'leader' || (need === 'chair' && seat === 'deputy')) return name
  throw new Refusal('NOT_ALLOWED', { need })
}

const presentName = (kernel: Kernel, roundId: RoundId, ticket: string | null): string | undefined =>
  ticket === null ? undefined : presentWith(kernel, { roundId, ticket })?.name
