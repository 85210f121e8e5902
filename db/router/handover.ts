import {
  getHandover,
  listHandovers,
  makeHandover,
  ownedBy,
  removeHandover,
  signHandover,
  tickHandover,
} from '../accounts/handover/service/handovers.ts'
import { ifMemberLeaves, ifPersonLeaves } from '../accounts/handover/service/leaving.ts'
import { ifSomebodyLeaves } from '../accounts/handover/service/leavingHere.ts'
import { handoverPack } from '../accounts/handover/service/pack.ts'
import { packDocument } from '../accounts/handover/service/packPaper.ts'
import { engine } from './implementer.ts'

const { handover } = engine

/** Handing accounts over, and what would be lost with somebody. */
export const handoverRouter = {
  list: handover.list.handler(({ context }) => listHandovers(context.kernel)),
  get: handover.get.handler(({ context, input }) => getHandover(context.kernel, input.handoverId)),
  ownedBy: handover.ownedBy.handler(({ context, input }) => ownedBy(context.kernel, input.memberId)),
  make: handover.make.handler(({ context, input }) => makeHandover(context.kernel, input)),
  tick: handover.tick.handler(({ context, input }) => tickHandover(context.kernel, input)),
  sign: handover.sign.handler(({ context, input }) => signHandover(context.kernel, input)),
  remove: handover.remove.handler(({ context, input }) => removeHandover(context.kernel, input)),
  pack: handover.pack.handler(({ context, input }) => ({
    accounts: handoverPack(context.kernel, input.handoverId),
  })),
  document: handover.document.handler(({ context, input }) => packDocument(context, input)),
  ifMemberLeaves: handover.ifMemberLeaves.handler(({ context, input }) =>
    ifMemberLeaves(context.kernel, input.memberId),
  ),
  ifPersonLeaves: handover.ifPersonLeaves.handler(({ context, input }) =>
    ifPersonLeaves(context.kernel, input),
  ),
  ifSomebodyLeaves: handover.ifSomebodyLeaves.handler(({ context, input }) =>
    ifSomebodyLeaves(context.kernel, input.accountId),
  ),
}
