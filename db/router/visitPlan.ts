import { planCoverage } from '../visits/plan/service/coverage.ts'
import { freeDay } from '../visits/plan/service/freeDay.ts'
import { acceptProposals, proposeVisits } from '../visits/plan/service/propose.ts'
import { planYear } from '../visits/plan/service/year.ts'
import { engine } from './implementer.ts'

const { visitPlan } = engine

/** The year's plan of executive visits: contract to services. */
export const visitPlanRouter = {
  year: visitPlan.year.handler(({ context, input }) => planYear(context.kernel, input)),
  coverage: visitPlan.coverage.handler(({ context }) => planCoverage(context.kernel)),
  freeDay: visitPlan.freeDay.handler(({ context, input }) => freeDay(context.kernel, input)),
  propose: visitPlan.propose.handler(({ context, input }) => proposeVisits(context.kernel, input)),
  accept: visitPlan.accept.handler(({ context, input }) => acceptProposals(context.kernel, input)),
}
