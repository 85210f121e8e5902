import { implement } from '@orpc/server'
import type { EngineContext } from './context.ts'
import { contract } from './contract.ts'
import { Refusal } from './kernel/errors.ts'

/** Turns refusals of services into the typed errors of the contract; anything else is logged and told by its id. */
const engine = implement(contract)
  .$context<EngineContext>()
  .use(async ({ next, context, procedure }) => {
    try {
      return await next()
    } catch (error) {
      throw typedError(error, procedure['~orpc'].errorMap, context.logError)
    }
  })

export const router = engine
