import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fairnessFindings } from '../../../../db/evaluation/consensus/rules/fairness.ts'
import { paceOf } from '../../../../db/evaluation/consensus/rules/pace.ts'
import { cellStart, markCounts, type Poll, RELATION } from '../../../../db/evaluation/consensus/rules/poll.ts'
import { studentT95 } from '../../../../db/evaluation/consensus/rules/sample.ts'
import { anyPoll } from './polls.ts'

/** A poll in which `mark` says what each evaluator gave; everybody counts everywhere but on `own` accounts, if not. */
function pollOf(
  [accounts, indicators, evaluators]: readonly [number, number, number],
  mark: (account: number, indicator: number, evaluator: number) => number,
  own: readonly (readonly [account: number, evaluator: number])[] = [],
  ownCounts = true,
): Poll {
  const cells = accounts * indicators
  const relations = new Uint8Array(accounts * evaluators)
  for (const [account, evaluator] of own) relations[account * evaluators + evaluator] = RELATION.own
  return {
    accounts,
    indicators,
    evaluators,
    marks: Uint8Array.from({ length: cells * evaluators }, (_, at) => {
      const cell = Math.floor(at / evaluators)
      return mark(Math.floor(cell / indicators), cell % indicators, at % evaluators)
    }),
    votes: new Uint8Array(evaluators).fill(1),
    relations,
    ownCounts,
    competent: new Uint8Array(indicators * evaluators).fill(1),
    banded: new Uint16Array(cells),
    agreed: new Uint16Array(cells),
  }
}

const kinds = (poll: Poll): string[] =>
  fairnessFindings(poll, []).findings.map(({ kind, evaluator }) => `${kind} ${evaluator}`)

/** Marks that differ from cell to cell, the same for all. */
const plain = (account: number, indicator: number): number => [8, 6, 4][(account + indicator) % 3] ?? 6

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length
const errorSquared = (numbers: readonly number[]): number => {
  const middle = mean(numbers)
  return numbers.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (numbers.length - 1) / numbers.length
}

describe('leniency and severity', () => {
  it('are found from half a mark, and are what the numbers say', () => {
    const poll = pollOf([8, 3, 3], (account, indicator, evaluator) =>
      evaluator === 2 ? plain(account, indicator) + 2 : plain(account, indicator),
    )
    const { findings, evaluators } = fairnessFindings(poll, [])
    expect(kinds(poll)).toEqual(['lenient 2', 'severe 0', 'severe 1'])
    expect(findings[0]).toEqual({
      kind: 'lenient',
      evaluator: 2,
      strength: 4,
      cells: 24,
      accounts: 8,
      offset: 2,
      interval: { low: 2, high: 2 },
    })
    expect(evaluators.map(({ severity }) => severity?.offset)).toEqual([-1, -1, 2])
  })

  it('need eight accounts, and an interval without 0', () => {
    const lenient = (_: number, __: number, evaluator: number) => (evaluator === 2 ? 8 : 6)
    expect(kinds(pollOf([7, 1, 3], lenient))).toEqual([])
    expect(kinds(pollOf([8, 1, 3], lenient))).toContain('lenient 2')
    // one account in eight is far above, the others as everybody: half a mark on average, by that one alone
    const once = pollOf([8, 1, 3], (account, _, evaluator) => (evaluator === 2 && account === 0 ? 10 : 4))
    expect(fairnessFindings(once, []).evaluators[2]?.severity).toMatchObject({ offset: 0.75, accounts: 8 })
    expect(kinds(once)).toEqual([])
  })

  it('take accounts as clusters: the mean of the accounts, whatever the number of cells in each', () => {
    fc.assert(
      fc.property(anyPoll({ accounts: [1, 5], evaluators: [1, 5] }), (poll) => {
        const { evaluators } = fairnessFindings(poll, [])
        evaluators.forEach(({ severity, own }, evaluator) => {
          const gaps = gapsOf(poll, evaluator)
          const counted = gaps.filter(({ counts }) => counts)
          expect(severity?.accounts ?? 0).toBe(counted.length)
          expect(severity?.cells ?? 0).toBe(counted.reduce((sum, { cells }) => sum + cells, 0))
          if (severity !== null) expect(severity.offset).toBeCloseTo(mean(counted.map(({ gap }) => gap)), 9)
          if (severity?.interval) {
            const reach =
              studentT95(counted.length - 1) * Math.sqrt(errorSquared(counted.map(({ gap }) => gap)))
            expect(severity.interval.low).toBeCloseTo(severity.offset - reach, 9)
            expect(severity.interval.high).toBeCloseTo(severity.offset + reach, 9)
          } else expect(counted.length).toBeLessThan(2)
          const mine = gaps.filter(({ isOwn }) => isOwn).map(({ gap }) => gap)
          const rest = gaps.filter(({ isOwn }) => !isOwn).map(({ gap }) => gap)
          expect(own === null).toBe(mine.length === 0 || rest.length === 0)
          if (own === null) return
          expect([own.ownAccounts, own.otherAccounts]).toEqual([mine.length, rest.length])
          expect(own.drift).toBeCloseTo(mean(mine) - mean(rest), 9)
          if (own.error === null) expect(Math.min(mine.length, rest.length)).toBe(1)
          else expect(own.error).toBeCloseTo(Math.sqrt(errorSquared(mine) + errorSquared(rest)), 9)
        })
      }),
    )
  })

  /** An evaluator's mean differences, account by account, the long way. */
  function gapsOf(poll: Poll, evaluator: number) {
    return Array.from({ length: poll.accounts }, (_, account) => {
      const isOwn = poll.relations[account * poll.evaluators + evaluator] === RELATION.own
      const found = Array.from({ length: poll.indicators }, (__, indicator) => {
        const marksOf = (who: number) => poll.marks[cellStart(poll, account, indicator) + who] ?? 0
        const looked = markCounts({ ...poll, ownCounts: true }, account, indicator, evaluator)
        const others = Array.from({ length: poll.evaluators }, (___, who) => who)
          .filter((who) => who !== evaluator && markCounts(poll, account, indicator, who))
          .map(marksOf)
          .filter((mark) => mark !== 0)
        const judged = poll.banded[account * poll.indicators + indicator] === 0
        if (!judged || !looked || marksOf(evaluator) === 0 || others.length === 0) return []
        return [marksOf(evaluator) - mean(others)]
      }).flat()
      return { cells: found.length, gap: mean(found), isOwn, counts: poll.ownCounts || !isOwn }
    }).filter(({ cells }) => cells > 0)
  }
})

