import type { z } from 'zod'
import { byPinyin, personPinyin } from '../../accounts/pinyin.ts'
import { moveRequestsOf } from '../../channel/requests/service/keepers.ts'
import { moveTasksOf } from '../../channel/tasks/service/keepers.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { CommandId, MemberId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import type { department, Member } from '../contract.ts'
import { insertMember } from './insertMember.ts'

type ChangeInput = z.output<NonNullable<(typeof department.changeMember)['~orpc']['inputSchema']>>

/** The members with how many accounts they own, sorted by pinyin (family names as names are read). */
export const listMembers = (kernel: Kernel): Member[] =>
  kernel.db
    .prepare<[], Omit<Member, 'pinyin'>>(
      `SELECT m.id, m.name, m.role, count(a.id) AS accounts
       FROM member m LEFT JOIN account a ON a.owner_id = m.id AND a.deleted = 0
       WHERE m.deleted = 0 GROUP BY m.id`,
    )
    .all()
    .map((member) => ({ ...member, pinyin: personPinyin(member.name) }))
    .sort(byPinyin)

/** Adds a member. Two may share a name, as people do. */
export const addMember = (
  kernel: Kernel,
  { commandId, name, role }: { commandId: CommandId; name: string; role: string },
): Outcome<{ memberId: MemberId }> =>
  kernel.write({ commandId, label: { command: 'addMember', params: { name } } }, (tx) => ({
    memberId: insertMember(tx, name, role),
  }))

/** Changes a member's name or role; what isn't given stays. @throws Refusal MEMBER_NOT_FOUND */
export function changeMember(
  kernel: Kernel,
  { commandId, memberId, name, role }: ChangeInput,
): Outcome<object> {
  const label = { command: 'changeMember', params: { name: name ?? memberName(kernel, memberId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const { changes } = tx.db
      .prepare(
        `UPDATE member SET name = coalesce(?, name), role = coalesce(?, role) WHERE id = ? AND deleted = 0`,
      )
      .run(name ?? null, role ?? null, memberId)
    if (changes === 0) throw new Refusal('MEMBER_NOT_FOUND')
    return {}
  })
}

/**
 * Marks a member as deleted; their accounts show as without owner until an undo, their open care tasks and
 * requests go to those who go on. @throws Refusal MEMBER_NOT_FOUND
 */
export function removeMember(
  kernel: Kernel,
  { commandId, memberId }: { commandId: CommandId; memberId: MemberId },
): Outcome<object> {
  const label = { command: 'removeMember', params: { name: memberName(kernel, memberId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const { changes } = tx.db
      .prepare('UPDATE member SET deleted = 1 WHERE id = ? AND deleted = 0')
      .run(memberId)
    if (changes === 0) throw new Refusal('MEMBER_NOT_FOUND')
    moveTasksOf(tx, memberId)
    moveRequestsOf(tx, memberId)
    return {}
  })
}

const memberName = (kernel: Kernel, memberId: MemberId): string =>
  kernel.db.prepare<[MemberId], string>('SELECT name FROM member WHERE id = ?').pluck().get(memberId) ?? ''
