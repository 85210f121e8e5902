import { Refusal } from '../../../db/kernel/errors.ts'

/** The refusal that work ends in; fails where it doesn't, or ends in something else. */
export async function refusalOf(work: Promise<unknown>): Promise<{ code: string; data: unknown }> {
  try {
    await work
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, data: error.data }
    throw error
  }
  throw new Error('nothing was refused')
}
