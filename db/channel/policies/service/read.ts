import { pinyinText } from '../../../accounts/pinyin.ts'
import { addDays, dayOf } from '../../../accounts/rules/days.ts'
import { newestStandings } from '../../../accounts/service/standings.ts'
import { TIERS, type Tier } from '../../../evaluation/rules/tiers.ts'
import { instantOf } from '../../../kernel/clock.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { AccountPolicy, ExceptionLine, PolicyVersionLine } from '../contract.ts'
import { differences } from '../rules/differences.ts'
import { versionOn } from '../rules/effective.ts'
import { EXCEPTIONAL } from '../rules/termList.ts'
import { readExceptions, readVersions, type StoredException, type StoredVersion } from './stored.ts'
import { type PoliciesOn, policiesOn, termsOn } from './termsOf.ts'

/** What every tier gets on a day, today where none is given. */
export function policiesInForce(
  kernel: Kernel,
  { day }: { readonly day?: string | undefined },
): { today: string; day: string; policies: PoliciesOn } {
  const today = dayOf(kernel.now())
  const wanted = day ?? today
  return { today, day: wanted, policies: policiesOn(kernel.db, wanted) }
}

/** All published versions, the one that begins last first. */
export function listVersions(kernel: Kernel): { today: string; versions: PolicyVersionLine[] } {
  const today = dayOf(kernel.now())
  const versions = readVersions(kernel.db)
  const inForce = new Set(TIERS.map((tier) => versionOn(versions, tier, today).policyId))
  return {
    today,
    versions: versions
      .map(
        ({ publishedAt, ...version }): PolicyVersionLine => ({
          ...version,
          publishedAt: instantOf(publishedAt),
          state: stateOf({ ...version, publishedAt }, versions, {
            today,
            isInForce: inForce.has(version.id),
          }),
          differences: differences(
            versionOn(versions, version.tier, addDays(version.fromOn, -1)).terms,
            version.terms,
          ),
        }),
      )
      .reverse(),
  }
}

function stateOf(
  { tier, fromOn, publishedAt }: StoredVersion,
  versions: readonly StoredVersion[],
  { today, isInForce }: { readonly today: string; readonly isInForce: boolean },
): PolicyVersionLine['state'] {
  const isReplaced = versions.some(
    (each) => each.tier === tier && each.fromOn === fromOn && each.publishedAt > publishedAt,
  )
  if (isReplaced) return 'replaced'
  return isInForce ? 'inForce' : fromOn > today ? 'coming' : 'past'
}

const STATES: readonly ExceptionLine['state'][] = ['inForce', 'coming', 'past']

/** Exceptions, of one account or all: in force first, then those to come, then past ones, newest end first. */
export function listExceptions(
  kernel: Kernel,
  { accountId }: { readonly accountId?: AccountId | undefined },
): { today: string; rows: ExceptionLine[] } {
  const today = dayOf(kernel.now())
  return { today, rows: exceptionLines(kernel, readExceptions(kernel.db, accountId), today) }
}

function exceptionLines(
  { db }: Kernel,
  exceptions: readonly StoredException[],
  today: string,
): ExceptionLine[] {
  const ids = [...new Set(exceptions.map((each) => each.accountId))]
  const standings = newestStandings(db, ids)
  const name = db
    .prepare<[AccountId], string>('SELECT name FROM account WHERE id = ? AND deleted = 0')
    .pluck()
  const lines = exceptions.flatMap(({ terms, ...exception }): ExceptionLine[] => {
    const account = name.get(exception.accountId)
    if (account === undefined) return []
    const standing = standings.get(exception.accountId)?.tier
    return [
      {
        ...exception,
        account,
        pinyin: pinyinText(account),
        tier: TIERS.find((tier): tier is Tier => tier === standing) ?? null,
        terms: EXCEPTIONAL.flatMap(({ key }) => {
          const value = terms[key]
          return value === undefined ? [] : [{ key, value }]
        }),
        state: exception.untilOn < today ? 'past' : exception.fromOn > today ? 'coming' : 'inForce',
      },
    ]
  })
  return lines.sort(
    (a, b) =>
      STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
      (a.untilOn < b.untilOn ? 1 : a.untilOn > b.untilOn ? -1 : 0),
  )
}

/** What one account gets today, and where each of it comes from. @throws Refusal ACCOUNT_NOT_FOUND */
export function policyOfAccount(kernel: Kernel, accountId: AccountId): AccountPolicy {
  const { db } = kernel
  const isThere = db
    .prepare<[AccountId], 1>('SELECT 1 FROM account WHERE id = ? AND deleted = 0')
    .get(accountId)
  if (isThere === undefined) throw new Refusal('ACCOUNT_NOT_FOUND')
  const today = dayOf(kernel.now())
  const { tier, policyId, terms, graceUntil, kept, excepted } = termsOn(db, accountId, today)
  return {
    ...{ today, tier, policyId, terms, graceUntil },
    policyFrom: versionOn(readVersions(db), tier ?? 'ordinary', today).fromOn,
    kept: [...kept],
    excepted: [...excepted],
    exceptions: exceptionLines(kernel, readExceptions(db, accountId), today).filter(
      ({ state }) => state !== 'past',
    ),
  }
}
