import { dayOf } from '../../../accounts/rules/days.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { type CommandId, PolicyId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import type { PolicyDraft } from '../contract.ts'
import { differences } from '../rules/differences.ts'
import { type PolicyVersion, versionOn } from '../rules/effective.ts'
import { sharesFault, termFaults } from '../rules/faults.ts'
import { refuseOutside, refusePast } from './days.ts'
import { readVersions, type StoredVersion } from './stored.ts'

/** Drafts that begin on a day, as they would be published. */
export interface Drafted {
  readonly fromOn: string
  readonly drafts: readonly PolicyDraft[]
}

/**
 * Publishes new versions of one or several tiers' policies, all or none (A9). Tiers whose terms stay as they are on that
 * day get none.
 * @throws Refusal DAY_OUTSIDE, DAY_PAST, POLICY_FAULTY, SHARES_NOT_WHOLE, POLICY_UNCHANGED, VERSION_THERE
 */
export function publishPolicies(
  kernel: Kernel,
  input: Drafted & { readonly commandId: CommandId; readonly note: string; readonly replace: boolean },
): Outcome<{ policyIds: PolicyId[] }> {
  const { commandId, fromOn, note, replace } = input
  const today = dayOf(kernel.now())
  const label = { command: 'publishPolicies', params: { count: input.drafts.length, from: fromOn } }
  return kernel.write({ commandId, label }, (tx) => {
    refusePast(fromOn, today)
    const versions = readVersions(tx.db)
    const { changed } = draftedVersions(versions, input)
    if (!replace) refuseThere(versions, { fromOn, drafts: changed })
    const publishedBy = kernel.actorName()
    return { policyIds: changed.map((draft) => insertVersion(tx, { ...draft, fromOn, note, publishedBy })) }
  })
}

/** What a new version is written from. */
export interface NewVersion extends PolicyDraft {
  readonly fromOn: string
  readonly note: string
  readonly publishedBy: string
}

/** Writes a version inside a command, published now or at an earlier reading of the clock. */
export function insertVersion(tx: Tx, version: NewVersion, publishedAt = tx.hlc): PolicyId {
  const id = PolicyId.parse(tx.newId())
  const { tier, fromOn, terms, graceDays, note, publishedBy } = version
  tx.db
    .prepare(
      `INSERT INTO policy (id, tier, from_on, terms, grace_days, note, published_at, published_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, tier, fromOn, JSON.stringify(terms), graceDays, note, publishedAt, publishedBy)
  return id
}

/**
 * The versions as they would be with drafts among them, and those drafts that change something.
 * @throws Refusal DAY_OUTSIDE, VERSION_THERE (a tier drafted twice), POLICY_FAULTY, SHARES_NOT_WHOLE, POLICY_UNCHANGED
 */
export function draftedVersions(
  versions: readonly StoredVersion[],
  { fromOn, drafts }: Drafted,
): { versions: PolicyVersion[]; changed: PolicyDraft[] } {
  refuseOutside(fromOn)
  const twice = drafts.find(({ tier }, at) => drafts.some((each, other) => other < at && each.tier === tier))
  if (twice) throw new Refusal('VERSION_THERE', { tier: twice.tier, fromOn })
  const changed = drafts.filter(({ tier, terms, graceDays }) => {
    const before = versionOn(versions, tier, fromOn)
    return before.graceDays !== graceDays || differences(before.terms, terms).length > 0
  })
  if (changed.length === 0) throw new Refusal('POLICY_UNCHANGED')
  refuseFaulty(changed)
  const drafted = [
    ...versions,
    // published after all that are there
    ...changed.map((draft): PolicyVersion => ({ ...draft, id: DRAFT, fromOn, publishedAt: '~' })),
  ]
  const shares = sharesFault(drafted, fromOn)
  if (shares) throw new Refusal('SHARES_NOT_WHOLE', shares)
  return { versions: drafted, changed }
}

/** What a version is called that isn't published yet. */
const DRAFT = PolicyId.parse('00000000-0000-7000-8000-000000000000')

function refuseFaulty(drafts: readonly PolicyDraft[]): void {
  const faults = drafts.flatMap(({ tier, terms }) => termFaults(terms).map((each) => ({ tier, ...each })))
  const [first] = faults
  if (!first) return
  const { code, ...rest } = first
  throw new Refusal('POLICY_FAULTY', { ...rest, reason: code, more: faults.length })
}

function refuseThere(versions: readonly StoredVersion[], { fromOn, drafts }: Drafted): void {
  const there = drafts.find(({ tier }) =>
    versions.some((version) => version.tier === tier && version.fromOn === fromOn),
  )
  if (there) throw new Refusal('VERSION_THERE', { tier: there.tier, fromOn })
}

/**
 * Takes versions back that haven't begun, all or none.
 * @throws Refusal POLICY_NOT_FOUND, POLICY_BEGUN, SHARES_NOT_WHOLE
 */
export function withdrawPolicies(
  kernel: Kernel,
  { commandId, policyIds }: { readonly commandId: CommandId; readonly policyIds: readonly PolicyId[] },
): Outcome<object> {
  const ids = new Set(policyIds)
  const from = readVersions(kernel.db).find(({ id }) => ids.has(id))?.fromOn ?? ''
  const label = { command: 'withdrawPolicies', params: { count: ids.size, from } }
  const today = dayOf(kernel.now())
  return kernel.write({ commandId, label }, (tx) => {
    const versions = readVersions(tx.db)
    const found = versions.filter(({ id }) => ids.has(id))
    if (found.length < ids.size) throw new Refusal('POLICY_NOT_FOUND')
    const begun = found.find(({ fromOn }) => fromOn <= today)
    if (begun) throw new Refusal('POLICY_BEGUN', { fromOn: begun.fromOn })
    const shares = sharesFault(
      versions.filter(({ id }) => !ids.has(id)),
      today,
    )
    if (shares) throw new Refusal('SHARES_NOT_WHOLE', shares)
    const withdraw = tx.db.prepare('UPDATE policy SET deleted = 1 WHERE id = ?')
    for (const id of ids) withdraw.run(id)
    return {}
  })
}
