import { addDays } from '../../../accounts/rules/days.ts'
import { TIERS, type Tier } from '../../../evaluation/rules/tiers.ts'
import type { PolicyExceptionId, PolicyId } from '../../../kernel/ids.ts'
import { DEFAULT_GRACE_DAYS, DEFAULT_TERMS, withoutTier } from './defaults.ts'
import type { Entitlement } from './entitlements.ts'
import { detailOf, TERMS, type Term, termOf } from './termList.ts'
import type { PolicyTerms, TermChanges, TermKey, TermValue } from './terms.ts'

/** A published version of a tier's policy. */
export interface PolicyVersion {
  readonly id: PolicyId
  readonly tier: Tier
  /** first day on which it holds, YYYY-MM-DD */
  readonly fromOn: string
  /** clock reading */
  readonly publishedAt: string
  readonly graceDays: number
  readonly terms: PolicyTerms
}

/** What a tier gets on a day; without a version yet, A9's terms. */
export type PolicyOn = Pick<PolicyVersion, 'terms' | 'graceDays'> & {
  readonly policyId: PolicyId | null
  /** null for A9's */
  readonly fromOn: string | null
}

/** Where an account stands from a day (YYYY-MM-DD) on. */
export interface TierStep {
  readonly fromOn: string
  readonly tier: Tier | null
}

/** An exception as far as it changes what holds. */
export interface ExceptionTerms {
  readonly id: PolicyExceptionId
  /** first and last day on which it holds, YYYY-MM-DD */
  readonly fromOn: string
  readonly untilOn: string
  readonly terms: TermChanges
}

/** What an account gets on a day, and why it isn't just what its tier's policy says. */
export interface Effective {
  readonly tier: Tier | null
  /** the version that its tier's terms come from; null for A9's */
  readonly policyId: PolicyId | null
  readonly terms: PolicyTerms
  /** the last day on which something is still kept from before (YYYY-MM-DD); null where nothing is */
  readonly graceUntil: string | null
  /** what is kept from before though tier or policy no longer give it, each with its last day */
  readonly kept: readonly { readonly key: TermKey; readonly until: string }[]
  /** what an exception gives or takes */
  readonly excepted: readonly { readonly key: TermKey; readonly exceptionId: PolicyExceptionId }[]
}

/** What a tier's policies say on a day: the version that began last; of several that began together the one published last. */
export function versionOn(versions: Iterable<PolicyVersion>, tier: Tier, day: string): PolicyOn {
  let found: PolicyVersion | null = null
  for (const version of versions) {
    if (version.tier !== tier || version.fromOn > day) continue
    if (found === null || isLater(version, found)) found = version
  }
  if (found === null)
    return { policyId: null, fromOn: null, graceDays: DEFAULT_GRACE_DAYS, terms: DEFAULT_TERMS[tier] }
  const { id, fromOn, graceDays, terms } = found
  return { policyId: id, fromOn, graceDays, terms }
}

const isLater = (version: PolicyVersion, than: PolicyVersion): boolean =>
  version.fromOn === than.fromOn ? version.publishedAt > than.publishedAt : version.fromOn > than.fromOn

/** Whether an exception holds on a day; its first and last day are among them. */
export const isInForce = (
  { fromOn, untilOn }: Pick<ExceptionTerms, 'fromOn' | 'untilOn'>,
  day: string,
): boolean => fromOn <= day && day <= untilOn

/** What holds for an account between two changes of its tier or of its tier's policy. */
interface Span extends PolicyOn {
  readonly tier: Tier | null
  /** the last day on which it is kept after it ended; null while it holds */
  readonly keptUntil: string | null
}

/**
 * What an account gets on a day. What its tier or a new version of the policy takes away, it keeps for the days of grace
 * that the policy of the tier it had allows, counted from the day of the loss; what they give, it has at once: the
 * better of both, term by term. Who had no tier had nothing to keep. Exceptions go before all of it.
 * @param steps where the account stood, in any order
 * @param day YYYY-MM-DD
 */
export function effectiveTerms(
  {
    steps,
    versions,
    exceptions,
  }: {
    readonly steps: readonly TierStep[]
    readonly versions: readonly PolicyVersion[]
    readonly exceptions: readonly ExceptionTerms[]
  },
  day: string,
): Effective {
  return withExceptions(termsByTier({ steps, versions }, day), exceptions, day)
}

/** The same before exceptions: what all accounts get that stood alike. */
export const termsByTier = (
  { steps, versions }: { readonly steps: readonly TierStep[]; readonly versions: readonly PolicyVersion[] },
  day: string,
): Effective => withGrace(spansUntil(steps, versions, day), day)

