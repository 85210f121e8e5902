import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MARKS, type Mark } from '../../../db/evaluation/rules/marks.ts'
import { ranksOf, scoreOf } from '../../../db/evaluation/rules/score.ts'
import { DEFAULT_BORDERS, tierOf } from '../../../db/evaluation/rules/tiers.ts'
import { ExceptionId } from '../../../db/kernel/ids.ts'
import { overlaid, ScoringModel } from '../../../renderer/features/evaluation/scoring/scoringModel.ts'
import { accountId, indicator, indicatorId, roundOf } from './rounds.ts'

const WEIGHTS = [1_000, 2_000, 1_500, 1_200, 4_300]
const judged = WEIGHTS.map((weight, at) => indicator(at, weight))
const mark = fc.option(fc.constantFrom<Mark>(...MARKS), { freq: 4 })
const marks = fc.array(fc.array(mark, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 30 })
const edit = fc.record({ row: fc.nat(29), column: fc.nat(4), mark })

describe('the model against the rules', () => {
  it('has after any edits the scores, blanks, tiers, ranks and counts that the rules give for the whole round', () => {
    fc.assert(
      fc.property(marks, fc.array(fc.array(edit, { maxLength: 12 }), { maxLength: 6 }), (first, gestures) => {
        const model = new ScoringModel(roundOf(judged, first))
        const now = first.map((row) => [...row])
        for (const gesture of gestures) {
          const inside = gesture.filter(({ row }) => row < now.length)
          for (const { row, column, mark: wanted } of inside) now[row]?.splice(column, 1, wanted)
          model.set(inside)
        }
        const scores = now.map((row) => scoreOf(row, WEIGHTS))
        const tenths = scores.map((score) => (score.kind === 'insufficient' ? null : score.tenths))
        const rows = now.map((_, row) => row)
        expect(rows.map((row) => model.score(row))).toEqual(tenths)
        expect(rows.map((row) => model.rank(row))).toEqual(ranksOf(tenths))
        expect(rows.map((row) => model.blanks(row))).toEqual(scores.map(({ blanks }) => blanks))
        const standings = tenths.map((score) =>
          score === null ? 'insufficient' : tierOf(score, DEFAULT_BORDERS),
        )
        expect(rows.map((row) => model.standing(row))).toEqual(standings)
        for (const [standing, count] of Object.entries(model.standings))
          expect(count).toBe(standings.filter((one) => one === standing).length)
        const lacking = scores.filter(({ kind, blanks }) => kind !== 'insufficient' && blanks > 0)
        expect(model.lacking, 'a tier, but empty cells').toBe(lacking.length)
        expect(model.markedCells).toBe(now.flat().filter((one) => one !== null).length)
      }),
    )
  })

  it('knows what a score would be without changing it', () => {
    fc.assert(
      fc.property(marks, edit, (first, { row, column, mark: wanted }) => {
        fc.pre(row < first.length)
        const model = new ScoringModel(roundOf(judged, first))
        const tried = model.scoreIf(row, column, wanted)
        const before = model.score(row)
        model.set([{ row, column, mark: wanted }])
        expect(model.score(row)).toBe(tried)
        model.set([{ row, column, mark: first[row]?.[column] ?? null }])
        expect(model.score(row)).toBe(before)
      }),
    )
  })

  it('answers with the accounts that changed, and only those', () => {
    const model = new ScoringModel(
      roundOf(judged, [
        [10, 8, 6, 4, 2],
        [8, 8, 8, 8, 8],
      ]),
    )
    expect(model.set([{ row: 1, column: 0, mark: 8 }])).toEqual([])
    expect(
      model.set([
        { row: 1, column: 0, mark: 10 },
        { row: 0, column: 0, mark: 10 },
      ]),
    ).toEqual([1])
  })
})

