import { instantOf } from '../../../kernel/clock.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { PublishedRound } from '../contract.ts'

type Row = Omit<PublishedRound, 'isNewest'> & { readonly newest: number }

/**
 * Every publication, newest round first, a round's newest revision first. A round's age is that of its first
 * publication: correcting last year's round doesn't make it this year's.
 */
export const listPublishedRounds = (kernel: Kernel): PublishedRound[] =>
  kernel.db
    .prepare<[], Row>(
      `SELECT p.id, p.round_id AS roundId, p.round_name AS roundName, p.revision, p.published_at AS publishedAt,
         p.revision = span.newest AS newest
       FROM publication p JOIN round r ON r.id = p.round_id AND r.deleted = 0
       JOIN (SELECT round_id, min(published_at) AS first, max(revision) AS newest
             FROM publication WHERE deleted = 0 GROUP BY round_id) span ON span.round_id = p.round_id
       WHERE p.deleted = 0 ORDER BY span.first DESC, p.revision DESC`,
    )
    .all()
    .map(({ newest, publishedAt, ...row }) => ({
      ...row,
      publishedAt: instantOf(publishedAt),
      isNewest: newest === 1,
    }))
