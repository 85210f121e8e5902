import type Database from 'better-sqlite3'
import { dayOf } from '../../../accounts/rules/days.ts'
import { TIERS, type Tier } from '../../../evaluation/rules/tiers.ts'
import type { AccountId, MemberId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { minutesOn } from '../../effort/service/read.ts'
import { REQUEST_KINDS, type RequestKind } from '../../requests/rules/words.ts'
import { byMonth, type Span } from '../../rules/periods.ts'
import type { Figures } from '../contract.ts'
import { RequestTally } from '../rules/requestFigures.ts'
import {
  type AccountCadence,
  accountCadences,
  cadencesKept,
  promisesKept,
  type SettledPromise,
  settledPromises,
} from './kept.ts'
import { dayStart, requestsAsked } from './requestRows.ts'

/** Requests counted by everything that figures are asked by. */
interface Tallies {
  readonly all: RequestTally
  readonly tiers: ReadonlyMap<Tier | null, RequestTally>
  readonly owners: ReadonlyMap<string | null, RequestTally>
  readonly kinds: ReadonlyMap<RequestKind, RequestTally>
  readonly months: readonly RequestTally[]
}

/** The figures of a span of days: in all, by tier, manager, kind and month; those of one of ours where `memberId` is given. */
export function figuresReport(
  kernel: Kernel,
  { from, until, memberId }: Span & { readonly memberId: MemberId | null },
) {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const span = { from, until: until > today ? today : until }
  const months = byMonth(span)
  const tallies = tally(kernel, span, months, memberId)
  const accounts = accountCadences(db, span.until < span.from ? today : span.until, span)
  const cadences = accounts.filter(({ ownerId }) => memberId === null || ownerId === memberId)
  const promises = settledPromises(db, span).filter((each) => memberId === null || each.memberId === memberId)
  const tierOf = new Map(accounts.map(({ accountId, tier }) => [accountId, tier]))
  const told = (
    requests: RequestTally | undefined,
    kept: { readonly promises: readonly SettledPromise[]; readonly cadences: readonly AccountCadence[] },
    within: Span = span,
  ): Figures => ({
    ...(requests ?? new RequestTally()).figures(),
    promises: promisesKept(kept.promises),
    cadence: cadencesKept(kept.cadences, within),
  })
  const ofTier = (tier: Tier | null): Figures =>
    told(tallies.tiers.get(tier), {
      promises: promises.filter(({ accountId }) => (tierOf.get(accountId) ?? null) === tier),
      cadences: cadences.filter((account) => account.tier === tier),
    })
  return {
    today,
    all: told(tallies.all, { promises, cadences }),
    tiers: [...TIERS, null]
      .map((tier) => ({ tier, figures: ofTier(tier) }))
      .filter(({ tier, figures }) => tier !== null || figures.requests > 0),
    managers: managersOf(
      db,
      [...tallies.owners.keys(), ...cadences.map(({ ownerId }) => ownerId)],
      memberId,
    ).map((manager) => ({
      ...manager,
      figures: told(tallies.owners.get(manager.memberId), {
        promises: promises.filter((each) => each.memberId === manager.memberId),
        cadences: cadences.filter(({ ownerId }) => ownerId === manager.memberId),
      }),
    })),
    kinds: REQUEST_KINDS.flatMap((kind) => {
      const counted = tallies.kinds.get(kind)
      return counted ? [{ kind, figures: { ...counted.figures(), promises: null, cadence: null } }] : []
    }),
    months: months.map((month, at) => ({
      ...month,
      figures: told(
        tallies.months[at],
        { promises: promises.filter(({ on }) => on >= month.from && on <= month.until), cadences },
        month,
      ),
    })),
  }
}

function tally(kernel: Kernel, span: Span, months: readonly Span[], memberId: MemberId | null): Tallies {
  const tiers = new Map<Tier | null, RequestTally>()
  const owners = new Map<string | null, RequestTally>()
  const kinds = new Map<RequestKind, RequestTally>()
  const counted = months.map(() => new RequestTally())
  const ends = months.map(({ from }) => Date.parse(dayStart(from)))
  let month = 0
  for (const row of requestsAsked(kernel.db, kernel.now(), span, { memberId })) {
    tallyAt(tiers, row.tier).add(row)
    tallyAt(owners, row.ownerId).add(row)
    tallyAt(kinds, row.kind).add(row)
    while ((ends[month + 1] ?? Number.POSITIVE_INFINITY) <= row.askedAt) month += 1
    counted[month]?.add(row)
  }
  const all = new RequestTally()
  for (const one of counted) all.merge(one)
  return { all, tiers, owners, kinds, months: counted }
}

function tallyAt<Key>(tallies: Map<Key, RequestTally>, key: Key): RequestTally {
  const known = tallies.get(key)
  if (known) return known
  const fresh = new RequestTally()
  tallies.set(key, fresh)
  return fresh
}

/** The managers of figures by name; last what nobody owns, where there is any. */
function managersOf(
  db: Database.Database,
  ids: readonly (string | null)[],
  only: MemberId | null,
): { memberId: MemberId | null; member: string }[] {
  const named = db
    .prepare<[string], { memberId: MemberId; member: string }>(
      `SELECT id AS memberId, name AS member FROM member
       WHERE id IN (SELECT value FROM json_each(?)) AND deleted = 0 ORDER BY name, id`,
    )
    .all(JSON.stringify([...new Set(only === null ? ids : [only])]))
  return only === null && ids.includes(null) ? [...named, { memberId: null, member: '' }] : named
}

/** One account's figures and effort over a span of days. */
export function figuresOfAccount(
  kernel: Kernel,
  { from, until, accountId }: Span & { readonly accountId: AccountId },
) {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const span = { from, until: until > today ? today : until }
  const requests = new RequestTally()
  for (const row of requestsAsked(db, kernel.now(), span, { accountId })) requests.add(row)
  const cadences = accountCadences(db, span.until, span).filter((account) => account.accountId === accountId)
  return {
    today,
    figures: {
      ...requests.figures(),
      promises: promisesKept(settledPromises(db, span).filter((each) => each.accountId === accountId)),
      cadence: cadencesKept(cadences, span),
    },
    effort: minutesOn(db, accountId, span),
  }
}
