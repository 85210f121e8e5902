import { addPromises } from '../accounts/promises/service/add.ts'
import { changePromises, removePromises } from '../accounts/promises/service/change.ts'
import { listPromises, promiseStanding, standingByMember } from '../accounts/promises/service/read.ts'
import { settlePromises } from '../accounts/promises/service/settle.ts'
import { engine } from './implementer.ts'

const { promises } = engine

/** The promise ledger's procedures. */
export const promisesRouter = {
  list: promises.list.handler(({ context, input }) => listPromises(context.kernel, input)),
  standing: promises.standing.handler(({ context, input }) => promiseStanding(context.kernel, input)),
  byMember: promises.byMember.handler(({ context }) => standingByMember(context.kernel)),
  add: promises.add.handler(({ context, input }) => addPromises(context.kernel, input)),
  change: promises.change.handler(({ context, input }) => changePromises(context.kernel, input)),
  settle: promises.settle.handler(({ context, input }) => settlePromises(context.kernel, input)),
  remove: promises.remove.handler(({ context, input }) => removePromises(context.kernel, input)),
}
