import { addMember } from '../../../../db/department/service/members.ts'
import { markBallot, submitBallot } from '../../../../db/evaluation/ballots/service/ballot.ts'
import { seatEvaluators } from '../../../../db/evaluation/ballots/service/group.ts'
import { enterBallot } from '../../../../db/evaluation/ballots/service/presence.ts'
import { takeStep } from '../../../../db/evaluation/ballots/service/steps.ts'
import type { RoundState } from '../../../../db/evaluation/rules/roundStates.ts'
import { addSheet, changeSheet } from '../../../../db/evaluation/service/editSheet.ts'
import { placeException } from '../../../../db/evaluation/service/exceptions.ts'
import { markCells } from '../../../../db/evaluation/service/marking.ts'
import { publishRound } from '../../../../db/evaluation/service/publishing.ts'
import { addRound } from '../../../../db/evaluation/service/rounds.ts'
import {
  AccountId,
  type IndicatorId,
  type MemberId,
  type PublicationId,
  type RoundId,
  type SheetId,
} from '../../../../db/kernel/ids.ts'
import type { Kernel } from '../../../../db/kernel/kernel.ts'
import { command } from '../../newKernel.ts'

/** A department with a leader, a deputy and a member, accounts that the member owns, and a sheet of 60% and 40%. */
export interface Department {
  readonly kernel: Kernel
  readonly members: Readonly<Record<'leader' | 'deputy' | 'member', MemberId>>
  readonly accounts: ReadonlyMap<string, AccountId>
  readonly sheetId: SheetId
  readonly indicators: readonly IndicatorId[]
}

/** Makes the department in an empty kernel. */
export function newDepartment(kernel: Kernel, names: readonly string[]): Department {
  const member = (name: string): MemberId =>
    addMember(kernel, { commandId: command(), name, role: '' }).memberId
  const members = { leader: member('顾长风'), deputy: member('秦素'), member: member('林晓舟') }
  const accounts = new Map<string, AccountId>()
  kernel.write({ commandId: command(), label: { command: 'addAccounts', params: {} } }, (tx) => {
    for (const name of names) {
      const id = AccountId.parse(tx.newId())
      tx.db.prepare('INSERT INTO account (id, name, owner_id) VALUES (?, ?, ?)').run(id, name, members.member)
      accounts.set(name, id)
    }
    return {}
  })
  const { sheetId } = addSheet(kernel, {
    commandId: command(),
    name: '考评表',
    from: { kind: 'template', template: 'blank', language: 'zh' },
  })
  const { added } = changeSheet(kernel, {
    commandId: command(),
    sheetId,
    cells: [],
    add: [
      { after: null, indicator: { name: '忠诚度', weight: 6_000 } },
      { after: null, indicator: { name: '信用', weight: 4_000 } },
    ],
    remove: [],
    move: [],
  })
  return { kernel, members, accounts, sheetId, indicators: added }
}

/** The id of an account by name. */
export function accountOf({ accounts }: Department, name: string): AccountId {
  const id = accounts.get(name)
  if (!id) throw new Error(`no ${name}`)
  return id
}

/** Two marks per account as a strip: 忠诚度 weighs 60%, 信用 40%. */
export type Strips = Readonly<Record<string, string>>

const block = (department: Department, strips: Strips) => ({
  accountIds: Object.keys(strips).map((name) => accountOf(department, name)),
  indicatorIds: [...department.indicators],
  marks: Object.values(strips).join(''),
})

/** Publishes a round on a shared sheet with these marks, and with exceptions. */
export function publishShared(
  department: Department,
  name: string,
  strips: Strips,
  exceptions: readonly { readonly account: string; readonly expires: string | null }[] = [],
): PublicationId {
  const { kernel, sheetId } = department
  const { roundId } = addRound(kernel, { commandId: command(), name, sheetId })
  const marks = block(department, strips)
  markCells(kernel, {
    ...{ commandId: command(), roundId, gesture: 'paste' },
    ...marks,
    expected: marks.marks.replace(/./g, '-'),
  })
  for (const { account, expires } of exceptions)
    placeException(kernel, {
      ...{ commandId: command(), roundId, accountId: accountOf(department, account) },
      ...{ tier: 'key', reason: '标杆客户', approver: '顾长风', expires },
    })
  return publishRound(kernel, { commandId: command(), roundId, note: '' }).publicationId
}

/** The PIN of everybody. */
const PIN = '2468'

/** Whoever enters. */
export function enter(
  { kernel, members }: Department,
  roundId: RoundId,
  who: keyof Department['members'],
  choose = false,
): string {
  return enterBallot(kernel, { commandId: command(), roundId, memberId: members[who], pin: PIN, choose })
    .ticket
}

/** Takes a round a step on or back. */
export const step = (
  { kernel }: Department,
  roundId: RoundId,
  ticket: string | null,
  to: RoundState,
  reason = '',
): void => void takeStep(kernel, { commandId: command(), roundId, ticket, to, reason })

/** A round by ballots with the same marks from leader and deputy, in the state in which its tiers are approved. */
export function roundInApproval(
  department: Department,
  name: string,
  strips: Strips,
  first = true,
): { roundId: RoundId; ticket: string } {
  const { kernel, members, sheetId } = department
  const { roundId } = addRound(kernel, { commandId: command(), name, sheetId, method: 'ballots' })
  seatEvaluators(kernel, {
    ...{ commandId: command(), roundId, ticket: null },
    seats: (['leader', 'deputy', 'member'] as const).map((seat) => ({
      ...{ memberId: members[seat], seat, votes: 1, competence: null },
    })),
  })
  step(department, roundId, null, 'marking')
  for (const who of ['deputy', 'leader'] as const) {
    const ticket = enter(department, roundId, who, first)
    const marks = block(department, strips)
    const expected = marks.marks.replace(/./g, '-')
    markBallot(kernel, { commandId: command(), roundId, ticket, gesture: 'paste', ...marks, expected })
    submitBallot(kernel, { commandId: command(), roundId, ticket })
  }
  const ticket = enter(department, roundId, 'leader')
  for (const to of ['locked', 'consensus', 'approval'] as const) step(department, roundId, ticket, to)
  return { roundId, ticket }
}
