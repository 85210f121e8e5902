import fc from 'fast-check'
import type { Pooling } from '../../../../db/evaluation/consensus/rules/pooling.ts'
import { type Side, type SideRow, sideIndicator } from '../../../../db/evaluation/moves/rules/side.ts'
import { markOfFigure } from '../../../../db/evaluation/moves/rules/split.ts'
import { MARKS, toStripChar } from '../../../../db/evaluation/rules/marks.ts'
import { scoreOfSums } from '../../../../db/evaluation/rules/score.ts'
import { DEFAULT_BORDERS, tierOf } from '../../../../db/evaluation/rules/tiers.ts'

export const WORDS = { excellent: '好', good: '', fair: '', poor: '', failing: '' }
export const bandsFrom = (step: number) => ({
  excellent: `>=${4 * step}`,
  good: `${3 * step}~${4 * step}`,
  fair: `${2 * step}~${3 * step}`,
  poor: `${step}~${2 * step}`,
  failing: `<${step}`,
})
export const TURNOVER = { name: '年交易额', unit: 'number' } as const

interface Drawn {
  readonly id: number
  readonly share: number
  readonly banded: boolean
  readonly step: number
  readonly mark: number | null
  readonly figure: number | null
  readonly ballots: readonly (10 | 8 | 6 | 4 | 2 | null)[]
  readonly isAgreed: boolean
}

/** Weights that add to 100% by whole hundredths, in the proportion of the shares. */
export function weightsOf(shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0)
  const weights = shares.map((share) => Math.max(1, Math.floor((share * 10_000) / all)))
  const rest = 10_000 - weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight, at) => (at === 0 ? weight + rest : weight))
}

const drawn = fc.record({
  id: fc.integer({ min: 0, max: 9 }),
  share: fc.integer({ min: 1, max: 40 }),
  banded: fc.boolean(),
  step: fc.integer({ min: 1, max: 5 }),
  // pooled marks have two decimals
  mark: fc.option(fc.integer({ min: 200, max: 1_000 }), { freq: 12 }),
  figure: fc.option(fc.integer({ min: 0, max: 25_000 }), { freq: 12 }),
  ballots: fc.array(fc.constantFrom(...MARKS, null), { minLength: 6, maxLength: 6 }),
  isAgreed: fc.boolean(),
})

const evaluators = fc.uniqueArray(
  fc.record({
    memberId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    votes: fc.integer({ min: 1, max: 9 }),
  }),
  { maxLength: 6, selector: ({ memberId }) => memberId },
)

/** A published side of one account, any sheet, any marks, with or without ballots. */
export const anySide: fc.Arbitrary<Side> = fc
  .tuple(
    fc.uniqueArray(drawn, { minLength: 1, maxLength: 8, selector: ({ id }) => id }),
    evaluators,
    fc.constantFrom<Pooling>('mean', 'trimmed', 'consensus'),
  )
  .map(([lines, voters, pooling]) => makeSide(lines, voters, pooling))

function makeSide(
  lines: readonly Drawn[],
  voters: readonly { memberId: string; votes: number }[],
  pooling: Pooling,
): Side {
  const weights = weightsOf(lines.map(({ share }) => share))
  const indicators = lines.map(({ id, banded, step }, at) =>
    sideIndicator({
      id: `i${id}`,
      code: '',
      name: `n${id}`,
      weight: weights[at] ?? 0,
      standards: banded ? bandsFrom(step) : WORDS,
      figure: banded ? TURNOVER : null,
    }),
  )
  const marks = lines.map(({ mark, figure, banded, ballots, isAgreed }, at) => {
    if (banded) return markOfFigure(indicators[at], figure)
    return isAgreed || voters.length === 0 ? mark : meanOfBallots(ballots, voters)
  })
  const row = sideRow({
    marks,
    weights,
    figures: lines.map(({ banded, figure }) => (banded ? figure : null)),
    ballots: voters
      .map((_, voter) =>
        lines.map(({ banded, ballots }) => (banded ? '-' : toStripChar(ballots[voter] ?? null))).join(''),
      )
      .join(''),
    agreed: lines.flatMap(({ isAgreed, banded }, at) => (isAgreed && !banded ? [at] : [])),
  })
  return {
    indicators,
    borders: DEFAULT_BORDERS,
    evaluators: voters.map((voter) => ({ ...voter, name: voter.memberId })),
    pooling: voters.length === 0 ? 'shared' : pooling,
    rows: [row],
  }
}

/** What ballots come to by the mean: half of the trimmed ones are then the meeting's. */
function meanOfBallots(ballots: Drawn['ballots'], voters: readonly { votes: number }[]): number | null {
  let sum = 0
  let all = 0
  voters.forEach(({ votes }, voter) => {
    const mark = ballots[voter] ?? null
    if (mark === null) return
    sum += mark * votes
    all += votes
  })
  return all === 0 ? null : Math.floor((200 * sum + all) / (2 * all))
}

/** A row whose score is what its marks come to. */
export function sideRow({
  weights,
  marks,
  ...rest
}: Pick<SideRow, 'marks'> &
  Partial<SideRow> & {
    readonly weights: readonly number[]
  }): SideRow {
  let sum = 0
  let markedWeight = 0
  marks.forEach((mark, at) => {
    if (mark === null) return
    sum += mark * (weights[at] ?? 0)
    markedWeight += weights[at] ?? 0
  })
  const score = scoreOfSums(sum, markedWeight, 0)
  const tenths = score.kind === 'insufficient' ? null : score.tenths
  return {
    accountId: 'x',
    figures: marks.map(() => null),
    ballots: '',
    agreed: [],
    fixed: null,
    score: tenths,
    standing: tenths === null ? 'insufficient' : tierOf(tenths, DEFAULT_BORDERS),
    ...rest,
    marks,
  }
}
