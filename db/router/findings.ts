import { contract } from '../contract.ts'
import { readFairness } from '../evaluation/findings/service/fairness.ts'
import { firmnessOf } from '../evaluation/findings/service/firmness.ts'
import { typedStream } from '../typedError.ts'
import { engine } from './implementer.ts'

const { findings } = engine

/** What a revealed round says about its evaluators and tiers: contract to services. */
export const findingsRouter = {
  fairness: findings.fairness.handler(({ context, input }) => readFairness(context.kernel, input)),
  // what is thrown after a stream began no longer passes the implementer's middleware
  firmness: findings.firmness.handler(({ context, input, signal }) =>
    typedStream(
      firmnessOf(context.kernel, input, { signal }),
      contract.findings.firmness['~orpc'].errorMap,
      context.logError,
    ),
  ),
}
