import type Database from 'better-sqlite3'
import type { Standing, Tier } from '../../../evaluation/rules/tiers.ts'
import type { AccountId } from '../../../kernel/ids.ts'
import { newestStandings } from '../../service/standings.ts'
import type { Held } from '../rules/completeness.ts'
import type { AccountFact } from '../rules/facts.ts'
import { aged, type Counted } from './aged.ts'
import { COUNTED_FACTS, countSql } from './countedFacts.ts'
import { type FieldRow, fieldsSql, heldFields } from './fieldFacts.ts'
import { peopleHoldings } from './peopleFacts.ts'
import { type Scope, scopeParams } from './scope.ts'

/** What the archive of an account holds, with the tier that it is measured by; null where it isn't graded. */
export interface Archive {
  readonly tier: Tier | null
  readonly holdings: Partial<Record<AccountFact, Held>>
}

/**
 * Reads what the archives of a scope hold: one query a table, whatever the number of accounts. Only accounts that
 * are there are returned.
 * @param tiers where accounts stand, where the caller has read that already
 * @param today YYYY-MM-DD
 */
export function archivesOf(
  db: Database.Database,
  scope: Scope,
  today: string,
  tiers: ReadonlyMap<AccountId, Tier> = tiersOf(db, 'ids' in scope ? scope.ids : [scope.from]),
): Map<AccountId, Archive> {
  const params = scopeParams(scope)
  const archives = new Map<AccountId, Archive>()
  for (const { id, ...fields } of db.prepare<object, FieldRow>(fieldsSql(scope)).iterate(params)) {
    const tier = tiers.get(id) ?? null
    archives.set(id, { tier, holdings: heldFields(fields, tier, today) })
  }
  for (const fact of COUNTED_FACTS) {
    const rows = db.prepare<object, Counted & { accountId: AccountId }>(countSql(fact, scope))
    for (const { accountId, ...counted } of rows.iterate(params)) {
      const archive = archives.get(accountId)
      if (archive) archive.holdings[fact] = aged(fact, archive.tier, counted, today)
    }
  }
  for (const { accountId, holdings } of peopleHoldings(db, scope, today))
    Object.assign(archives.get(accountId)?.holdings ?? {}, holdings)
  return archives
}

/** The tiers of accounts (of all where none are named) that the newest published round graded. */
export function tiersOf(db: Database.Database, ids?: readonly AccountId[]): ReadonlyMap<AccountId, Tier> {
  const graded = [...newestStandings(db, ids)].flatMap(([id, { tier }]): [AccountId, Tier][] =>
    isTier(tier) ? [[id, tier]] : [],
  )
  return new Map(graded)
}

const isTier = (standing: Standing): standing is Tier => standing !== 'insufficient'
