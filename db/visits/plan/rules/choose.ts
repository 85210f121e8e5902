import { rankGap } from '../../rules/ranks.ts'
import type { ProposalReason } from '../contract.ts'
import { gapOf } from './coverage.ts'
import type { DueAccount, Proposable, ProposedLeader } from './facts.ts'

/**
 * How well somebody suits for an account: eye level with their leader, then the same face as last time, then a gap in the
 * coverage that the visit would close.
 * @param at their place among the executives
 */
export function scoreOf(
  { lastLead }: DueAccount,
  leader: ProposedLeader | undefined,
  { memberId, rank }: Proposable,
  at: number,
): number {
  const steps = rankGap(rank, leader?.rank ?? null)
  const parity = steps === null ? 0 : Math.max(0, 3 - Math.abs(steps))
  const cell = leader?.cells[at]
  const gap = cell === undefined ? 0 : Math.min(2, gapOf(cell))
  return parity * 2 + (memberId === lastLead ? 3 : 0) + gap
}

/** Why it is them who go. @param at their place among the executives */
export function whoReasons(
  { lastLead }: DueAccount,
  leader: ProposedLeader | undefined,
  { memberId, name: member, rank }: Proposable,
  at: number,
): ProposalReason[] {
  const reasons: ProposalReason[] = []
  const steps = rankGap(rank, leader?.rank ?? null)
  if (leader !== undefined && steps !== null)
    reasons.push({ code: 'parity', memberId, member, person: leader.name, title: leader.title, steps })
  if (memberId === lastLead) reasons.push({ code: 'sameFace', memberId, member })
  const cell = leader?.cells[at]
  if (leader !== undefined && cell !== undefined && cell.wanted !== null && gapOf(cell) > 0) {
    const { depth, wanted } = cell
    reasons.push({ code: 'gap', memberId, member, person: leader.name, depth, wanted })
  }
  return reasons
}