describe('drift on own accounts', () => {
  const own = [0, 1, 2].map((account) => [account, 1] as const)
  const drifting = (account: number, indicator: number, evaluator: number) =>
    evaluator === 1 && account < 3 ? plain(account, indicator) + 2 : plain(account, indicator)

  it('is found whether or not those marks count', () => {
    for (const ownCounts of [true, false]) {
      const poll = pollOf([7, 3, 4], drifting, own, ownCounts)
      expect(kinds(poll)).toEqual(['ownDrift 1'])
      expect(fairnessFindings(poll, []).findings[0]).toMatchObject({
        ownAccounts: 3,
        otherAccounts: 4,
        drift: 2,
        error: 0,
      })
    }
  })

  it('needs three own accounts, and never looks at those one is excused from', () => {
    expect(kinds(pollOf([7, 3, 4], drifting, own.slice(1), false))).toEqual([])
    const poll = pollOf([7, 3, 4], drifting, own, false)
    const excused = poll.relations.map((relation) =>
      relation === RELATION.own ? RELATION.excused : relation,
    )
    expect(kinds({ ...poll, relations: excused })).toEqual([])
  })

  it('must exceed two standard errors', () => {
    // +4, 0 and −2 on own accounts: two thirds of a mark, with an error of nearly two
    const poll = pollOf(
      [7, 1, 4],
      (account, _, evaluator) => 6 + (evaluator === 1 ? ([4, 0, -2][account] ?? 0) : 0),
      own,
    )
    const figures = fairnessFindings(poll, []).evaluators[1]?.own
    expect(figures?.drift).toBeCloseTo(2 / 3, 9)
    expect(figures?.error).toBeCloseTo(Math.sqrt(28 / 9), 9)
    expect(kinds(poll)).toEqual([])
  })

  it('is no finding downwards', () => {
    const harder = pollOf(
      [7, 3, 4],
      (account, indicator, evaluator) =>
        evaluator === 1 && account < 3 ? plain(account, indicator) - 2 : plain(account, indicator),
      own,
    )
    expect(kinds(harder)).toEqual([])
    expect(fairnessFindings(harder, []).evaluators[1]?.own?.drift).toBe(-2)
  })
})

