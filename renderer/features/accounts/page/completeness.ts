import type { AccountRow } from '../../../../db/accounts/contract.ts'

/** Fields that make an archive useful, in the order in which they are worth filling. */
const WANTED = ['ownerId', 'kind', 'cycle', 'code', 'region', 'industry', 'phone'] as const
export type WantedField = (typeof WANTED)[number]

/** How complete an account's archive is, percent 0–100, and what to add next, most useful first. */
export function completeness(account: AccountRow): {
  readonly percent: number
  readonly missing: readonly WantedField[]
} {
  const missing = WANTED.filter((field) => account[field] === null || account[field] === '')
  const figures = account.figures.length
  const filled = account.figures.filter((value) => value !== null).length
  const all = WANTED.length + figures
  return { percent: Math.round(((all - missing.length - (figures - filled)) / all) * 100), missing }
}
