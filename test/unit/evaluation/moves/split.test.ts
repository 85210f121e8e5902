import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planOf } from '../../../../db/evaluation/moves/rules/plan.ts'
import { replay } from '../../../../db/evaluation/moves/rules/replay.ts'
import {
  matchIndicators,
  type Side,
  type SideRow,
  sideIndicator,
} from '../../../../db/evaluation/moves/rules/side.ts'
import { mainReason, partSums, reasonsOf, splitScore } from '../../../../db/evaluation/moves/rules/split.ts'
import { DEFAULT_BORDERS } from '../../../../db/evaluation/rules/tiers.ts'
import { anySide, bandsFrom, sideRow, TURNOVER, WORDS } from './sides.ts'

const only = ({ rows }: Side): SideRow => {
  const [row] = rows
  if (!row) throw new Error('a side of one account')
  return row
}
const split = (from: Side, to: Side) => splitScore(planOf(from, to), only(from), only(to))

describe('the split of any change of score', () => {
  it('adds up to the difference to the last tenth, step on step, and leaves nothing unexplained', () => {
    fc.assert(
      fc.property(anySide, anySide, (from, to) => {
        const a = only(from)
        const b = only(to)
        const steps = split(from, to)
        if (a.score === null || b.score === null) {
          expect(steps).toBeUndefined()
          return
        }
        if (steps === undefined) throw new Error('both have a score')
        let at = a.score
        for (const { before, after } of steps) {
          expect(before).toBe(at)
          at = after
        }
        expect(at).toBe(b.score)
        const sums = partSums(steps)
        expect(Object.values(sums).reduce((sum, part) => sum + part, 0)).toBe(b.score - a.score)
        expect(sums.rest).toBe(0)
        expect(reasonsOf(steps).reduce((sum, { change }) => sum + change, 0)).toBe(b.score - a.score)
        // what is called the main reason pulls the way in which the score went
        if (b.score !== a.score)
          expect(Math.sign(mainReason(steps)?.change ?? 0)).toBe(Math.sign(b.score - a.score))
      }),
      { numRuns: 2_000 },
    )
  })

  it('finds nothing between a round and itself', () => {
    fc.assert(
      fc.property(anySide, (side) => {
        const steps = split(side, side) ?? []
        expect(reasonsOf(steps)).toEqual([])
      }),
    )
  })

  it('has no part of the sheet between a round replayed under the newer sheet and the newer round', () => {
    fc.assert(
      fc.property(anySide, anySide, (from, to) => {
        const parts = (split(replay(from, to), to) ?? []).map(({ part }) => part)
        expect(parts).not.toContain('sheet')
        expect(parts).not.toContain('weights')
        expect(parts).not.toContain('rest')
      }),
    )
  })

  it('leaves a round under its own sheet as it was', () => {
    fc.assert(
      fc.property(anySide, (side) => {
        const again = only(replay(side, side))
        expect({ ...again, figures: null }).toEqual({ ...only(side), figures: null })
      }),
    )
  })
})

/** Loyalty 60%, turnover 40% in bands of 4. */
const indicator = (id: string, weight: number, more: { name?: string; code?: string; step?: number } = {}) =>
  sideIndicator({
    id,
    code: more.code ?? '',
    name: more.name ?? id,
    weight,
    standards: more.step === undefined ? WORDS : bandsFrom(more.step),
    figure: more.step === undefined ? null : TURNOVER,
  })

function side(
  indicators: Side['indicators'],
  marks: SideRow['marks'],
  more: Partial<SideRow> & Partial<Pick<Side, 'evaluators' | 'pooling'>> = {},
): Side {
  const { evaluators = [], pooling = 'shared', ...row } = more
  const weights = indicators.map(({ weight }) => weight)
  return {
    indicators,
    borders: DEFAULT_BORDERS,
    evaluators,
    pooling,
    rows: [sideRow({ marks, weights, ...row })],
  }
}

const parts = (from: Side, to: Side) =>
  (split(from, to) ?? []).map(({ part, line, before, after }) => [part, line, after - before])