describe('cells that people do not mark', () => {
  const sheet = [indicator(0, 4_000, true), indicator(1, 6_000)]
  const round = roundOf(
    sheet,
    [
      [null, 8],
      [null, null],
      [null, 10],
    ],
    { years: [12, 7, null] },
  )

  it('are marked from figures, and tell which', () => {
    const model = new ScoringModel(round)
    expect([0, 1, 2].map((row) => model.mark(row, 0))).toEqual([10, 8, null])
    expect(model.figure(0, 0)).toMatchObject({ figure: { name: '合作年限' }, value: 12_000 })
    expect(model.figure(0, 1)).toBeNull()
    expect(model.cells).toBe(3)
  })

  it('stay as they are when someone tries to mark them', () => {
    const model = new ScoringModel(round)
    expect(model.set([{ row: 0, column: 0, mark: 2 }])).toEqual([])
    expect(model.mark(0, 0)).toBe(10)
  })

  it('count as missing without a figure, but not as something to judge', () => {
    const model = new ScoringModel(round)
    expect(model.hasBlank(1)).toBe(true)
    expect(model.hasBlank(2)).toBe(false)
    expect(model.blanks(2)).toBe(1)
  })
})

describe('totals', () => {
  it('are scaled from 80% of the weight, and below that show what is marked without a tier or rank', () => {
    const model = new ScoringModel(
      roundOf(
        [indicator(0, 8_000), indicator(1, 2_000)],
        [
          [8, null],
          [null, 10],
          [8, 10],
        ],
      ),
    )
    expect(model.total(0)).toEqual({ kind: 'scaled', tenths: 800 })
    expect(model.total(1)).toEqual({ kind: 'partial', tenths: 200 })
    expect(model.total(2)).toEqual({ kind: 'complete', tenths: 840 })
    expect([model.standing(1), model.rank(1)]).toEqual(['insufficient', null])
  })

  it('are not given while the weights do not add to 100%', () => {
    const model = new ScoringModel(roundOf([indicator(0, 9_500)], [[10]]))
    expect(model.isGraded).toBe(false)
    expect([model.total(0), model.standing(0), model.rank(0)]).toEqual([null, null, null])
    expect(model.faults).toEqual([{ at: 'sheet', code: 'weightsNotFull', sum: 9_500 }])
    expect(model.set([{ row: 0, column: 0, mark: 8 }])).toEqual([0])
    expect(model.mark(0, 0)).toBe(8)
  })

  it('give way to an exception for the tier, not for the rank', () => {
    const exception = {
      id: ExceptionId.parse('01900000-0000-7000-8009-000000000000'),
      accountId: accountId(1),
      tier: 'key' as const,
      reason: '标杆',
      approver: '顾长风',
      expires: null,
    }
    const model = new ScoringModel(roundOf([indicator(0, 10_000)], [[10], [2]], { exceptions: [exception] }))
    expect([model.standing(1), model.rank(1)]).toEqual(['key', 2])
    expect(model.standings.key).toBe(2)
  })
})

describe('writes', () => {
  const model = () =>
    new ScoringModel(
      roundOf(judged, [
        [10, 8, 6, 4, 2],
        [8, null, 8, 8, 8],
      ]),
    )

  it('cover the smallest block and leave the rest of it alone', () => {
    const write = model().writeOf('paste', [
      { row: 0, column: 1, mark: 10 },
      { row: 1, column: 3, mark: null },
    ])
    expect(write.accountIds).toEqual([accountId(0), accountId(1)])
    expect(write.indicatorIds).toEqual([indicatorId(1), indicatorId(3)])
    expect([write.expected, write.marks]).toEqual(['8..8', 'X..-'])
  })

  it('lie over a round that does not hold them yet, cells gone meanwhile left out', () => {
    const round = roundOf(judged, [
      [10, 8, 6, 4, 2],
      [8, null, 8, 8, 8],
    ])
    const write = model().writeOf('edit', [{ row: 1, column: 1, mark: 10 }])
    expect(overlaid(round, [write])).toBe('X86428X888')
    const [first] = round.accounts.ids
    const shrunk = roundOf(judged, [[10, 8, 6, 4, 2]], {
      accounts: { ...round.accounts, ids: first === undefined ? [] : [first] },
    })
    expect(overlaid(shrunk, [write])).toBe('X8642')
  })
})
