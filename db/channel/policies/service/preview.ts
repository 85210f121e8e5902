import { pinyinText } from '../../../accounts/pinyin.ts'
import { addDays } from '../../../accounts/rules/days.ts'
import { newestStandings } from '../../../accounts/service/standings.ts'
import { TIERS, type Tier } from '../../../evaluation/rules/tiers.ts'
import type { AccountId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { PolicyPreview } from '../contract.ts'
import { differences, type TermDifference } from '../rules/differences.ts'
import { isInForce, versionOn } from '../rules/effective.ts'
import type { TermKey } from '../rules/terms.ts'
import { type Drafted, draftedVersions } from './publish.ts'
import { readExceptions, readVersions } from './stored.ts'

/**
 * Who would gain and lose what by drafts that begin on a day, by the tiers of today: what is gained at once, what is lost
 * after the days of grace.
 * @throws Refusal DAY_OUTSIDE, POLICY_FAULTY, SHARES_NOT_WHOLE, POLICY_UNCHANGED
 */
export function previewPolicies(kernel: Kernel, drafted: Drafted): PolicyPreview {
  const { fromOn } = drafted
  const published = readVersions(kernel.db)
  const { changed } = draftedVersions(published, drafted)
  const members = accountsByTier(kernel)
  const tiers = TIERS.flatMap((tier) => {
    const draft = changed.find((each) => each.tier === tier)
    if (!draft) return []
    const found = differences(versionOn(published, tier, fromOn).terms, draft.terms)
    const loses = found.some(({ effect }) => effect === 'loss')
    return [
      {
        tier,
        accounts: members.get(tier)?.length ?? 0,
        differences: found,
        lossesFrom: loses ? addDays(fromOn, draft.graceDays) : null,
      },
    ]
  })
  return { fromOn, tiers, accounts: accountColumns(kernel, tiers, members, fromOn) }
}

interface Named {
  readonly id: AccountId
  readonly name: string
}

function accountsByTier({ db }: Kernel): ReadonlyMap<Tier, Named[]> {
  const standings = newestStandings(db)
  const accounts = db.prepare<[], Named>('SELECT id, name FROM account WHERE deleted = 0').all()
  const byTier = new Map<Tier, Named[]>(TIERS.map((tier) => [tier, []]))
  for (const account of accounts) {
    const tier = TIERS.find((each) => each === standings.get(account.id)?.tier)
    if (tier) byTier.get(tier)?.push(account)
  }
  return byTier
}

function accountColumns(
  { db }: Kernel,
  tiers: readonly { readonly tier: Tier; readonly differences: readonly TermDifference[] }[],
  members: ReadonlyMap<Tier, readonly Named[]>,
  fromOn: string,
): PolicyPreview['accounts'] {
  const excepted = Map.groupBy(
    readExceptions(db).filter((each) => isInForce(each, fromOn)),
    ({ accountId }) => accountId,
  )
  const rows = tiers.flatMap(({ tier, differences: found }) =>
    sorted(members.get(tier) ?? []).map(({ id, name }) => {
      const held = heldBy(excepted.get(id) ?? [], found)
      const count = (effect: TermDifference['effect']): number =>
        found.filter((each) => each.effect === effect && !held.includes(each.key)).length
      return { id, name, tier, held, gains: count('gain'), losses: count('loss') }
    }),
  )
  return {
    ids: rows.map(({ id }) => id),
    names: rows.map(({ name }) => name),
    tiers: rows.map(({ tier }) => tier),
    gains: rows.map(({ gains }) => gains),
    losses: rows.map(({ losses }) => losses),
    excepted: rows.map(({ held }) => held),
  }
}

const sorted = (accounts: readonly Named[]): Named[] =>
  accounts
    .map((account) => ({ account, spelling: pinyinText(account.name) }))
    .sort((a, b) => (a.spelling < b.spelling ? -1 : a.spelling > b.spelling ? 1 : 0))
    .map(({ account }) => account)

const heldBy = (
  exceptions: readonly { readonly terms: Readonly<Partial<Record<TermKey, unknown>>> }[],
  found: readonly TermDifference[],
): TermKey[] =>
  found.map(({ key }) => key).filter((key) => exceptions.some(({ terms }) => terms[key] !== undefined))
