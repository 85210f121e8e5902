import { addAccounts } from '../../../db/accounts/service/write.ts'
import { addMember } from '../../../db/department/service/members.ts'
import type { Seat } from '../../../db/evaluation/ballots/rules/group.ts'
import { markBallot, openBallot, submitBallot } from '../../../db/evaluation/ballots/service/ballot.ts'
import { seatEvaluators } from '../../../db/evaluation/ballots/service/group.ts'
import { enterBallot } from '../../../db/evaluation/ballots/service/presence.ts'
import { takeStep } from '../../../db/evaluation/ballots/service/steps.ts'
import type { RoundState } from '../../../db/evaluation/rules/roundStates.ts'
import { addSheet, changeSheet } from '../../../db/evaluation/service/editSheet.ts'
import { addRound } from '../../../db/evaluation/service/rounds.ts'
import { getSheet } from '../../../db/evaluation/service/sheets.ts'
import type { MemberId, RoundId, SheetId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { command, newKernel } from '../newKernel.ts'

/** A round by ballots in a test: three evaluators, three accounts, two judged indicators of 60 and 40 percent. */
export interface BallotRound {
  readonly kernel: Kernel
  readonly roundId: RoundId
  readonly sheetId: SheetId
  readonly leader: MemberId
  readonly deputy: MemberId
  readonly member: MemberId
}

/** A draft with its group seated; the third account is the member's own. */
export function ballotRound(now?: () => number): BallotRound {
  const kernel = now ? newKernel(now) : newKernel()
  const person = (name: string) => addMember(kernel, { commandId: command(), name, role: '' }).memberId
  const [leader, deputy, member] = [person('顾长风'), person('秦素'), person('林晓舟')]
  addAccounts(kernel, {
    commandId: command(),
    accounts: [{ name: '甲' }, { name: '乙' }, { name: '丙', ownerId: member }],
  })
  const { sheetId } = addSheet(kernel, {
    commandId: command(),
    name: '表',
    from: { kind: 'template', template: 'blank', language: 'zh' },
  })
  changeSheet(kernel, {
    commandId: command(),
    sheetId,
    cells: [],
    remove: getSheet(kernel, sheetId).indicators.map(({ id }) => id),
    move: [],
    add: [
      { after: null, indicator: { name: '忠诚度', weight: 6_000 } },
      { after: null, indicator: { name: '潜力', weight: 4_000 } },
    ],
  })
  const { roundId } = addRound(kernel, { commandId: command(), name: '盲评', sheetId, method: 'ballots' })
  const seat = (memberId: MemberId, which: Seat) => ({ memberId, seat: which, votes: 1, competence: null })
  seatEvaluators(kernel, {
    commandId: command(),
    roundId,
    ticket: null,
    seats: [seat(leader, 'leader'), seat(deputy, 'deputy'), seat(member, 'member')],
  })
  return { kernel, roundId, sheetId, leader, deputy, member }
}

const withPin = new WeakMap<Kernel, Set<MemberId>>()

/** Enters with the PIN 1234, choosing it the first time; answers with the ticket. */
export function enter({ kernel, roundId }: BallotRound, memberId: MemberId): string {
  const known = withPin.get(kernel) ?? new Set<MemberId>()
  withPin.set(kernel, known)
  const choose = !known.has(memberId)
  known.add(memberId)
  return enterBallot(kernel, { commandId: command(), roundId, memberId, pin: '1234', choose }).ticket
}

/** Takes a step as the leader (or as nobody in particular while drafting). */
export function step(round: BallotRound, to: RoundState, reason = '', memberId = round.leader): void {
  const { kernel, roundId } = round
  takeStep(kernel, { commandId: command(), roundId, ticket: enter(round, memberId), to, reason })
}

/** Fills an evaluator's whole ballot with a strip (accounts 甲 乙 丙 × 忠诚度 潜力), and hands it in unless told not to. */
export function fill(round: BallotRound, memberId: MemberId, strip: string, handIn = true): void {
  const { kernel, roundId } = round
  const ticket = enter(round, memberId)
  const ballot = openBallot(kernel, { roundId, ticket }).round
  const byName = new Map(ballot.accounts.names.map((name, at) => [name, ballot.accounts.ids[at]]))
  const accountIds = ['甲', '乙', '丙'].flatMap((name) => byName.get(name) ?? [])
  markBallot(kernel, {
    commandId: command(),
    roundId,
    ticket,
    accountIds,
    indicatorIds: ballot.sheet.indicators.map(({ id }) => id),
    expected: '-'.repeat(strip.length),
    marks: strip,
    gesture: 'paste',
  })
  if (handIn) submitBallot(kernel, { commandId: command(), roundId, ticket })
}
