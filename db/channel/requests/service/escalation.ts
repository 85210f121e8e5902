import type Database from 'better-sqlite3'
import { partyCheck } from '../../../accounts/promises/service/add.ts'
import { TIERS, type Tier } from '../../../evaluation/rules/tiers.ts'
import { derivedId } from '../../../kernel/derivedId.ts'
import type { CommandId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Escalation } from '../contract.ts'

type Told = Pick<Escalation, 'late' | 'over'>

const NOBODY: Told = { late: [], over: [] }

/** Whom the department names for a tier; nobody for an account without one. Those who left are no longer named. */
export function escalationOf(db: Database.Database, tier: Tier | null): Told {
  const json =
    tier === null
      ? undefined
      : db
          .prepare<[Tier], string>(
            'SELECT told FROM escalation WHERE tier = ? AND deleted = 0 ORDER BY id LIMIT 1',
          )
          .pluck()
          .get(tier)
  if (json === undefined) return NOBODY
  const told: Told = JSON.parse(json)
  const isThere = db.prepare<[string], 1>('SELECT 1 FROM member WHERE id = ? AND deleted = 0').pluck()
  const there = (ids: Told['late']): Told['late'] => ids.filter((id) => isThere.get(id) !== undefined)
  return { late: there(told.late), over: there(told.over) }
}

/** Whom the department names, for every tier. */
export const listEscalations = ({ db }: Kernel): Escalation[] =>
  TIERS.map((tier) => ({ tier, ...escalationOf(db, tier) }))

/** Names whom to tell of late requests of a tier. @throws Refusal MEMBER_NOT_FOUND */
export function setEscalation(
  kernel: Kernel,
  { commandId, escalation }: { commandId: CommandId; escalation: Escalation },
): Outcome<object> {
  const { tier, late, over } = escalation
  return kernel.write({ commandId, label: { command: 'setEscalation', params: { tier } } }, (tx) => {
    const check = partyCheck(tx)
    for (const id of [...late, ...over]) check.parties(id, null)
    tx.db
      .prepare(
        `INSERT INTO escalation (id, tier, told) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET told = excluded.told, deleted = 0`,
      )
      .run(derivedId('escalation', tier), tier, JSON.stringify({ late, over }))
    return {}
  })
}
