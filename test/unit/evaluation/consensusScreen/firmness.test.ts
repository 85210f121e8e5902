import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Firmness } from '../../../../db/evaluation/findings/contract.ts'
import { DEFAULT_BORDERS } from '../../../../db/evaluation/rules/tiers.ts'
import {
  firmnessFinding,
  firmnessRows,
  wholePercents,
} from '../../../../renderer/features/evaluation/findings/firmnessModel.ts'
import { shareText } from '../../../../renderer/features/evaluation/findings/firmnessWords.ts'
import { accountId, memberId } from './rounds.ts'

/** Three accounts: firm, fragile, without a score. */
const firmness: Firmness = {
  accountIds: [accountId(0), accountId(1), accountId(2)],
  evaluators: [0, 1, 2].map((at) => ({ memberId: memberId(at), name: `人${at}` })),
  order: [1, 0, 2],
  scores: [950, 801, -1],
  standings: [0, 0, 4],
  distances: [150, 1, 0],
  decided: [0, 0, 1],
  mark: {
    grades: [0, 1, 0],
    indicators: [0, 1, 0],
    evaluators: [0, 2, 0],
    from: [0, 8, 0],
    to: [0, 6, 0],
    scores: [0, 798, 0],
  },
  movers: { starts: [0, 0, 2, 2], evaluators: [2, 0], scores: [799, 590] },
  needed: [0, 0, 0],
  weight: {
    shifts: [0, 200, 0],
    indicators: [0, 1, 0],
    from: [0, 1_200, 0],
    to: [0, 1_400, 0],
    scores: [0, 799, 0],
  },
  odds: [1_000, 0, 0, 0, 0, 520, 480, 0, 0, 0, 0, 0, 0, 0, 1_000],
  draws: 400,
}

it('opens the columns, the most fragile account first', () => {
  const [fragile, firm, none] = firmnessRows(firmness, DEFAULT_BORDERS)
  expect(fragile).toMatchObject({
    ...{ at: 1, place: 1, score: 801, standing: 'key', grades: 1, border: { at: 800, distance: 1 } },
    mark: { evaluator: 2, indicator: 1, from: 8, to: 6, score: 798, standing: 'main' },
    weight: { indicator: 1, from: 1_200, to: 1_400, standing: 'main' },
    movers: [
      { evaluator: 2, score: 799, standing: 'main' },
      { evaluator: 0, score: 590, standing: 'ordinary' },
    ],
    odds: [
      { standing: 'key', share: 0.52, percent: 52 },
      { standing: 'main', share: 0.48, percent: 48 },
    ],
  })
  expect(firm).toMatchObject({ at: 0, place: 2, mark: null, weight: null, movers: [] })
  expect(none).toMatchObject({ score: null, border: null, isDecided: true, standing: 'insufficient' })
})

it('counts what hangs by a thread', () => {
  const rows = firmnessRows(firmness, DEFAULT_BORDERS)
  expect(firmnessFinding(rows)).toEqual({ accounts: 2, oneGrade: 1, oneEvaluator: 1, first: 1 })
  expect(firmnessFinding(rows.slice(1)).first).toBe(null)
})

it('never rounds a chance away', () => {
  const text = (share: number, percent: number) => shareText({ share, percent })
  expect([text(0.52, 52), text(1, 100), text(0.998, 100), text(0.002, 0)]).toEqual([
    ...['52%', '100%', '>99%', '<1%'],
  ])
})

it('rounds chances so that they add up to 100', () => {
  expect(wholePercents([0.605, 0.395, 0])).toEqual([61, 39, 0])
  const parts = fc
    .array(fc.nat(400), { minLength: 1, maxLength: 5 })
    .filter((all) => all.some((part) => part > 0))
  fc.assert(
    fc.property(parts, (all) => {
      const whole = all.reduce((sum, part) => sum + part, 0)
      const shares = all.map((part) => part / whole)
      const percents = wholePercents(shares)
      expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(100)
      for (const [at, percent] of percents.entries())
        expect(Math.abs(percent - (shares[at] ?? 0) * 100)).toBeLessThan(1)
    }),
  )
})
