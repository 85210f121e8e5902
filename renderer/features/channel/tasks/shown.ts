import type { TaskRow } from '../../../../db/channel/tasks/rules/taskTable.ts'

/** What the list may be narrowed to. */
export const SHOWN = ['open', 'late', 'today', 'next7', 'waiting', 'snoozed', 'settled'] as const
export type Shown = (typeof SHOWN)[number]

/** The open tasks that are shown. */
export const shownIn = (rows: readonly TaskRow[], show: Exclude<Shown, 'settled'>): readonly TaskRow[] =>
  show === 'open' ? rows : rows.filter(({ state }) => state === show)

/** How many open tasks each filter shows; null for what isn't counted. */
export function countsIn(rows: readonly TaskRow[]): Readonly<Record<Shown, number | null>> {
  const counts = { open: rows.length, late: 0, today: 0, next7: 0, waiting: 0, snoozed: 0, settled: null }
  for (const { state } of rows)
    if (
      state === 'late' ||
      state === 'today' ||
      state === 'next7' ||
      state === 'waiting' ||
      state === 'snoozed'
    )
      counts[state] += 1
  return counts
}
