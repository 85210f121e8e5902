import type { AccountFact } from '../rules/facts.ts'
import { type Scope, within } from './scope.ts'

/** Facts that are rows of other tables: how many of what, and the day of the newest. */
const COUNTED = {
  group: { table: 'group_seat', have: 'count(*)', newest: 'NULL' },
  // a year's figures are as fresh as its end
  wallet: { table: 'wallet', have: '1', newest: `max(year) || '-12-31'` },
  rivals: { table: 'rival', have: '1', newest: 'NULL' },
  swot: { table: 'swot_item', have: 'count(DISTINCT quadrant)', newest: 'max(noted_on)' },
  stickiness: { table: 'stickiness', have: 'count(DISTINCT layer)', newest: 'max(noted_on)' },
  value: { table: 'delivered_value', have: 'count(DISTINCT item)', newest: 'max(noted_on)' },
  decision: { table: 'account_decision', have: '1', newest: 'max(decided_on)' },
} as const satisfies Partial<Record<AccountFact, { table: string; have: string; newest: string }>>

type CountedFact = keyof typeof COUNTED

/** Their names. */
export const COUNTED_FACTS: readonly CountedFact[] = Object.keys(COUNTED).filter(
  (fact): fact is CountedFact => fact in COUNTED,
)

/** A row for each account of a scope that has any of a fact: `accountId`, `have`, `newest`. */
export function countSql(fact: CountedFact, scope: Scope): string {
  const { table, have, newest } = COUNTED[fact]
  return `SELECT account_id AS accountId, ${have} AS have, ${newest} AS newest FROM ${table}
    WHERE deleted = 0 AND ${within(scope, 'account_id')} GROUP BY account_id`
}
