import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_BORDERS } from '../../../db/evaluation/rules/tiers.ts'
import { evaluationLeader } from '../../../renderer/features/evaluation/outcome/leader.ts'
import {
  figureShares,
  giveWay,
  migrations,
  mostWeight,
  moveBorder,
  movesOf,
  tryOut,
} from '../../../renderer/features/evaluation/outcome/whatIf.ts'
import { nearBorders, tierStep } from '../../../renderer/features/evaluation/scoring/nearBorders.ts'
import { ScoringModel } from '../../../renderer/features/evaluation/scoring/scoringModel.ts'
import { shapeFinding } from '../../../renderer/features/evaluation/scoring/shapeFinding.ts'
import { indicator, roundOf } from './rounds.ts'

const sum = (weights: readonly number[]): number => weights.reduce((total, weight) => total + weight, 0)
const nothingLocked: ReadonlySet<number> = new Set()

/** Weights of hundredths of a percent that add to 100%. */
const weights = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 2, maxLength: 15 }).map((parts) => {
  const whole = parts.map((part) => Math.max(1, Math.floor((part * 10_000) / sum(parts))))
  whole[0] = (whole[0] ?? 0) + 10_000 - sum(whole)
  return whole
})

describe('weights that are tried out', () => {
  it('always add to exactly 100%, each at least a hundredth of a percent, locked ones untouched', () => {
    fc.assert(
      fc.property(
        weights,
        fc.nat(14),
        fc.integer({ min: -500, max: 12_000 }),
        fc.array(fc.nat(14)),
        (before, at, wanted, locks) => {
          const moved = at % before.length
          const locked = new Set(locks.map((lock) => lock % before.length).filter((lock) => lock !== moved))
          const after = giveWay(before, moved, wanted, before, locked)
          expect(sum(after)).toBe(10_000)
          expect(Math.min(...after)).toBeGreaterThanOrEqual(1)
          for (const lock of locked) expect(after[lock]).toBe(before[lock])
          if (locked.size < before.length - 1)
            expect(after[moved]).toBe(Math.max(1, Math.min(mostWeight(before, moved, locked), wanted)))
        },
      ),
    )
  })

  it('come back to what was saved when the slider comes back', () => {
    const saved = [1_000, 2_000, 1_500, 1_200, 800, 1_200, 800, 800, 700]
    const away = giveWay(saved, 5, 9_992, saved, nothingLocked)
    expect(giveWay(away, 5, 1_200, saved, nothingLocked)).toEqual(saved)
  })

  it('let the others give way in proportion', () => {
    expect(giveWay([5_000, 3_000, 2_000], 0, 7_000, [5_000, 3_000, 2_000], nothingLocked)).toEqual([
      7_000, 1_800, 1_200,
    ])
  })
})

describe('borders that are tried out', () => {
  it('stop short of their neighbours', () => {
    expect(moveBorder(DEFAULT_BORDERS, 'main', 950)).toEqual({ key: 800, main: 799, ordinary: 400 })
    expect(moveBorder(DEFAULT_BORDERS, 'ordinary', -5)).toEqual({ key: 800, main: 600, ordinary: 0 })
  })
})

const twoHalves = [indicator(0, 5_000), indicator(1, 5_000)]

describe('a trial', () => {
  it('tells who would change tier and how many from where to where', () => {
    const model = new ScoringModel(
      roundOf(twoHalves, [
        [10, 8],
        [8, 8],
        [8, 8],
        [4, 8],
        [null, 8],
      ]),
    )
    const moves = movesOf(
      model,
      tryOut(model, { borders: { ...DEFAULT_BORDERS, key: 810 }, weights: [2_000, 8_000] }),
    )
    expect(moves).toEqual([
      { row: 1, from: 'key', to: 'main', direction: 'down', score: 800 },
      { row: 2, from: 'key', to: 'main', direction: 'down', score: 800 },
      { row: 4, from: 'insufficient', to: 'main', direction: 'up', score: 800 },
    ])
    expect(migrations(moves).map(({ from, to, count }) => [from, to, count])).toEqual([
      ['key', 'main', 2],
      ['insufficient', 'main', 1],
    ])
    expect(model.standing(1)).toBe('key')
  })
})