/** The spans up to a day, the one that holds first, then backwards in time. */
function spansUntil(
  steps: readonly TierStep[],
  versions: readonly PolicyVersion[],
  day: string,
): readonly [Span, ...Span[]] {
  const begun = [...steps, ...versions].map(({ fromOn }) => fromOn).filter((fromOn) => fromOn <= day)
  const former: Span[] = []
  let span = spanOn(steps, versions, '')
  for (const fromOn of [...new Set(begun)].sort()) {
    const next = spanOn(steps, versions, fromOn)
    if (next.tier === span.tier && next.policyId === span.policyId) continue
    if (span.tier !== null) {
      const { graceDays } = versionOn(versions, span.tier, fromOn)
      former.unshift({ ...span, keptUntil: addDays(fromOn, graceDays - 1) })
    }
    span = next
  }
  return [span, ...former]
}

function spanOn(steps: readonly TierStep[], versions: readonly PolicyVersion[], day: string): Span {
  let step: TierStep | null = null
  for (const each of steps)
    if (each.fromOn <= day && (step === null || each.fromOn >= step.fromOn)) step = each
  const tier = step?.tier ?? null
  const on = versionOn(versions, tier ?? 'ordinary', day)
  return { ...on, tier, terms: tier === null ? withoutTier(on.terms) : on.terms, keptUntil: null }
}

function withGrace([now, ...former]: readonly [Span, ...Span[]], day: string): Effective {
  const { tier, policyId } = now
  const inGrace = former.filter(({ keptUntil }) => keptUntil !== null && keptUntil >= day)
  const result = { tier, policyId, graceUntil: null, kept: [], excepted: [] }
  if (inGrace.length === 0) return { ...result, terms: now.terms }
  const kept: { key: TermKey; until: string }[] = []
  let { terms } = now
  for (const term of TERMS) {
    const best = bestOf(term, terms, now, inGrace)
    if (best === null) continue
    terms = term.write(terms, best.value)
    kept.push({ key: term.key, until: best.until })
  }
  const graceUntil =
    kept
      .map(({ until }) => until)
      .sort()
      .at(-1) ?? null
  return { ...result, terms, graceUntil, kept }
}

type Kept = { readonly value: TermValue; readonly until: string }

/** What a former span gives better than the present one, for the longest that one of them does; null where none does. */
function bestOf(term: Term, terms: PolicyTerms, now: Span, inGrace: readonly Span[]): Kept | null {
  const entitlement = detailOf(term.key)
  if (entitlement !== null) return bestWords(term, entitlement, terms, now, inGrace)
  let worth = term.worth(term.read(now.terms))
  let best: Kept | null = null
  if (worth === null) return null
  for (const { terms: then, keptUntil } of inGrace) {
    const value = term.read(then)
    const worthThen = term.worth(value)
    if (worthThen === null || keptUntil === null || worthThen < worth) continue
    if (worthThen === worth && (best === null || best.until >= keptUntil)) continue
    best = { value, until: keptUntil }
    worth = worthThen
  }
  return best
}

/**
 * Words can't be weighed: those of the better tier stand, and of one tier's those that were promised before, until their
 * grace is over. Words of an entitlement that isn't given don't matter.
 */
function bestWords(
  term: Term,
  entitlement: Entitlement,
  terms: PolicyTerms,
  now: Span,
  inGrace: readonly Span[],
): Kept | null {
  if (!terms.entitlements.includes(entitlement)) return null
  const giving = [now, ...inGrace].filter((span) => span.terms.entitlements.includes(entitlement))
  const best = giving.reduce<Span | null>(
    (found, span) => (found === null || rankOf(span) <= rankOf(found) ? span : found),
    null,
  )
  if (!best || best.keptUntil === null) return null
  const value = term.read(best.terms)
  return value === term.read(now.terms) ? null : { value, until: best.keptUntil }
}

/** The place of a span's tier, best first; without a tier last. */
const rankOf = ({ tier }: Span): number => (tier === null ? TIERS.length : TIERS.indexOf(tier))

/** What an account gets whose tier gives it something, with the exceptions that are in force on a day. */
export function withExceptions(
  effective: Effective,
  exceptions: readonly ExceptionTerms[],
  day: string,
): Effective {
  const inForce = exceptions
    .filter((each) => isInForce(each, day))
    // two laptops may have written one each for the same term: the one that began last, by id of those that began together
    .sort((a, b) => compare(a.fromOn, b.fromOn) || compare(a.id, b.id))
  if (inForce.length === 0) return effective
  const excepted = new Map<TermKey, PolicyExceptionId>()
  let { terms } = effective
  for (const { id, terms: changes } of inForce) {
    for (const [key, value] of Object.entries(changes)) {
      const term = termOf(key)
      if (!term || value === undefined) continue
      terms = term.write(terms, value)
      excepted.set(term.key, id)
    }
  }
  const kept = effective.kept.filter(({ key }) => !excepted.has(key))
  return {
    ...effective,
    terms,
    kept,
    graceUntil:
      kept
        .map(({ until }) => until)
        .sort()
        .at(-1) ?? null,
    excepted: [...excepted].map(([key, exceptionId]) => ({ key, exceptionId })),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
