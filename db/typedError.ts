import type { ErrorMap } from '@orpc/server'
import { ORPCError } from '@orpc/server'
import { Refusal } from './kernel/errors.ts'

/**
 * What a client is told of an error: a refusal as the procedure's typed error, anything else only by the id under
 * which it stands in the log. SQL and stack traces never cross the contract.
 */
export function typedError(
  error: unknown,
  errorMap: ErrorMap,
  logError: (error: unknown) => string,
): unknown {
  if (error instanceof ORPCError) return error
  if (error instanceof Refusal) {
    const known = errorMap[error.code]
    if (known)
      return new ORPCError(error.code, {
        defined: true,
        status: known.status ?? 500,
        message: error.code,
        data: error.data,
      })
  }
  if (error instanceof Error && error.name === 'AbortError') return error
  return new ORPCError('INTERNAL_SERVER_ERROR', { data: { logId: logError(error) } })
}

/** The same for what a stream throws after it began. */
export async function* typedStream<Event, Result>(
  stream: AsyncGenerator<Event, Result>,
  errorMap: ErrorMap,
  logError: (error: unknown) => string,
): AsyncGenerator<Event, Result> {
  try {
    return yield* stream
  } catch (error) {
    throw typedError(error, errorMap, logError)
  }
}
