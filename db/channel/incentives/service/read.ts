import { dayOf } from '../../../accounts/rules/days.ts'
import { newestStandings } from '../../../accounts/service/standings.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { type InputOf, memberNames, readJson } from '../../ledger/service/rows.ts'
import type { IncentiveEntry, IncentiveRule, incentives } from '../contract.ts'
import { byDay, runningBalances } from '../rules/balances.ts'
import { entryKind, type Reckoning } from '../rules/reckoning.ts'
import type { IncentiveKind } from '../rules/words.ts'

type StoredRule = Omit<IncentiveRule, 'reckoning' | 'holds'> & { readonly reckoning: string | null }
type StoredEntry = Omit<IncentiveEntry, 'tier' | 'kind' | 'balance' | 'by'> & {
  readonly ruleKind: IncentiveKind | null
  readonly by: string
}

/** The ledger with running balances, newest entries first, and all rules: those that hold first, by name. */
export function listIncentives(
  kernel: Kernel,
  { accountId }: InputOf<typeof incentives.list>,
): { today: string; rules: IncentiveRule[]; rows: IncentiveEntry[] } {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const standings = newestStandings(db)
  const names = memberNames(db)
  const stored = db
    .prepare<object, StoredEntry>(
      `SELECT e.id, e.account_id AS accountId, a.name AS account, e.rule_id AS ruleId, r.name AS rule,
         r.kind AS ruleKind, e.unit, e.amount, e.day, e.why, e.by
       FROM incentive_entry e JOIN account a ON a.id = e.account_id AND a.deleted = 0
       LEFT JOIN incentive_rule r ON r.id = e.rule_id
       WHERE e.deleted = 0 AND (@accountId IS NULL OR e.account_id = @accountId)`,
    )
    .all({ accountId: accountId ?? null })
  const balances = runningBalances(stored)
  const rows = stored
    .sort(byDay)
    .toReversed()
    .map(
      ({ ruleKind, by, ...entry }): IncentiveEntry => ({
        ...entry,
        by: names.get(by) ?? null,
        kind: entryKind(ruleKind, entry.amount),
        tier: standings.get(entry.accountId)?.tier ?? null,
        balance: balances.get(entry.id) ?? 0,
      }),
    )
  return { today, rules: readRules(kernel, today), rows }
}

function readRules({ db }: Kernel, today: string): IncentiveRule[] {
  const rules = db
    .prepare<[], StoredRule>(
      `SELECT r.id, r.name, r.kind, r.unit, r.text, r.reckoning, r.from_on AS fromOn, r.until_on AS untilOn,
         (SELECT count(*) FROM incentive_entry e WHERE e.rule_id = r.id AND e.deleted = 0) AS entries
       FROM incentive_rule r WHERE r.deleted = 0 ORDER BY r.name, r.id`,
    )
    .all()
    .map((rule): IncentiveRule => {
      const holds = rule.fromOn <= today && (rule.untilOn === null || today <= rule.untilOn)
      return { ...rule, reckoning: readJson<Reckoning>(rule.reckoning), holds }
    })
  return [...rules.filter(({ holds }) => holds), ...rules.filter(({ holds }) => !holds)]
}
