import { createRouterClient, type RouterClient } from '@orpc/server'
import type { EngineContext } from '../context.ts'
import { router } from '../router.ts'

/** Calls procedures without any transport: unit tests and the command line. Validation and typed errors included. */
export function inProcessClient(context: EngineContext): RouterClient<typeof router> {
  return createRouterClient(router, { context })
}

/** Calls a procedure by its name, `room.procedure`, with unchecked input: the procedure checks it itself. */
export async function callByName(context: EngineContext, name: string, input: unknown): Promise<unknown> {
  let found: unknown = inProcessClient(context)
  for (const part of name.split('.'))
    found =
      (typeof found === 'object' && found !== null) || found instanceof Function
        ? Reflect.get(found, part)
        : null
  if (!(found instanceof Function)) throw new Error(`no procedure ${name}`)
  return found(input)
}
