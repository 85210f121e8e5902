import type { Tier } from '../../../evaluation/rules/tiers.ts'
import type { AccountId } from '../../../kernel/ids.ts'
import { readSources, sourceOf } from '../../rules/sources.ts'
import type { Held } from '../rules/completeness.ts'
import type { AccountFact } from '../rules/facts.ts'
import { aged } from './aged.ts'
import { type Scope, within } from './scope.ts'

/** Facts that are fields of the account's own row, with what makes one known. */
const FIELDS = {
  ownerId: 'm.id IS NOT NULL',
  lifecycle: 'a.lifecycle IS NOT NULL',
  kind: 'a.kind IS NOT NULL',
  cycle: 'a.cycle IS NOT NULL',
  industry: `a.industry <> ''`,
  region: `a.region <> ''`,
  address: `a.address <> ''`,
  phone: `a.phone <> ''`,
  cooperationSince: 'a.cooperation_since IS NOT NULL',
  staff: 'a.staff IS NOT NULL',
  revenue: 'a.revenue IS NOT NULL',
  marketPosition: `a.market_position <> ''`,
  business: `a.business <> ''`,
  sellingMode: 'a.selling_mode IS NOT NULL',
  technicalContent: 'a.technical_content IS NOT NULL',
  creditDays: 'a.credit_days IS NOT NULL',
  paymentBehaviour: `a.payment_behaviour <> ''`,
} as const satisfies Partial<Record<AccountFact, string>>

type FieldFact = keyof typeof FIELDS

const isFieldFact = (fact: string): fact is FieldFact => fact in FIELDS
const FIELD_FACTS: readonly FieldFact[] = Object.keys(FIELDS).filter(isFieldFact)

/** An account's own row: which fields are known, where each comes from, and when the newest contact was. */
export type FieldRow = Readonly<Record<FieldFact, 0 | 1>> & {
  readonly id: AccountId
  readonly sources: string
  readonly contact: string | null
  readonly figures: number
}

/** One row for each account of a scope that is there. */
export const fieldsSql = (scope: Scope): string =>
  `SELECT a.id, ${FIELD_FACTS.map((fact) => `${FIELDS[fact]} AS "${fact}"`).join(', ')}, a.sources,
     CASE WHEN (SELECT count(*) FROM figure WHERE deleted = 0) = 0 THEN 1.0
       ELSE (SELECT count(*) FROM json_each(a.figures) v JOIN figure f ON f.id = v.key AND f.deleted = 0) * 1.0
         / (SELECT count(*) FROM figure WHERE deleted = 0) END AS figures,
     (SELECT e.happened_on FROM log_entry e WHERE e.account_id = a.id AND e.deleted = 0
       ORDER BY e.happened_on DESC LIMIT 1) AS contact
   FROM account a LEFT JOIN member m ON m.id = a.owner_id AND m.deleted = 0
   WHERE a.deleted = 0 AND ${within(scope, 'a.id')}`

/** What an account's own row holds on `today` (YYYY-MM-DD). */
export function heldFields(
  { sources, contact, figures, ...known }: Omit<FieldRow, 'id'>,
  tier: Tier | null,
  today: string,
): Partial<Record<AccountFact, Held>> {
  const holdings: Partial<Record<AccountFact, Held>> = { figures: { fresh: figures, stale: 0 } }
  const learned = sources === '{}' ? {} : readSources(sources)
  for (const fact of FIELD_FACTS)
    if (known[fact] === 1)
      holdings[fact] = aged(fact, tier, { have: 1, newest: sourceOf(learned, fact)?.on ?? null }, today)
  if (contact !== null) holdings.contact = aged('contact', tier, { have: 1, newest: contact }, today)
  return holdings
}
