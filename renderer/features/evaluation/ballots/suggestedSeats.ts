import type { Member } from '../../../../db/department/contract.ts'
import type { Seat } from '../../../../db/evaluation/ballots/rules/group.ts'
import { evaluationLeader } from '../outcome/leader.ts'

const DEPUTY = /副总|副总裁|营销总监|财务|vice|marketing director|finance|cfo/i
const MEMBER = /客户经理|销售|大客户部|account manager|sales|key.account/i

/** The group that A1 describes, as far as titles tell: top executive, deputies, every salesperson. */
export function suggestedSeats(
  members: readonly Pick<Member, 'id' | 'name' | 'role'>[],
): { memberId: Member['id']; seat: Seat }[] {
  const leader = evaluationLeader(members)
  return members.flatMap((member) => {
    const seat = member === leader ? 'leader' : seatByTitle(member.role)
    return seat === null ? [] : [{ memberId: member.id, seat }]
  })
}

function seatByTitle(role: string): Seat | null {
  if (DEPUTY.test(role)) return 'deputy'
  return MEMBER.test(role) ? 'member' : null
}
