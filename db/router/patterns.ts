import { patternsReport } from '../recovery/patterns/service/report.ts'
import { engine } from './implementer.ts'

const { patterns } = engine

/** Patterns over all cases of service recovery: contract to services. */
export const patternsRouter = {
  report: patterns.report.handler(({ context, input }) => patternsReport(context.kernel, input)),
}
