import type { PublicationId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { TIERS } from '../../rules/tiers.ts'
import { readPublication } from '../../service/publishing.ts'
import type { StoodBefore } from '../contract.ts'
import { earlierRounds, type StandingsThen, standingsThen } from './earlier.ts'

/** Where the accounts of a publication stood in the round published before it. @throws Refusal PUBLICATION_NOT_FOUND */
export function stoodBefore(kernel: Kernel, publicationId: PublicationId): StoodBefore {
  const { roundId, results } = readPublication(kernel, publicationId)
  const [newest] = earlierRounds(kernel.db, roundId)
  const last: StandingsThen = newest ? standingsThen(kernel.db, newest.publicationId) : new Map()
  const accountIds = results.map(({ accountId }) => accountId)
  return {
    round: newest?.name ?? null,
    accountIds,
    tiers: accountIds.map((id) => TIERS.find((tier) => tier === last.get(id)?.standing) ?? null),
    scores: accountIds.map((id) => last.get(id)?.score ?? null),
  }
}
