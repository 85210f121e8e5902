import { createRouterClient, type RouterClient } from '@orpc/server'
import type { EngineContext } from '../context.ts'
import { router } from '../router.ts'

/** Calls procedures without any transport: unit tests and the command line. Validation and typed errors included. */
export function inProcessClient(context: EngineContext): RouterClient<typeof router> {
  return createRouterClient(router, { context })
}
