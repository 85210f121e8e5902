import { openApproval } from '../evaluation/approval/service/approval.ts'
import { stoodBefore } from '../evaluation/approval/service/before.ts'
import {
  approveTiers,
  decideTier,
  holdForCase,
  withdrawDecisions,
} from '../evaluation/approval/service/decide.ts'
import { resultLetters } from '../evaluation/approval/service/letters.ts'
import { publishApproved } from '../evaluation/approval/service/publish.ts'
import { engine } from './implementer.ts'

const { approval } = engine

/** The approval of a round's tiers, and its letters: contract to services. */
export const approvalRouter = {
  open: approval.open.handler(({ context, input }) => openApproval(context.kernel, input.roundId)),
  approve: approval.approve.handler(({ context, input }) => approveTiers(context.kernel, input)),
  decide: approval.decide.handler(({ context, input }) => decideTier(context.kernel, input)),
  holdForCase: approval.holdForCase.handler(({ context, input }) => holdForCase(context.kernel, input)),
  withdraw: approval.withdraw.handler(({ context, input }) => withdrawDecisions(context.kernel, input)),
  publish: approval.publish.handler(({ context, input }) => publishApproved(context.kernel, input)),
  before: approval.before.handler(({ context, input }) => stoodBefore(context.kernel, input.publicationId)),
  letters: approval.letters.handler(({ context, input }) => resultLetters(context, input)),
}
