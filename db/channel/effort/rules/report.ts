import { TIERS, type Tier } from '../../../evaluation/rules/tiers.ts'
import { type Span, weeksIn } from '../../rules/periods.ts'

/** What is known of an account when effort is judged. */
export interface AccountFacts {
  readonly tier: Tier | null
  /** yearly profit, fen; null where the department keeps none or doesn't know it */
  readonly profit: number | null
  /** yearly growth in thousandths of a percent; null where it isn't known */
  readonly growth: number | null
}

/** Minutes that one member spent on one account (null: on none) in the week that begins on that Monday. */
export interface Spent {
  readonly memberId: string
  readonly accountId: string | null
  readonly week: string
  readonly minutes: number
}

/** What a tier got of our effort, and what it was to get. */
export interface TierShare {
  /** null for accounts without a tier */
  readonly tier: Tier | null
  readonly minutes: number
  /** tenths of a percent of what went to accounts; null where nothing did */
  readonly share: number | null
  /** percent by the policy; null for accounts without a tier */
  readonly target: number | null
}

/** What one of ours spent. */
export interface MemberEffort {
  readonly memberId: string
  readonly minutes: number
  /** by week, as in {@link EffortReport.weeks} */
  readonly weeks: readonly number[]
  /** on accounts that bring nothing */
  readonly idle: number
  /** the same a week, on average over the weeks in which anybody logged anything */
  readonly idleAWeek: number
}

/** The effort of a period (A9's 80/20). */
export interface EffortReport {
  readonly minutes: number
  /** on no one account */
  readonly withoutAccount: number
  readonly tiers: readonly TierShare[]
  /** by minutes, most first */
  readonly accounts: readonly {
    readonly accountId: string
    readonly tier: Tier | null
    readonly minutes: number
    /** tenths of a percent of what went to accounts */
    readonly share: number
    readonly bringsNothing: boolean
  }[]
  /** the Mondays of its weeks */
  readonly weeks: readonly string[]
  /** by what they spent on accounts that bring nothing, most first, then by minutes */
  readonly members: readonly MemberEffort[]
}

/** Whether an account brings nothing: it costs as much as it brings or more (B2), or is small and doesn't grow. */
export const bringsNothing = ({ tier, profit, growth }: AccountFacts): boolean =>
  (profit !== null && profit <= 0) || (tier === 'small' && (growth ?? 0) <= 0)

/** Puts the effort of a period together. @param targets percent of the effort meant for each tier */
export function reportOf(
  spent: readonly Spent[],
  factsOf: (accountId: string) => AccountFacts,
  targets: Readonly<Record<Tier, number>>,
  span: Span,
): EffortReport {
  const byAccount = sumBy(spent, ({ accountId }) => accountId)
  const withoutAccount = byAccount.get(null) ?? 0
  const accounts = [...byAccount].flatMap(([accountId, minutes]) => {
    if (accountId === null) return []
    const facts = factsOf(accountId)
    return [{ accountId, minutes, tier: facts.tier, bringsNothing: bringsNothing(facts) }]
  })
  const onAccounts = accounts.reduce((sum, { minutes }) => sum + minutes, 0)
  const idle = new Set(accounts.filter((each) => each.bringsNothing).map(({ accountId }) => accountId))
  return {
    minutes: onAccounts + withoutAccount,
    withoutAccount,
    tiers: tierShares(accounts, onAccounts, targets),
    accounts: accounts
      .sort((a, b) => b.minutes - a.minutes)
      .map((each) => ({ ...each, share: Math.round((each.minutes * 1_000) / onAccounts) })),
    weeks: weeksIn(span),
    members: membersOf(spent, idle, span),
  }
}

function tierShares(
  accounts: readonly { readonly tier: Tier | null; readonly minutes: number }[],
  onAccounts: number,
  targets: Readonly<Record<Tier, number>>,
): TierShare[] {
  const byTier = sumBy(accounts, ({ tier }) => tier)
  const rows = [...TIERS, null].map((tier) => {
    const minutes = byTier.get(tier) ?? 0
    const share = onAccounts === 0 ? null : Math.round((minutes * 1_000) / onAccounts)
    return { tier, minutes, share, target: tier === null ? null : targets[tier] }
  })
  return rows.filter(({ tier, minutes }) => tier !== null || minutes > 0)
}

function membersOf(spent: readonly Spent[], idle: ReadonlySet<string>, span: Span): MemberEffort[] {
  const weeks = weeksIn(span)
  const logged = new Set(spent.map(({ week }) => week)).size
  return [...Map.groupBy(spent, ({ memberId }) => memberId)]
    .map(([memberId, own]) => {
      const byWeek = sumBy(own, ({ week }) => week)
      const onIdle = own
        .filter(({ accountId }) => accountId !== null && idle.has(accountId))
        .reduce((sum, { minutes }) => sum + minutes, 0)
      return {
        memberId,
        minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
        weeks: weeks.map((week) => byWeek.get(week) ?? 0),
        idle: onIdle,
        idleAWeek: Math.round(onIdle / logged),
      }
    })
    .sort((a, b) => b.idle - a.idle || b.minutes - a.minutes)
}

function sumBy<Row extends { readonly minutes: number }, Key>(
  rows: readonly Row[],
  key: (row: Row) => Key,
): Map<Key, number> {
  const sums = new Map<Key, number>()
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + row.minutes)
  return sums
}

/** The 80/20 of A9: what key and main accounts got together in tenths of a percent, and what they were to get in percent. */
export function weightyShare(tiers: readonly TierShare[]): { share: number; target: number } | null {
  const all = tiers.reduce((sum, { minutes }) => sum + minutes, 0)
  if (all === 0) return null
  const weighty = tiers.filter(({ tier }) => tier === 'key' || tier === 'main')
  return {
    share: Math.round((weighty.reduce((sum, { minutes }) => sum + minutes, 0) * 1_000) / all),
    target: weighty.reduce((sum, { target }) => sum + (target ?? 0), 0),
  }
}
