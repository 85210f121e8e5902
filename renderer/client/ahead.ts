import { dayOf } from '../../db/accounts/rules/days.ts'
import type { OpenRound } from '../../db/evaluation/contract.ts'
import { accountTableQuery } from './accountTableQuery.ts'
import { api, engine } from './engine.ts'
import { queryClient } from './queryClient.ts'
import { todayQuery } from './todayQuery.ts'
import { visitListQuery, visitYearQuery } from './visitQueries.ts'

/*
 * What the first screen needs, asked for before its code is there: reading the code and reading the data then take the
 * time of the longer of the two. Commits are watched from before the first question, so no answer is missed by them.
 */

type Watch = ReturnType<typeof engine.history.watch>

let watch: Watch | null = null
const rounds = new Map<string, Promise<OpenRound>>()

/** Begins to watch, and asks for what every screen needs. Resolves with the settings; rejects as the engine answers. */
export async function askAhead(): Promise<{ lastRoute: string | null; me: string | null }> {
  watch = engine.history.watch()
  watch.catch(() => undefined)
  void queryClient.prefetchQuery(api.department.layouts.queryOptions())
  const [settings] = await Promise.all([
    queryClient.ensureQueryData(api.department.settings.queryOptions()),
    queryClient.ensureQueryData(api.department.status.queryOptions()),
  ])
  return settings
}

/** The watch that {@link askAhead} began, once. */
export function takeWatch(): Watch | null {
  const begun = watch
  watch = null
  return begun
}

/** Asks for the first accounts of the list and for the members who own them. */
export function askForAccounts(): void {
  // the members first: their names are few, and the grid is made while the list is on its way
  void queryClient.prefetchQuery(api.department.members.queryOptions())
  void queryClient.prefetchQuery(accountTableQuery('first'))
}

/** Asks for the lists of Today, as they are first shown. */
export function askForToday(me: string | null): void {
  void queryClient.prefetchQuery(todayQuery(me === null ? 'all' : 'mine'))
}

/** Asks for this year's plan of visits. */
export function askForVisitYear(): void {
  void queryClient.prefetchQuery(visitYearQuery(Number(dayOf(Date.now()).slice(0, 4)), 'first'))
}

/** Asks for the first visits of the list. */
export function askForVisits(): void {
  void queryClient.prefetchQuery(visitListQuery('first'))
}

/** Asks for a round that is about to be opened. */
export function askForRound(roundId: string): void {
  const asked = engine.rounds.open({ roundId })
  asked.catch(() => undefined)
  rounds.set(roundId, asked)
}

/** The answer to {@link askForRound}, once; undefined where it wasn't asked or no longer holds. */
export function takeRound(roundId: string): Promise<OpenRound> | undefined {
  const asked = rounds.get(roundId)
  rounds.delete(roundId)
  return asked
}

/** Something was committed: rounds that were asked for before may be stale. */
export const forgetRounds = (): void => rounds.clear()