describe('shares of a figure', () => {
  it('are of the graded accounts with a value, losses included', () => {
    expect(figureShares(['key', 'small', 'insufficient', 'main'], [900, -100, 5_000, null])).toEqual({
      shares: { key: 112.5, main: 0, ordinary: 0, small: -12.5 },
      sum: 800,
      accounts: 2,
    })
  })

  it('are not given where there is nothing to share', () => {
    expect(figureShares(['key', 'small'], [-5, null])).toBeNull()
  })
})

describe('accounts near a border', () => {
  // 82.4, 60.0 exactly on a border, 47.2 near none
  const sheet = [indicator(0, 8_800), indicator(1, 1_200)]
  const model = new ScoringModel(
    roundOf(sheet, [
      [8, 10],
      [6, 6],
      [4, 10],
    ]),
  )

  it('are told with border and distance, best first', () => {
    expect(nearBorders(model, 30).map(({ row, border, distance }) => [row, border, distance])).toEqual([
      [0, 'key', 24],
      [1, 'main', 0],
    ])
    expect(nearBorders(model, 10).map(({ row }) => row)).toEqual([1])
  })

  it('tell which one mark would move the first of them', () => {
    expect(tierStep(model, nearBorders(model, 30))).toEqual({
      row: 0,
      column: 0,
      direction: 'down',
      to: 'main',
    })
    expect(tierStep(model, nearBorders(model, 1))).toEqual({
      row: 1,
      column: 0,
      direction: 'down',
      to: 'ordinary',
    })
    expect(tierStep(model, [])).toBeNull()
  })
})

describe('the finding of a shape', () => {
  it('names the tier furthest from its expected number and where to look', () => {
    const near = [
      { row: 0, score: 812, tier: 'key', border: 'key', distance: 12 },
      { row: 1, score: 796, tier: 'main', border: 'key', distance: -4 },
    ] as const
    expect(
      shapeFinding({ key: 7, main: 7, ordinary: 11, small: 15, insufficient: 8 }, near, DEFAULT_BORDERS),
    ).toEqual({ kind: 'more', tier: 'key', by: 3, look: { border: 800, accounts: 1 } })
    expect(
      shapeFinding({ key: 1, main: 8, ordinary: 12, small: 19, insufficient: 0 }, near, DEFAULT_BORDERS),
    ).toMatchObject({ kind: 'fewer', tier: 'key', by: 3, look: { accounts: 1 } })
  })

  it('sees no shape in a few accounts, however they lie', () => {
    const counts = { key: 1, main: 2, ordinary: 3, small: 3, insufficient: 40 }
    expect(shapeFinding(counts, [], DEFAULT_BORDERS)).toEqual({ kind: 'tooFew' })
    expect(shapeFinding({ ...counts, small: 4 }, [], DEFAULT_BORDERS)).toEqual({ kind: 'asExpected' })
  })

  it('makes nothing of one account more or less, nor of an ungraded round', () => {
    const counts = { key: 4, main: 8, ordinary: 12, small: 16, insufficient: 0 }
    expect(shapeFinding(counts, [], DEFAULT_BORDERS)).toEqual({ kind: 'asExpected' })
    expect(
      shapeFinding({ key: 0, main: 0, ordinary: 0, small: 0, insufficient: 5 }, [], DEFAULT_BORDERS),
    ).toEqual({ kind: 'none' })
  })
})

describe('the suggested approver', () => {
  it('is the top executive, not a deputy', () => {
    const members = [
      { name: '何敬之', role: '副总经理' },
      { name: '顾长风', role: '总经理' },
    ]
    expect(evaluationLeader(members)?.name).toBe('顾长风')
    expect(evaluationLeader([{ name: 'Ann', role: 'Vice President' }])).toBeUndefined()
  })
})
