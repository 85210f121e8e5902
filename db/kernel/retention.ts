/** A backup as the policy sees it. */
export interface Dated {
  readonly file: string
  /** instant, ISO-8601 UTC */
  readonly at: string
  readonly reason: string
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const WEEK_MS = 7 * DAY_MS
/** 1970-01-01 was a Thursday: weeks begin on Monday */
const MONDAY_MS = 3 * DAY_MS

/**
 * How many backups of each age stay. A day's work can be found again by the hour, two weeks by the day, two months by
 * the week: mistakes in a grading are noticed within those. Counted in hours, days and weeks that have a backup, so
 * that a laptop unused for a year keeps its old ones, and a wrong wall clock doesn't empty the folder.
 */
const PERIODS = [
  { count: 24, of: (ms: number) => Math.floor(ms / HOUR_MS) },
  { count: 14, of: (ms: number) => Math.floor(ms / DAY_MS) },
  { count: 8, of: (ms: number) => Math.floor((ms + MONDAY_MS) / WEEK_MS) },
] as const

/** The newest ones stay whatever their age. */
const NEVER_FEWER_THAN = 3

/**
 * The backups that stay: the newest of each of the last 24 hours, 14 days and 8 weeks that have one, the last three,
 * and the newest of each reason (so that an hourly one doesn't push out the one before this morning's import).
 */
export function backupsToKeep<Backup extends Dated>(backups: readonly Backup[]): Set<Backup> {
  const newestFirst = backups.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const kept = new Set(newestFirst.slice(0, NEVER_FEWER_THAN))
  const firstOfEach = <Key>(keyOf: (backup: Backup) => Key, count: number) => {
    const seen = new Set<Key>()
    for (const backup of newestFirst) {
      const key = keyOf(backup)
      if (seen.has(key)) continue
      if (seen.size === count) return
      seen.add(key)
      kept.add(backup)
    }
  }
  for (const { count, of } of PERIODS) firstOfEach((backup) => of(Date.parse(backup.at)), count)
  firstOfEach((backup) => backup.reason, Number.POSITIVE_INFINITY)
  return kept
}
