import type Database from 'better-sqlite3'
import { addDays } from '../../../accounts/rules/days.ts'
import { type StandingStep, standingSteps, tiersIn } from '../../../accounts/service/standings.ts'
import type { Tier } from '../../../evaluation/rules/tiers.ts'
import type { AccountId } from '../../../kernel/ids.ts'
import {
  type Effective,
  type PolicyOn,
  type PolicyVersion,
  type TierStep,
  termsByTier,
  versionOn,
  withExceptions,
} from '../rules/effective.ts'
import { MOST_GRACE_DAYS } from '../rules/limits.ts'
import { readExceptions, readVersions, type StoredException } from './stored.ts'

/** What every tier gets on a day, by the department's own policies (A9). */
export type PoliciesOn = Readonly<Record<Tier, PolicyOn>>

/** What every tier gets on a day (YYYY-MM-DD), by the department's own policies; A9's terms before the first version. */
export function policiesOn(db: Database.Database, day: string): PoliciesOn {
  const versions = readVersions(db)
  return {
    key: versionOn(versions, 'key', day),
    main: versionOn(versions, 'main', day),
    ordinary: versionOn(versions, 'ordinary', day),
    small: versionOn(versions, 'small', day),
  }
}

/**
 * Reads what single accounts get on a day (YYYY-MM-DD): tier, policy, terms with grace and exceptions. Everything is read
 * at once and terms are put together once for accounts that stand alike, so that ten thousand accounts take no time.
 * @param accountIds whom will be asked for; anybody where absent
 */
export const termsReader = (
  db: Database.Database,
  day: string,
  accountIds?: readonly AccountId[],
): ((accountId: AccountId) => Effective) =>
  effectiveReader(db, day, { versions: readVersions(db), accountIds })

/** What one account gets on a day (YYYY-MM-DD). */
export const termsOn = (db: Database.Database, accountId: AccountId, day: string): Effective =>
  termsReader(db, day, [accountId])(accountId)

/** The same by other versions than the published ones: what would be if a draft were. */
export function effectiveReader(
  db: Database.Database,
  day: string,
  {
    versions,
    accountIds,
  }: { readonly versions: readonly PolicyVersion[]; readonly accountIds?: readonly AccountId[] | undefined },
): (accountId: AccountId) => Effective {
  const exceptions = exceptionsByAccount(db, accountIds)
  const steps = stepsThatMatter(standingSteps(db), day).map(({ publicationId, fromOn }) => ({
    fromOn,
    tiers: tiersIn(db, publicationId, accountIds),
  }))
  const alike = new Map<string, Effective>()
  const byTier = (accountId: AccountId): Effective => {
    const standing = steps.map(({ tiers }) => tiers.get(accountId) ?? '').join()
    const known = alike.get(standing)
    if (known) return known
    const own: TierStep[] = steps.map(({ fromOn, tiers }) => ({ fromOn, tier: tiers.get(accountId) ?? null }))
    const effective = termsByTier({ steps: own, versions }, day)
    alike.set(standing, effective)
    return effective
  }
  return (accountId) => withExceptions(byTier(accountId), exceptions.get(accountId) ?? [], day)
}

const exceptionsByAccount = (
  db: Database.Database,
  accountIds: readonly AccountId[] | undefined,
): ReadonlyMap<AccountId, StoredException[]> =>
  Map.groupBy(
    accountIds?.length === 1 ? readExceptions(db, accountIds[0]) : readExceptions(db),
    ({ accountId }) => accountId,
  )

/** The steps up to a day whose tiers can still matter on it: the one that holds, and those that ended within any grace. */
function stepsThatMatter(steps: readonly StandingStep[], day: string): readonly StandingStep[] {
  const begun = steps.filter(({ fromOn }) => fromOn <= day)
  const earliestEnd = addDays(day, -MOST_GRACE_DAYS)
  const first = begun.findIndex((_, at) => {
    const end = begun[at + 1]?.fromOn
    return end === undefined || end >= earliestEnd
  })
  return first === -1 ? [] : begun.slice(first)
}
