import { getGroup } from '../accounts/group/service/companies.ts'
import { removeSeat, setSeat } from '../accounts/group/service/seats.ts'
import { engine } from './implementer.ts'

const { group } = engine

/** The procedures of working groups and groups of companies. */
export const groupRouter = {
  get: group.get.handler(({ context, input }) => getGroup(context.kernel, input.accountId)),
  setSeat: group.setSeat.handler(({ context, input }) => setSeat(context.kernel, input)),
  removeSeat: group.removeSeat.handler(({ context, input }) => removeSeat(context.kernel, input)),
}
