import { entryKind, reckon, signed } from '../../../channel/incentives/rules/reckoning.ts'
import { SAMPLE_INCENTIVES, SAMPLE_RULES } from '../../sample/ledgers/incentives.ts'
import { found } from '../found.ts'
import { FEN_A_WAN } from '../money.ts'
import type { LedgerWriter } from './writer.ts'

/** The sample's incentive rules and ledger; what a rule reckons is reckoned here as the ledger does. */
export function insertIncentives({ insert, tx, calendar, members, accounts }: LedgerWriter): void {
  const ids = new Map<string, string>()
  const rules = new Map(SAMPLE_RULES.map((rule) => [rule.name, rule]))
  for (const { reckoning, ...rule } of SAMPLE_RULES) {
    const id = tx.newId()
    ids.set(rule.name, id)
    const from = `${calendar.year - 1}-01-01`
    insert('incentive_rule', {
      id,
      ...rule,
      reckoning: reckoning && JSON.stringify(reckoning),
      from_on: from,
    })
  }
  for (const { account, rule: name, unit, base, amount, ago, why, by } of SAMPLE_INCENTIVES) {
    const rule = name === null ? null : found(rules, name)
    const entered = unit === 'fen' ? Math.round(amount * FEN_A_WAN) : amount
    const earned =
      rule?.reckoning && base !== null ? reckon(base * FEN_A_WAN, rule.reckoning, unit) : Math.abs(entered)
    insert('incentive_entry', {
      id: tx.newId(),
      account_id: found(accounts, account),
      rule_id: name === null ? null : found(ids, name),
      unit,
      amount: signed(entryKind(rule?.kind ?? null, entered), earned),
      day: calendar.workday(-ago),
      why: why === '' ? (name ?? '') : why,
      by: found(members, by),
    })
  }
}
