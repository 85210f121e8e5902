import fc from 'fast-check'
import type { PolledRound } from '../../../../db/evaluation/consensus/rules/accountState.ts'
import { cellStart, markCounts, type Poll, RELATION } from '../../../../db/evaluation/consensus/rules/poll.ts'
import {
  DEFAULT_DISCORD,
  POOLINGS,
  type PoolingRules,
  poolAll,
} from '../../../../db/evaluation/consensus/rules/pooling.ts'
import {
  emptyFragility,
  type Fragility,
  fragilityOf,
} from '../../../../db/evaluation/consensus/rules/standing.ts'
import { gradeAll, standingWith } from '../../../../db/evaluation/rules/grade.ts'
import { MARKS } from '../../../../db/evaluation/rules/marks.ts'
import { FULL_WEIGHT } from '../../../../db/evaluation/rules/score.ts'
import { type Borders, DEFAULT_BORDERS, type Standing } from '../../../../db/evaluation/rules/tiers.ts'

/** How large a random poll is. */
export interface PollSize {
  readonly accounts?: readonly [least: number, most: number]
  readonly indicators?: readonly [least: number, most: number]
  readonly evaluators?: readonly [least: number, most: number]
}

/**
 * Polls of every sort: votes alike and unlike, unmarked cells, own and excused accounts, limited competence, cells that
 * data or the meeting decided.
 */
export const anyPoll = (size: PollSize = {}): fc.Arbitrary<Poll> =>
  fc
    .tuple(
      within(size.accounts ?? [1, 3]),
      within(size.indicators ?? [1, 5]),
      within(size.evaluators ?? [1, 7]),
      fc.constantFrom(1, 3, 99),
    )
    .chain(([accounts, indicators, evaluators, mostVotes]) => {
      const cells = accounts * indicators
      const list = <Item>(one: fc.Arbitrary<Item>, length: number) =>
        fc.array(one, { minLength: length, maxLength: length, size: 'max' })
      return fc.record({
        accounts: fc.constant(accounts),
        indicators: fc.constant(indicators),
        evaluators: fc.constant(evaluators),
        marks: list(often(fc.constantFrom<number>(...MARKS), 0), cells * evaluators).map(bytes),
        votes: list(fc.integer({ min: 1, max: mostVotes }), evaluators).map(bytes),
        relations: list(
          often(fc.constant<number>(RELATION.none), RELATION.own, RELATION.excused),
          accounts * evaluators,
        ).map(bytes),
        ownCounts: fc.boolean(),
        competent: list(often(fc.constant(1), 0), indicators * evaluators).map(bytes),
        banded: list(often(fc.constant(0), 1000, 800, 600, 400, 200), cells).map(words),
        agreed: list(often(fc.constant(0), 1000, 800, 600, 450, 200), cells).map(words),
      })
    })

const within = ([min, max]: readonly [number, number]) => fc.integer({ min, max })
const bytes = (numbers: readonly number[]): Uint8Array => Uint8Array.from(numbers)
const words = (numbers: readonly number[]): Uint16Array => Uint16Array.from(numbers)

/** Nine times in ten the one, else one of the rest. */
const often = (usual: fc.Arbitrary<number>, ...rest: readonly number[]): fc.Arbitrary<number> =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(...rest) })

/** How ballots become marks. */
export const anyRules: fc.Arbitrary<PoolingRules> = fc.record({
  pooling: fc.constantFrom(...POOLINGS),
  discord: fc.oneof(
    fc.record({ kind: fc.constant('range' as const), atLeast: fc.constantFrom(2 as const, 4, 6, 8) }),
    fc.record({ kind: fc.constant('deviation' as const), atLeast: fc.integer({ min: 1, max: 400 }) }),
  ),
})

/** Weights in hundredths of a percent that add to 100%, at least one hundredth each. */
export const anyWeights = (indicators: number): fc.Arbitrary<number[]> =>
  fc
    .array(fc.integer({ min: 1, max: 500 }), { minLength: indicators, maxLength: indicators })
    .map((parts) => {
      const sum = parts.reduce((total, part) => total + part, 0)
      const weights = parts.map((part) => Math.max(1, Math.floor((part * FULL_WEIGHT) / sum)))
      weights[0] = (weights[0] ?? 0) + FULL_WEIGHT - weights.reduce((total, weight) => total + weight, 0)
      return weights
    })

/** Borders in order, near each other and far apart. */
export const anyBorders: fc.Arbitrary<Borders> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1_000 }), { minLength: 3, maxLength: 3 })
  .map((borders) => {
    const [key = 800, main = 600, ordinary = 400] = borders.toSorted((a, b) => b - a)
    return { key, main, ordinary }
  })

/** A poll with all that is needed to grade it. */
export const anyRound = (size: PollSize = {}): fc.Arbitrary<PolledRound> =>
  anyPoll(size).chain((poll) =>
    fc.record({
      poll: fc.constant(poll),
      pooling: anyRules,
      weights: anyWeights(poll.indicators),
      borders: anyBorders,
    }),
  )

/** Scores (tenths, −1 for none) and standings of a round, the long way: all cells pooled, all accounts graded. */
export function gradePoll({ poll, pooling, weights, borders }: PolledRound): {
  scores: Int16Array
  standings: Standing[]
} {
  const { accounts, indicators } = poll
  const cells = poolAll(poll, pooling).marks
  const { scores } = gradeAll({ accounts, indicators, cells, perMark: 100 }, weights)
  return { scores, standings: Array.from(scores, (score) => standingWith(score, borders, undefined)) }
}

/** The poll with one ballot given otherwise; 0 takes it away. */
export const withMark = (
  poll: Poll,
  account: number,
  indicator: number,
  evaluator: number,
  mark: number,
): Poll => ({ ...poll, marks: poll.marks.with(cellStart(poll, account, indicator) + evaluator, mark) })

/** An account's ballots that count in cells which nothing else decided. */
export function freeBallots(
  poll: Poll,
  account: number,
): { indicator: number; evaluator: number; mark: number }[] {
  return Array.from({ length: poll.indicators * poll.evaluators }, (_, at) => {
    const [indicator, evaluator] = [Math.floor(at / poll.evaluators), at % poll.evaluators]
    return { indicator, evaluator, mark: poll.marks[cellStart(poll, account, indicator) + evaluator] ?? 0 }
  }).filter(({ indicator, evaluator, mark }) => {
    const cell = account * poll.indicators + indicator
    const free = poll.banded[cell] === 0 && poll.agreed[cell] === 0
    return mark !== 0 && free && markCounts(poll, account, indicator, evaluator)
  })
}

/** How firm all tiers of a round are. */
export function examined(round: PolledRound, decided: ArrayLike<number> = []): Fragility {
  const into = emptyFragility(round.poll.accounts)
  fragilityOf(round, decided, 0, round.poll.accounts, into)
  return into
}

/** One account, one evaluator a column: rows of marks by indicator. */
export function roundOf(rows: readonly (readonly number[])[], weights: readonly number[]): PolledRound {
  const evaluators = rows[0]?.length ?? 0
  return {
    poll: {
      accounts: 1,
      indicators: rows.length,
      evaluators,
      marks: Uint8Array.from(rows.flat()),
      votes: new Uint8Array(evaluators).fill(1),
      relations: new Uint8Array(evaluators),
      ownCounts: true,
      competent: new Uint8Array(rows.length * evaluators).fill(1),
      banded: new Uint16Array(rows.length),
      agreed: new Uint16Array(rows.length),
    },
    pooling: { pooling: 'mean', discord: DEFAULT_DISCORD },
    weights,
    borders: DEFAULT_BORDERS,
  }
}
