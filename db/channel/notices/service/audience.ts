import type Database from 'better-sqlite3'
import { perFile } from '../../../kernel/perFile.ts'
import type { Promised } from '../../requests/rules/clocks.ts'
import { LEVELS, type Level } from '../../requests/rules/levels.ts'

interface Row {
  readonly ownerId: string | null
  readonly backupId: string | null
  readonly sponsorId: string | null
  readonly promised: string
}

const statementsOf = perFile((db) => ({
  request: db.prepare<[string], Row>(
    `SELECT m.id AS ownerId, r.backup_id AS backupId, r.sponsor_id AS sponsorId, r.promised
     FROM request r JOIN account a ON a.id = r.account_id AND a.deleted = 0
     LEFT JOIN member m ON m.id = r.owner_id AND m.deleted = 0
     WHERE r.id = ? AND r.deleted = 0`,
  ),
}))

/**
 * Which levels of a request's clocks concern somebody: all of them its owner; from late on its backup, its sponsor and
 * whom the department named when it was asked; every escalation the head, and whatever has no owner.
 */
export function levelsFor(
  db: Database.Database,
  requestId: string,
  { me, head }: { readonly me: string | null; readonly head: string | null },
): readonly Level[] {
  const row = me === null ? undefined : statementsOf(db).request.get(requestId)
  if (me === null || !row) return []
  if (row.ownerId === me || (row.ownerId === null && me === head)) return LEVELS
  const { escalation }: Promised = JSON.parse(row.promised)
  if (me === head || me === row.backupId || me === row.sponsorId || escalation.late.includes(me))
    return ESCALATED
  return escalation.over.includes(me) ? OVER : []
}

const ESCALATED = ['late', 'over'] as const satisfies readonly Level[]
const OVER = ['over'] as const satisfies readonly Level[]
