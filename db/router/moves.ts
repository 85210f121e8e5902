import { comparePublications } from '../evaluation/moves/service/compare.ts'
import { listPublishedRounds } from '../evaluation/moves/service/rounds.ts'
import { splitAccount } from '../evaluation/moves/service/split.ts'
import { engine } from './implementer.ts'

/** Why scores and tiers moved between publications: contract to services. */
export const movesRouter = {
  rounds: engine.moves.rounds.handler(({ context }) => listPublishedRounds(context.kernel)),
  compare: engine.moves.compare.handler(({ context, input }) => comparePublications(context.kernel, input)),
  split: engine.moves.split.handler(({ context, input }) => splitAccount(context.kernel, input)),
}