describe('what moved it', () => {
  const sheet = [indicator('loyalty', 6_000), indicator('turnover', 4_000, { step: 4 })]

  it('names the judged mark', () => {
    const from = side(sheet, [800, 1_000], { figures: [null, 16_000] })
    const to = side(sheet, [600, 1_000], { figures: [null, 17_000] })
    expect(parts(from, to)).toEqual([['marks', 0, -120]])
  })

  it('tells data from bands: the same figure earns less by the newer bands, then the figure grew', () => {
    const stricter = [indicator('loyalty', 6_000), indicator('turnover', 4_000, { step: 5 })]
    const from = side(sheet, [800, 1_000], { figures: [null, 16_000] })
    const to = side(stricter, [800, 1_000], { figures: [null, 20_000] })
    expect(parts(from, to)).toEqual([
      ['sheet', 1, -80],
      ['figures', 1, 80],
    ])
  })

  it('lets an indicator out and another in, and keeps the proportions of those that stay until the weights change', () => {
    const from = side(
      [indicator('a', 5_000), indicator('b', 3_000), indicator('gone', 2_000)],
      [1_000, 200, 600],
    )
    const to = side(
      [indicator('a', 4_000), indicator('b', 4_000), indicator('new', 2_000)],
      [1_000, 200, 800],
    )
    // 68.0 → without `gone` (50×10 + 30×2) / 80 = 70.0 → with `new` 72.0 → by the newer weights 64.0
    expect(parts(from, to)).toEqual([
      ['sheet', 3, 20],
      ['sheet', 2, 20],
      ['weights', null, -80],
    ])
  })

  it('counts the whole as the sheet where nothing of it stayed', () => {
    const from = side([indicator('a', 10_000)], [1_000])
    const to = side([indicator('b', 4_000), indicator('c', 6_000)], [800, 200])
    expect(
      new Set(
        parts(from, to)
          .filter(([, , change]) => change !== 0)
          .map(([part]) => part),
      ),
    ).toEqual(new Set(['sheet']))
  })

  const voters = (votes: Readonly<Record<string, number>>) =>
    Object.entries(votes).map(([memberId, count]) => ({ memberId, name: memberId, votes: count }))
  const judged = [indicator('loyalty', 10_000)]

  it('tells another mark by the same people from other people with other weights', () => {
    const from = side(judged, [800], {
      evaluators: voters({ gu: 1, he: 1 }),
      pooling: 'mean',
      ballots: 'X6',
    })
    // gu went down to 8; he left; qin came with three votes
    const to = side(judged, [500], { evaluators: voters({ gu: 1, qin: 3 }), pooling: 'mean', ballots: '84' })
    expect(parts(from, to)).toEqual([
      ['marks', 0, -100],
      ['evaluators', 0, -200],
    ])
  })

  it('tells what a meeting agreed on from what was voted', () => {
    const from = side(judged, [600], { evaluators: voters({ gu: 1, he: 1 }), pooling: 'mean', ballots: 'X2' })
    const to = side(judged, [800], {
      evaluators: voters({ gu: 1, he: 1 }),
      pooling: 'mean',
      ballots: 'X2',
      agreed: [0],
    })
    expect(parts(from, to)).toEqual([['meeting', 0, 200]])
    expect(parts(to, from)).toEqual([['meeting', 0, -200]])
  })

  it('tells another rule of pooling', () => {
    const five = voters({ a: 1, b: 1, c: 1, d: 1, e: 1 })
    const from = side(judged, [720], { evaluators: five, pooling: 'mean', ballots: 'X8882' })
    const to = side(judged, [800], { evaluators: five, pooling: 'trimmed', ballots: 'X8882' })
    expect(parts(from, to)).toEqual([['meeting', 0, 80]])
  })

  it('owns up to a score that its marks do not come to', () => {
    const from = side(judged, [800])
    const to = side(judged, [800], { score: 790 })
    expect(parts(from, to)).toEqual([['rest', null, -10]])
  })

  it('splits nothing where a side has no score', () => {
    const from = side(sheet, [null, 1_000], { figures: [null, 16_000] })
    expect(split(from, side(sheet, [800, 1_000]))).toBeUndefined()
  })
})

describe('which indicator is which', () => {
  it('goes by id, then code, then name, width and case aside, and takes each once', () => {
    const of = (id: string, code: string, name: string) => ({ id, code, name })
    expect(
      matchIndicators(
        [of('1', 'A1', '忠诚度'), of('2', 'B2', '信用'), of('3', '', '规模'), of('4', '', '规模')],
        [of('9', 'ａ1', '信用'), of('2', 'Z', '别的'), of('8', '', ' 规模 '), of('7', '', '新')],
      ),
    ).toEqual([0, 1, 2, null])
  })
})
