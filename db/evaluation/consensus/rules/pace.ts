/** When an evaluator marked. */
export interface Pace {
  /** one a command: how many cells it marked for the first time or changed, and when (ms since 1970); in any order */
  readonly batches: readonly { readonly at: number; readonly cells: number }[]
  /** the moment of submission, or of the lock where nothing was submitted (ms since 1970); null while both are open */
  readonly end: number | null
}

/** How late and how fast an evaluator marked. */
export interface PaceFigures {
  /** cells marked up to the end */
  readonly cells: number
  /** those marked in the last {@link LAST_MINUTES} before it, and their part of all, 0–1 */
  readonly lateCells: number
  readonly lateShare: number
  /** late cells a minute, over the minutes in which at least one was marked; 0 without late cells */
  readonly pace: number
  /** the most that one command marked among them: a paste shows here */
  readonly largest: number
}

/** How long before the end "the last minute" begins: an evening's work, before which a night could still be slept on it. */
export const LAST_MINUTES = 120

const MINUTE = 60_000

/**
 * The figures of last-minute marking; null without an end, or without cells. Pauses don't slow the pace: it is taken
 * over the minutes in which marks came, so that a coffee between two bursts hides nothing.
 */
export function paceOf({ batches, end }: Pace): PaceFigures | null {
  if (end === null) return null
  const before = batches.filter(({ at, cells }) => at <= end && cells > 0)
  const late = before.filter(({ at }) => at > end - LAST_MINUTES * MINUTE)
  const cells = sumOf(before)
  if (cells === 0) return null
  const lateCells = sumOf(late)
  const minutes = new Set(late.map(({ at }) => Math.floor((end - at) / MINUTE))).size
  return {
    cells,
    lateCells,
    lateShare: lateCells / cells,
    pace: minutes === 0 ? 0 : lateCells / minutes,
    largest: late.reduce((most, batch) => Math.max(most, batch.cells), 0),
  }
}

const sumOf = (batches: Pace['batches']): number => batches.reduce((sum, { cells }) => sum + cells, 0)
