import { MOST_VOTES } from '../../evaluation/ballots/rules/group.ts'
import type { PoolingRules } from '../../evaluation/consensus/rules/pooling.ts'
import { TRIM_FROM } from '../../evaluation/consensus/rules/pooling.ts'
import { SUFFICIENT_WEIGHT } from '../../evaluation/rules/score.ts'

/*
 * The rules of pooling and scoring as formulas. They divide whole numbers once, at the end, so that every program comes
 * to the engine's hundredths and tenths. Marks that don't count are texts, which COUNT, MAX, MIN and SUMPRODUCT pass
 * over. No function is newer than Excel 2007; none needs to be entered as an array.
 */

/** Marks of a cell and the voting weights above them: two ranges of the same width. */
export interface BallotRanges {
  readonly marks: string
  readonly votes: string
}

/** The mark that the ballots of a cell come to, blank where they come to none. */
export function pooledFormula(ranges: BallotRanges, { pooling, discord }: PoolingRules): string {
  switch (pooling) {
    case 'mean':
      return marked(ranges, meanFormula(ranges))
    case 'trimmed':
      return marked(
        ranges,
        `IF(COUNT(${ranges.marks})<${TRIM_FROM},${meanFormula(ranges)},${trimmedFormula(ranges)})`,
      )
    case 'consensus':
      return marked(ranges, `IF(${discordFormula(ranges, discord)},"",${meanFormula(ranges)})`)
  }
}

const marked = ({ marks }: BallotRanges, formula: string): string => `IF(COUNT(${marks})=0,"",${formula})`

const sumOf = ({ marks, votes }: BallotRanges): string => `SUMPRODUCT(${votes},${marks})`
const votesOf = ({ marks, votes }: BallotRanges): string => `SUMPRODUCT(${votes},--ISNUMBER(${marks}))`

/** A quotient in hundredths, half rounded up. */
const hundredths = (sum: string, votes: string): string => `INT((200*${sum}+${votes})/(2*${votes}))/100`

const meanFormula = (ranges: BallotRanges): string => hundredths(sumOf(ranges), votesOf(ranges))

function trimmedFormula(ranges: BallotRanges): string {
  const { marks } = ranges
  const [highest, lowest] = [`MAX(${marks})`, `MIN(${marks})`]
  const [high, low] = [leastVote(ranges, highest), leastVote(ranges, lowest)]
  return hundredths(
    `(${sumOf(ranges)}-${highest}*${high}-${lowest}*${low})`,
    `(${votesOf(ranges)}-${high}-${low})`,
  )
}

/** The least vote among those who gave a mark. */
const leastVote = ({ marks, votes }: BallotRanges, mark: string): string =>
  `(${MOST_VOTES + 1}-SUMPRODUCT(MAX((${marks}=${mark})*(${MOST_VOTES + 1}-${votes}))))`

function discordFormula(ranges: BallotRanges, discord: PoolingRules['discord']): string {
  const { marks, votes } = ranges
  const several = `COUNT(${marks})>1`
  if (discord.kind === 'range') return `AND(${several},MAX(${marks})-MIN(${marks})>=${discord.atLeast})`
  const [sum, weight] = [sumOf(ranges), votesOf(ranges)]
  const spread = `40000*(SUMPRODUCT(${votes},${marks},${marks})*${weight}-${sum}*${sum})`
  return `AND(${several},${spread}>=${(2 * discord.atLeast - 1) ** 2}*${weight}*${weight})`
}

/**
 * The score of a row of marks, blank where too little is marked: scaled over the marked weight, a tenth, half up.
 * @param weights a row of percentages above the marks
 */
export function scoreFormula(marks: string, weights: string): string {
  const weight = `ROUND(100*SUMPRODUCT(--ISNUMBER(${marks}),${weights}),0)`
  const sum = `ROUND(10000*SUMPRODUCT(${marks},${weights}),0)`
  return `IF(${weight}>=${SUFFICIENT_WEIGHT},INT((2*${sum}+${weight})/(2*${weight}))/10,"")`
}
