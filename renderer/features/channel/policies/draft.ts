import type { PoliciesOnShape, PolicyDraft } from '../../../../db/channel/policies/contract.ts'
import { differences } from '../../../../db/channel/policies/rules/differences.ts'
import { TERMS, termOf } from '../../../../db/channel/policies/rules/termList.ts'
import type { TermKey, TermValue } from '../../../../db/channel/policies/rules/terms.ts'
import { TIERS, type Tier } from '../../../../db/evaluation/rules/tiers.ts'

/** What is being drafted in this window: tiers' new terms, the day from which they shall hold as it was typed, and why. */
export interface Drafting {
  readonly drafts: readonly PolicyDraft[]
  readonly fromOn: string
  readonly note: string
}

/** Nothing drafted. */
export const NO_DRAFT: Drafting = { drafts: [], fromOn: '', note: '' }

/** A kept draft; null where it is none, or holds nothing. */
export function parseDrafting(json: string): Drafting | null {
  try {
    const kept: Partial<Drafting> = JSON.parse(json)
    const drafts = (kept.drafts ?? []).filter(isDraft)
    return drafts.length === 0 ? null : { drafts, fromOn: kept.fromOn ?? '', note: kept.note ?? '' }
  } catch {
    return null
  }
}

/** Another version of the program may have kept other terms: what can't be read whole is no draft. */
function isDraft(draft: PolicyDraft): boolean {
  try {
    return (
      TIERS.some((tier) => tier === draft.tier) &&
      TERMS.every(({ read }) => read(draft.terms) !== undefined) &&
      Number.isInteger(draft.graceDays)
    )
  } catch {
    return false
  }
}

/** A tier's terms as they are drafted, else as they are in force. */
export const termsNow = (drafts: readonly PolicyDraft[], tier: Tier, policies: PoliciesOnShape) =>
  drafts.find((draft) => draft.tier === tier) ?? policies[tier]

/** The drafts with another term of a tier; a tier that is as it was has none. */
export function withTerm(
  drafts: readonly PolicyDraft[],
  policies: PoliciesOnShape,
  {
    tier,
    key,
    value,
  }: { readonly tier: Tier; readonly key: TermKey | 'graceDays'; readonly value: TermValue },
): PolicyDraft[] {
  const { terms, graceDays } = termsNow(drafts, tier, policies)
  const next: PolicyDraft =
    key === 'graceDays'
      ? { tier, terms, graceDays: typeof value === 'number' ? value : graceDays }
      : { tier, graceDays, terms: { ...(termOf(key)?.write(terms, value) ?? terms) } }
  return changedOnly([...drafts.filter((draft) => draft.tier !== tier), next], policies)
}

/** Those drafts that differ from what is in force. */
export const changedOnly = (drafts: readonly PolicyDraft[], policies: PoliciesOnShape): PolicyDraft[] =>
  drafts.filter(
    ({ tier, terms, graceDays }) =>
      graceDays !== policies[tier].graceDays || differences(policies[tier].terms, terms).length > 0,
  )
