import type Database from 'better-sqlite3'
import { Refusal } from '../../../kernel/errors.ts'
import type { AccountId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { dayOf } from '../../rules/days.ts'
import type { AccountGap, Completeness } from '../contract.ts'
import { completeness, type Gap, gaps, wholeSteps } from '../rules/completeness.ts'
import { archivesOf, tiersOf } from './holdings.ts'
import { peopleOf } from './peopleFacts.ts'

/** How many gaps are worth naming at once. */
const MOST_GAPS = 3

/**
 * How complete an account's archive is, what to add next, and how it compares with its tier.
 * @throws Refusal ACCOUNT_NOT_FOUND
 */
export function accountCompleteness(kernel: Kernel, accountId: AccountId): Completeness {
  const { db } = kernel
  const today = dayOf(kernel.now())
  const archive = archivesOf(db, { from: accountId, to: accountId }, today).get(accountId)
  if (!archive) throw new Refusal('ACCOUNT_NOT_FOUND')
  const { holdings, tier } = archive
  const people = peopleOf(db, accountId, today)
  const names = new Map(people.map(({ personId, name }) => [personId, name]))
  const percent = completeness(holdings, tier)
  const found = gaps(holdings, people, tier, MOST_GAPS)
  const steps = wholeSteps(
    percent,
    found.map(({ points }) => points),
  )
  return {
    percent: Math.round(percent),
    tier,
    afterwards: Math.round(found.reduce((sum, { points }) => sum + points, percent)),
    gaps: found.map((gap, at) => toGap(gap, steps[at] ?? 0, names)),
  }
}

const toGap = (gap: Gap, points: number, names: ReadonlyMap<string, string>): AccountGap =>
  gap.of === 'account'
    ? { ...gap, points }
    : { ...gap, parts: [...gap.parts], points, name: names.get(gap.personId) ?? '' }

/** How complete archives are, percent 0–100, whole: of the accounts named that are there. */
export const completenessOf = (
  db: Database.Database,
  accountIds: readonly AccountId[],
  today: string,
): Map<AccountId, number> => percents(archivesOf(db, { ids: accountIds }, today))

const percents = (archives: ReturnType<typeof archivesOf>): Map<AccountId, number> =>
  new Map([...archives].map(([id, { tier, holdings }]) => [id, Math.round(completeness(holdings, tier))]))

/** A page of accounts takes some tens of milliseconds: short enough for other calls to get in between. */
const PAGE = 4_000

/** The same of all accounts, a page at a time. */
function* pagesOfAll(db: Database.Database, today: string): Generator<Map<AccountId, number>> {
  const tiers = tiersOf(db)
  const ids = db.prepare<[], AccountId>('SELECT id FROM account WHERE deleted = 0 ORDER BY id').pluck().all()
  for (let at = 0; at < ids.length; at += PAGE) {
    const from = ids[at]
    const to = ids[Math.min(at + PAGE, ids.length) - 1]
    if (from !== undefined && to !== undefined) yield percents(archivesOf(db, { from, to }, today, tiers))
  }
}

/** What was computed last for a kernel, as long as nothing is written and the day stays. */
const remembered = new WeakMap<
  Kernel,
  { readonly at: string; readonly all: Promise<Map<AccountId, number>> }
>()

/**
 * How complete the archives of all accounts are. The engine answers other calls meanwhile; what is written meanwhile
 * makes a new answer next time.
 */
export function completenessOfAll(kernel: Kernel): Promise<Map<AccountId, number>> {
  const today = dayOf(kernel.now())
  const at = `${today} ${kernel.device} ${kernel.newestHlc()}`
  const before = remembered.get(kernel)
  if (before?.at === at) return before.all
  const all = readAll(kernel, today)
  remembered.set(kernel, { at, all })
  return all
}

async function readAll(kernel: Kernel, today: string): Promise<Map<AccountId, number>> {
  const all = new Map<AccountId, number>()
  for (const page of pagesOfAll(kernel.db, today)) {
    for (const [id, percent] of page) all.set(id, percent)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return all
}
