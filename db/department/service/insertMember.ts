import { MemberId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/unit.ts'

/** Adds a colleague inside a command. */
export function insertMember(tx: Tx, name: string, role = ''): MemberId {
  const id = MemberId.parse(tx.newId())
  tx.db.prepare('INSERT INTO member (id, name, role) VALUES (?, ?, ?)').run(id, name, role)
  return id
}
