import type Database from 'better-sqlite3'
import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { CommandId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { type CareRule, DEFAULT_RULES, rulesInForce } from '../rules/careRules.ts'
import { CARE_REASONS, type CareReason } from '../rules/reasons.ts'

/** Ids of settings come from their reason alone, so that two laptops set the same row. */
const SETTINGS = '01890000-0000-7000-8000-00000000ca2e'
const idOf = (reason: CareReason): string => derivedId(SETTINGS, reason)

function savedRules(db: Database.Database): Partial<Record<CareReason, CareRule>> {
  const rows = db
    .prepare<[], { reason: string; content: string }>(
      'SELECT reason, content FROM care_rule WHERE deleted = 0',
    )
    .all()
  return Object.fromEntries(
    rows.map(({ reason, content }) => [reason, { ...defaultOf(reason), ...JSON.parse(content) }]),
  )
}

const defaultOf = (reason: string): CareRule | undefined =>
  CARE_REASONS.filter((one) => one === reason).map((one) => DEFAULT_RULES[one])[0]

/** The settings of every reason, as they are in force. */
export const careRulesInForce = (db: Database.Database): Readonly<Record<CareReason, CareRule>> =>
  rulesInForce(savedRules(db))

/** The same as a list that says which are the department's own. */
export function listCareRules({
  db,
}: Kernel): (CareRule & { readonly reason: CareReason; readonly isDefault: boolean })[] {
  const saved = savedRules(db)
  const inForce = rulesInForce(saved)
  return CARE_REASONS.map((reason) => ({
    reason,
    isDefault: saved[reason] === undefined,
    ...inForce[reason],
  }))
}

/** Saves the settings of a reason; null goes back to the default. @throws Refusal PLAYBOOK_NOT_FOUND, MEMBER_NOT_FOUND */
export function saveCareRule(
  kernel: Kernel,
  {
    commandId,
    reason,
    rule,
  }: { readonly commandId: CommandId; readonly reason: CareReason; readonly rule: CareRule | null },
): Outcome<object> {
  return kernel.write({ commandId, label: { command: 'saveCareRule', params: { reason } } }, (tx) => {
    const there = (table: 'member' | 'playbook', id: string | null): boolean =>
      id === null ||
      tx.db.prepare(`SELECT 1 FROM ${table} WHERE id = ? AND deleted = 0`).get(id) !== undefined
    if (!there('member', rule?.memberId ?? null)) throw new Refusal('MEMBER_NOT_FOUND')
    if (!there('playbook', rule?.playbookId ?? null)) throw new Refusal('PLAYBOOK_NOT_FOUND')
    if (rule === null) tx.db.prepare('UPDATE care_rule SET deleted = 1 WHERE id = ?').run(idOf(reason))
    else
      tx.db
        .prepare(
          `INSERT INTO care_rule (id, reason, content) VALUES (?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET content = excluded.content, deleted = 0`,
        )
        .run(idOf(reason), reason, JSON.stringify(rule))
    return {}
  })
}
