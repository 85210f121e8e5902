import {
  changeEntries,
  enterIncentive,
  payOut,
  removeEntries,
} from '../channel/incentives/service/entries.ts'
import { listIncentives } from '../channel/incentives/service/read.ts'
import { addRule, changeRule, removeRules } from '../channel/incentives/service/rules.ts'
import { engine } from './implementer.ts'

const { incentives } = engine

/** The incentive ledger: contract to services. */
export const incentivesRouter = {
  list: incentives.list.handler(({ context, input }) => listIncentives(context.kernel, input)),
  addRule: incentives.addRule.handler(({ context, input }) => addRule(context.kernel, input)),
  changeRule: incentives.changeRule.handler(({ context, input }) => changeRule(context.kernel, input)),
  removeRules: incentives.removeRules.handler(({ context, input }) => removeRules(context.kernel, input)),
  enter: incentives.enter.handler(({ context, input }) => enterIncentive(context.kernel, input)),
  payOut: incentives.payOut.handler(({ context, input }) => payOut(context.kernel, input)),
  changeEntries: incentives.changeEntries.handler(({ context, input }) =>
    changeEntries(context.kernel, input),
  ),
  removeEntries: incentives.removeEntries.handler(({ context, input }) =>
    removeEntries(context.kernel, input),
  ),
}
