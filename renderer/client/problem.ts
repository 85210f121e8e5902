import { ORPCError } from '@orpc/client'
import type { Problem } from '../i18n/problemText.ts'

/** Whether a call failed because the engine could not be reached, so that trying again may help. */
export const isConnectionLoss = (error: unknown): boolean =>
  error instanceof ORPCError ? error.status === 503 || error.code === 'ENGINE_LOST' : isFetchFailure(error)

/** Whether a call was given up by the one who made it. */
export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'

const isFetchFailure = (error: unknown): boolean => error instanceof TypeError

/** Anything a call can throw, as a problem with a code of the catalogue. */
export function toProblem(error: unknown): Problem {
  if (isAbort(error)) return { code: 'CANCELLED', data: null }
  if (isConnectionLoss(error)) return { code: 'CONNECTION_LOST', data: null }
  if (!(error instanceof ORPCError)) return { code: 'UNEXPECTED', data: null }
  if (error.defined) return { code: error.code, data: error.data }
  if (error.code === 'BAD_REQUEST') return { code: 'REFUSED_INPUT', data: { paths: badPaths(error.data) } }
  if (error.code === 'UNAUTHORIZED') return { code: 'NO_TOKEN', data: null }
  return { code: 'UNEXPECTED', data: error.data }
}

/** Where zod found the input wanting: `['accounts', 0, 'name']`. */
function badPaths(data: unknown): readonly (readonly unknown[])[] {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues))
    return []
  return data.issues.slice(0, 3).map((issue: { path?: readonly unknown[] }) => issue.path ?? [])
}
