import { api } from './engine.ts'

/** Visits of the list that are asked for before all others: more than any screen shows. */
const FIRST_VISITS = 200

/** The list of visits: its first rows, or all of it. */
export const visitListQuery = (part: 'first' | 'all') =>
  api.visits.list.queryOptions({ input: part === 'first' ? { limit: FIRST_VISITS } : {} })

/** Accounts of a year's plan that are asked for before all others. */
const FIRST_ACCOUNTS = 60

/** The plan of a year: its first accounts with their visits, or all of it. */
export const visitYearQuery = (year: number, part: 'first' | 'all') =>
  api.visitPlan.year.queryOptions({ input: part === 'first' ? { year, limit: FIRST_ACCOUNTS } : { year } })
