import type Database from 'better-sqlite3'
import { type Standing, TIERS, type Tier } from '../../evaluation/rules/tiers.ts'
import { instantOf } from '../../kernel/clock.ts'
import type { AccountId, PublicationId } from '../../kernel/ids.ts'
import { perFile } from '../../kernel/perFile.ts'
import { dayOf } from '../rules/days.ts'

/** Where an account stood in a published round. */
export interface StandingIn {
  readonly score: number | null
  readonly tier: Standing
  readonly rank: number | null
}

/** The newest publication of a round. */
export interface PublishedRound {
  readonly publicationId: PublicationId
  readonly roundName: string
  /** clock reading */
  readonly publishedAt: string
  /** clock reading of the round's first publication */
  readonly firstAt: string
}

/**
 * The newest publication of each round, newest round first. A round's age is that of its first publication: correcting
 * last year's round must not put its tiers before this year's. A reopened round counts as published until it is again.
 */
export const publishedRounds = (db: Database.Database): PublishedRound[] => statementsOf(db).rounds.all()

interface GivenStanding {
  readonly accountId: AccountId
  readonly standing: Standing
}

const statementsOf = perFile((db) => ({
  rounds: db.prepare<[], PublishedRound>(
    `SELECT p.id AS publicationId, p.round_name AS roundName, p.published_at AS publishedAt,
       span.first AS firstAt
     FROM publication p JOIN round r ON r.id = p.round_id AND r.deleted = 0
     JOIN (SELECT round_id, min(published_at) AS first, max(published_at) AS last
           FROM publication WHERE deleted = 0 GROUP BY round_id) span
       ON span.round_id = p.round_id AND span.last = p.published_at
     WHERE p.deleted = 0 ORDER BY span.first DESC`,
  ),
  publications: db.prepare<[], Omit<PublishedRound, 'roundName'>>(
    `SELECT p.id AS publicationId, p.published_at AS publishedAt, span.first AS firstAt
     FROM publication p JOIN round r ON r.id = p.round_id AND r.deleted = 0
     JOIN (SELECT round_id, min(published_at) AS first FROM publication WHERE deleted = 0 GROUP BY round_id) span
       ON span.round_id = p.round_id
     WHERE p.deleted = 0 ORDER BY p.published_at`,
  ),
  tiers: db.prepare<[PublicationId], GivenStanding>(
    `SELECT account_id AS accountId, standing FROM result WHERE publication_id = ? AND deleted = 0`,
  ),
  tiersOfSome: db.prepare<[string, PublicationId], GivenStanding>(
    `SELECT account_id AS accountId, standing FROM result
     WHERE account_id IN (SELECT value FROM json_each(?)) AND +publication_id = ? AND deleted = 0`,
  ),
  // the plus keeps SQLite from going through all results of the round
  standing: db.prepare<[string, PublicationId], StandingIn>(
    `SELECT score, standing AS tier, rank FROM result
     WHERE account_id = ? AND +publication_id = ? AND deleted = 0`,
  ),
  standingInRound: db.prepare<[PublicationId, AccountId], StandingIn & { beyond: string | null }>(
    `SELECT score, standing AS tier, rank, coalesce(detail ->> '$.decision', detail ->> '$.exception') AS beyond
     FROM result
     WHERE +publication_id = ? AND account_id = ? AND deleted = 0`,
  ),
}))

/** The newest publication of the newest published round; null while nothing is published. */
export const newestPublication = (db: Database.Database): PublicationId | null =>
  publishedRounds(db)[0]?.publicationId ?? null

/**
 * Where accounts stand by the newest published round (A7); empty while nothing is published.
 * @param accountIds whom to read; all of them where absent
 */
export function newestStandings(
  db: Database.Database,
  accountIds?: readonly AccountId[],
): ReadonlyMap<AccountId, StandingIn> {
  const [newest] = publishedRounds(db)
  if (!newest) return new Map()
  const select = 'SELECT account_id AS accountId, score, standing AS tier, rank FROM result'
  const where = 'publication_id = @publicationId AND deleted = 0'
  const rows = db
    .prepare<object, StandingIn & { accountId: AccountId }>(
      accountIds === undefined
        ? `${select} WHERE ${where}`
        : // the plus keeps SQLite from reading the whole round by its index
          `${select} WHERE account_id IN (SELECT value FROM json_each(@ids)) AND +${where}`,
    )
    .all({ publicationId: newest.publicationId, ids: JSON.stringify(accountIds ?? []) })
  return new Map(rows.map((row) => [row.accountId, row]))
}

