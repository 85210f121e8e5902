import { checkNamed, type InputOf } from '../../channel/ledger/service/rows.ts'
import { derivedId } from '../../kernel/derivedId.ts'
import type { MemberId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import type { visits } from '../contract.ts'

/** One of ours who visits leaders. */
export interface Executive {
  readonly memberId: MemberId
  readonly name: string
  readonly role: string
  readonly rank: number
  readonly city: string
  readonly monthly: number
}

/** Our executives, by rank. */
export const listExecutives = ({ db }: Pick<Kernel, 'db'>): Executive[] =>
  db
    .prepare<[], Executive>(
      `SELECT m.id AS memberId, m.name, m.role, x.rank, x.city, x.monthly
       FROM executive x JOIN member m ON m.id = x.member_id AND m.deleted = 0 WHERE x.deleted = 0
       ORDER BY x.rank, m.id`,
    )
    .all()

/** Makes one of ours an executive or changes what is said of them; null takes that away. @throws Refusal MEMBER_NOT_FOUND */
export function setExecutive(
  kernel: Kernel,
  { commandId, memberId, executive }: InputOf<typeof visits.setExecutive>,
): Outcome<object> {
  const name =
    kernel.db.prepare<[string], string>('SELECT name FROM member WHERE id = ?').pluck().get(memberId) ?? ''
  const command = executive === null ? 'removeExecutive' : 'setExecutive'
  return kernel.write({ commandId, label: { command, params: { name } } }, (tx) => {
    checkNamed(tx.db, { member: memberId })
    const id = derivedId(memberId, 'executive')
    if (executive === null) {
      tx.db.prepare('UPDATE executive SET deleted = 1 WHERE id = ? AND deleted = 0').run(id)
      return {}
    }
    tx.db
      .prepare(
        `INSERT INTO executive (id, member_id, rank, city, monthly) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE
         SET deleted = 0, rank = excluded.rank, city = excluded.city, monthly = excluded.monthly`,
      )
      .run(id, memberId, executive.rank, executive.city, executive.monthly)
    return {}
  })
}