describe('one mark for everything', () => {
  it('is found where most accounts have it, at least twice as often as with the others', () => {
    // every account's mean is 6, so nobody is lenient or severe
    const poll = pollOf([10, 3, 3], (account, indicator, evaluator) =>
      evaluator === 0 && account < 6 ? 6 : ([8, 6, 4][(account + indicator) % 3] ?? 6),
    )
    expect(kinds(poll)).toEqual(['flat 0'])
    expect(fairnessFindings(poll, []).findings[0]).toMatchObject({
      accounts: 10,
      flatShare: 0.6,
      othersFlatShare: 0,
      strength: 1,
    })
    expect(fairnessFindings(poll, []).evaluators[1]?.flatness).toMatchObject({
      flatShare: 0,
      othersFlatShare: 0.3,
      deviation: expect.closeTo(Math.sqrt(8 / 3), 9),
      othersDeviation: expect.closeTo(0.7 * Math.sqrt(8 / 3), 9),
    })
  })

  it('is nothing where others find the same accounts as plain', () => {
    const flat = (most: number) => (account: number, indicator: number, evaluator: number) =>
      account < (evaluator === 0 ? 8 : most) ? 6 : plain(account, indicator)
    expect(kinds(pollOf([10, 3, 3], flat(4)))).toEqual(['flat 0'])
    expect(kinds(pollOf([10, 3, 3], flat(5)))).toEqual([])
  })

  it('takes three marks on an account, and ten accounts where there are so many', () => {
    const flat = (accounts: number, indicators: number) =>
      pollOf([accounts, indicators, 2], (account, indicator, evaluator) =>
        evaluator === 0 ? (account < 9 ? 6 : 0) : plain(account, indicator),
      )
    expect(kinds(flat(9, 3))).toEqual(['flat 0'])
    expect(kinds(flat(10, 3))).toEqual([])
    expect(kinds(flat(9, 2))).toEqual([])
  })
})

describe('last-minute marking', () => {
  const end = 1_700_000_000_000
  const ago = (minutes: number, cells: number) => ({ at: end - minutes * 60_000, cells })
  const poll = pollOf([1, 1, 1], () => 6)

  it('is found where half of the cells came late and fast', () => {
    const batches = [ago(500, 40), ago(2, 20), ago(1, 20), ago(-3, 99)]
    expect(fairnessFindings(poll, [{ batches, end }]).findings).toEqual([
      {
        kind: 'lastMinute',
        evaluator: 0,
        strength: 1,
        cells: 80,
        lateCells: 40,
        lateShare: 0.5,
        pace: 20,
        largest: 20,
      },
    ])
    const slow = [ago(2, 20), ago(1, 19), ago(500, 39)]
    expect(fairnessFindings(poll, [{ batches: slow, end }]).findings).toEqual([])
    const few = [ago(2, 39)]
    expect(fairnessFindings(poll, [{ batches: few, end }]).findings).toEqual([])
    const early = [ago(120, 400), ago(5, 200)]
    expect(fairnessFindings(poll, [{ batches: early, end }]).findings).toEqual([])
  })

  it('counts only minutes in which marks came, so that a pause hides nothing', () => {
    expect(paceOf({ batches: [ago(119, 30), ago(1.2, 10), ago(1.8, 20)], end })?.pace).toBe(30)
  })

  it('has no figures while nothing is submitted or locked, or nothing was marked', () => {
    expect(paceOf({ batches: [ago(1, 100)], end: null })).toBeNull()
    expect(paceOf({ batches: [ago(-1, 100)], end })).toBeNull()
    expect(fairnessFindings(poll, []).evaluators[0]?.pace).toBeNull()
  })
})

describe('findings', () => {
  it('come strongest first', () => {
    fc.assert(
      fc.property(anyPoll({ accounts: [8, 12], indicators: [3, 4] }), (poll) => {
        const strengths = fairnessFindings(poll, []).findings.map(({ strength }) => strength)
        expect(strengths).toEqual(strengths.toSorted((a, b) => b - a))
        expect(strengths.every((strength) => strength >= 1)).toBe(true)
      }),
    )
  })

  it("use Student's t as in the tables", () => {
    for (const [freedom, t] of [
      [1, 12.706],
      [7, 2.365],
      [10, 2.228],
      [11, 2.201],
      [15, 2.131],
      [30, 2.042],
      [120, 1.98],
    ] as const)
      expect(studentT95(freedom)).toBeCloseTo(t, 3)
  })
})
