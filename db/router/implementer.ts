import { implement } from '@orpc/server'
import type { EngineContext } from '../context.ts'
import { contract } from '../contract.ts'
import { typedError } from '../typedError.ts'

/** The contract, waiting for handlers; whatever a handler throws reaches the client as a typed error. */
export const engine = implement(contract)
  .$context<EngineContext>()
  .use(async ({ next, context, procedure, path }) => {
    const started = performance.now()
    try {
      return await next()
    } catch (error) {
      throw typedError(error, procedure['~orpc'].errorMap, context.logError)
    } finally {
      context.kernel.log.slow(`procedure ${path.join('.')}`, performance.now() - started)
    }
  })