/** A publication that decided where accounts stand, from the day of its publication (YYYY-MM-DD) on. */
export interface StandingStep {
  readonly publicationId: PublicationId
  readonly fromOn: string
}

/**
 * The publications that have decided one after the other where accounts stand, oldest first and one a day at most: what
 * {@link publishedRounds} begins with now is the last of them. Correcting an older round decided nothing.
 */
export function standingSteps(db: Database.Database): StandingStep[] {
  const steps: StandingStep[] = []
  let newest = ''
  for (const { publicationId, publishedAt, firstAt } of statementsOf(db).publications.iterate()) {
    if (firstAt < newest) continue
    newest = firstAt
    const fromOn = dayOf(Date.parse(instantOf(publishedAt)))
    if (steps.at(-1)?.fromOn === fromOn) steps.pop()
    steps.push({ publicationId, fromOn })
  }
  return steps
}

/**
 * The tiers that a publication gave; accounts that it didn't grade are missing.
 * @param accountIds whom to read; all of them where absent
 */
export function tiersIn(
  db: Database.Database,
  publicationId: PublicationId,
  accountIds?: readonly AccountId[],
): ReadonlyMap<AccountId, Tier> {
  const { tiers, tiersOfSome } = statementsOf(db)
  const rows =
    accountIds === undefined
      ? tiers.all(publicationId)
      : tiersOfSome.all(JSON.stringify(accountIds), publicationId)
  return new Map(
    rows.flatMap(({ accountId, standing }) => {
      const tier = TIERS.find((each) => each === standing)
      return tier === undefined ? [] : [[accountId, tier]]
    }),
  )
}

/** Looks single accounts up in the newest published round; undefined where they aren't in it. */
export function standingReader(db: Database.Database): (accountId: string) => StandingIn | undefined {
  const [newest] = publishedRounds(db)
  if (!newest) return () => undefined
  const { standing } = statementsOf(db)
  return (accountId) => standing.get(accountId, newest.publicationId)
}

/** What put an account into a tier that isn't its score's. */
export interface HeldBeyond {
  readonly kind: 'kept' | 'carried' | 'exception'
  /** who decided or approved it */
  readonly by: string
  /** the last day of an exception, YYYY-MM-DD */
  readonly expires: string | null
}

/** Where one account stood in each published round that it was in, newest first. */
export const standingsOf = (
  db: Database.Database,
  accountId: AccountId,
): (StandingIn & { roundName: string; publishedAt: string; held: HeldBeyond | null })[] =>
  standingsIn(db, accountId).map(({ publicationId: _, ...standing }) => standing)

/** An exception of a shared sheet names its approver, a decision of a round by ballots its kind and signer. */
function heldBeyond(json: string | null): HeldBeyond | null {
  if (json === null) return null
  const {
    kind = 'exception',
    by,
    approver,
    expires,
  }: {
    kind?: HeldBeyond['kind'] | 'approved'
    by?: string
    approver?: string
    expires?: string | null
  } = JSON.parse(json)
  return kind === 'approved' ? null : { kind, by: by ?? approver ?? '', expires: expires ?? null }
}

/** The same with the publications, for who asks on. */
export function standingsIn(
  db: Database.Database,
  accountId: AccountId,
): (StandingIn & {
  publicationId: PublicationId
  roundName: string
  publishedAt: string
  held: HeldBeyond | null
})[] {
  const { standingInRound: inRound } = statementsOf(db)
  return publishedRounds(db).flatMap(({ publicationId, roundName, publishedAt }) => {
    const found = inRound.get(publicationId, accountId)
    if (!found) return []
    const { beyond, ...standing } = found
    const held = heldBeyond(beyond)
    return [{ ...standing, held, publicationId, roundName, publishedAt: instantOf(publishedAt) }]
  })
}

/** Publications never change, so what was counted once holds. */
const ranked = new Map<PublicationId, number>()

/** How many accounts a published round gave a rank. */
export function rankedIn(db: Database.Database, publicationId: PublicationId): number {
  const before = ranked.get(publicationId)
  if (before !== undefined) return before
  const count =
    db
      .prepare<[PublicationId], number>('SELECT count(rank) FROM result WHERE publication_id = ?')
      .pluck()
      .get(publicationId) ?? 0
  ranked.set(publicationId, count)
  return count
}
