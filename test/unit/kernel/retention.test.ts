import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupsToKeep, type Dated } from '../../../db/kernel/retention.ts'

const REASONS = ['hourly', 'quit', 'import', 'migration', 'restore', 'manual']
const HOUR = 3_600_000
const DAY = 24 * HOUR
const START = Date.UTC(2026, 0, 5)

const backupAt = (ms: number, reason = 'hourly'): Dated => {
  const at = new Date(ms).toISOString()
  return { file: `${at}-${reason}`, at, reason }
}

const someBackups = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 400 * 24 * 4 }), fc.constantFrom(...REASONS)), {
    selector: ([quarter]) => quarter,
    maxLength: 300,
  })
  .map((list) => list.map(([quarter, reason]) => backupAt(START + quarter * (HOUR / 4), reason)))

const bucketsOf = (backups: Iterable<Dated>, ms: number, shift = 0): Set<number> =>
  new Set([...backups].map(({ at }) => Math.floor((Date.parse(at) + shift) / ms)))

const newest = (values: Set<number>, count: number): number[] =>
  [...values].sort((a, b) => b - a).slice(0, count)

describe('which backups stay', () => {
  test('at least three, the newest among them, and a bounded number in all', () => {
    fc.assert(
      fc.property(someBackups, (backups) => {
        const kept = backupsToKeep(backups)
        expect(kept.size).toBeGreaterThanOrEqual(Math.min(3, backups.length))
        expect(kept.size).toBeLessThanOrEqual(24 + 14 + 8 + 3 + REASONS.length)
        const byAge = backups.toSorted((a, b) => b.at.localeCompare(a.at))
        for (const backup of byAge.slice(0, 3)) expect(kept).toContain(backup)
      }),
    )
  })

  test('one of each of the last 24 hours, 14 days and 8 weeks that have one', () => {
    fc.assert(
      fc.property(someBackups, (backups) => {
        const kept = backupsToKeep(backups)
        for (const [ms, count, shift] of [
          [HOUR, 24, 0],
          [DAY, 14, 0],
          [7 * DAY, 8, 3 * DAY],
        ] as const)
          for (const bucket of newest(bucketsOf(backups, ms, shift), count))
            expect(bucketsOf(kept, ms, shift)).toContain(bucket)
      }),
    )
  })

  test('and keeping is stable: what stays once stays when nothing new comes', () => {
    fc.assert(
      fc.property(someBackups, (backups) => {
        const kept = backupsToKeep(backups)
        expect(backupsToKeep([...kept])).toEqual(kept)
      }),
    )
  })

  test('a busy year by the hour leaves the last day by the hour, two weeks by the day, two months by the week', () => {
    let stock: Dated[] = []
    for (let hour = 0; hour < 365 * 24; hour += 1)
      stock = [...backupsToKeep([...stock, backupAt(START + hour * HOUR)])]
    const ages = stock
      .map(({ at }) => (START + (365 * 24 - 1) * HOUR - Date.parse(at)) / DAY)
      .sort((a, b) => a - b)
    expect(ages.filter((age) => age < 1)).toHaveLength(24)
    expect(ages.filter((age) => age < 14).length).toBeGreaterThanOrEqual(24 + 12)
    expect(ages.at(-1)).toBeGreaterThan(42)
  })

  test("an hourly one does not push out the one before this morning's import", () => {
    const beforeImport = backupAt(START + 8 * HOUR, 'import')
    const later = Array.from({ length: 300 }, (_, i) => backupAt(START + 8 * HOUR + (i + 1) * 600_000))
    expect(backupsToKeep([beforeImport, ...later])).toContain(beforeImport)
  })
})
