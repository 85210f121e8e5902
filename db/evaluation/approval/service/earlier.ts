import type Database from 'better-sqlite3'
import { instantOf } from '../../../kernel/clock.ts'
import type { AccountId, PublicationId, RoundId } from '../../../kernel/ids.ts'
import type { ResultRow } from '../../contract.ts'
import type { Borders, Standing } from '../../rules/tiers.ts'
import type { FormerException } from '../rules/proposals.ts'

/** A round that was published before another one, as it was published last. */
export interface EarlierRound {
  readonly publicationId: PublicationId
  readonly name: string
  /** instant */
  readonly publishedAt: string
  readonly borders: Borders
  readonly hasBallots: boolean
}

/** Where accounts stood in a publication. */
export type StandingsThen = ReadonlyMap<
  AccountId,
  { readonly standing: Standing; readonly score: number | null }
>

/**
 * The rounds published before a round (all of them while it wasn't itself), newest first. A round's age is that of its
 * first publication: correcting last year's round must not put its tiers before this year's.
 */
export function earlierRounds(db: Database.Database, roundId: RoundId): EarlierRound[] {
  return db
    .prepare<[string, string], { id: PublicationId; name: string; at: string; sheet: string }>(
      `SELECT p.id, p.round_name AS name, p.published_at AS at, p.sheet
       FROM publication p JOIN round r ON r.id = p.round_id AND r.deleted = 0
       JOIN (SELECT round_id, min(published_at) AS first, max(published_at) AS last
             FROM publication WHERE deleted = 0 GROUP BY round_id) span
         ON span.round_id = p.round_id AND span.last = p.published_at
       WHERE p.deleted = 0 AND p.round_id <> ? AND span.first < coalesce(
         (SELECT min(published_at) FROM publication WHERE round_id = ? AND deleted = 0), '~')
       ORDER BY span.first DESC`,
    )
    .all(roundId, roundId)
    .map(({ id, name, at, sheet }) => {
      const { borders, pooling = 'shared' }: { borders: Borders; pooling?: string } = JSON.parse(sheet)
      return {
        ...{ publicationId: id, name, borders },
        publishedAt: instantOf(at),
        hasBallots: pooling !== 'shared',
      }
    })
}

/** Where accounts stood in a publication. */
export const standingsThen = (db: Database.Database, publicationId: PublicationId): StandingsThen =>
  new Map(
    db
      .prepare<[string], { id: AccountId; standing: Standing; score: number | null }>(
        'SELECT account_id AS id, standing, score FROM result WHERE publication_id = ? AND deleted = 0',
      )
      .all(publicationId)
      .map(({ id, standing, score }) => [id, { standing, score }]),
  )

/**
 * The newest exception of each account in earlier publications, ended or not. Rounds on a shared sheet place all of
 * theirs anew, so nothing older than the newest of these counts; in rounds by ballots an exception goes on until
 * something else is decided.
 */
export function formerExceptions(
  db: Database.Database,
  earlier: readonly EarlierRound[],
): ReadonlyMap<AccountId, FormerException> {
  const found = new Map<AccountId, FormerException | null>()
  for (const { publicationId, hasBallots } of earlier) {
    for (const [accountId, exception] of exceptionsIn(db, publicationId))
      if (!found.has(accountId)) found.set(accountId, exception)
    if (!hasBallots) break
  }
  return new Map([...found].flatMap(([accountId, exception]) => (exception ? [[accountId, exception]] : [])))
}

/** Exceptions of a publication by account; null where something else was decided that ends an earlier one. */
const exceptionsIn = (
  db: Database.Database,
  publicationId: PublicationId,
): [AccountId, FormerException | null][] =>
  db
    .prepare<[string], { id: AccountId; exception: string | null; decision: string | null }>(
      `SELECT account_id AS id, detail ->> '$.exception' AS exception, detail ->> '$.decision' AS decision FROM result
       WHERE publication_id = ? AND deleted = 0
         AND coalesce(detail ->> '$.exception', detail ->> '$.decision') IS NOT NULL`,
    )
    .all(publicationId)
    .flatMap(({ id, exception, decision }): [AccountId, FormerException | null][] => {
      if (exception !== null) {
        const placed: NonNullable<ResultRow['exception']> = JSON.parse(exception)
        // publications of versions without ballots don't say when an exception ends
        return [[id, { ...placed, expires: placed.expires ?? null }]]
      }
      if (decision === null) return []
      const { kind, tier, reason, by, expires }: NonNullable<ResultRow['decision']> = JSON.parse(decision)
      if (kind === 'carried') return []
      const isException = kind === 'exception' && (tier === 'key' || tier === 'main')
      return [[id, isException ? { tier, reason, approver: by, expires } : null]]
    })
