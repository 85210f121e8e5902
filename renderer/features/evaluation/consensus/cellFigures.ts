import type { CellBallot } from '../../../../db/evaluation/consensus/contract.ts'
import { deviationOf, meanOf } from '../../../../db/evaluation/consensus/rules/pooling.ts'
import { MARKS, type Mark } from '../../../../db/evaluation/rules/marks.ts'

/** What the ballots of a cell come to. */
export interface CellFigures {
  /** ballots that count */
  readonly ballots: number
  /** weighted mean in hundredths of a mark, 0 without ballots */
  readonly mean: number
  /** standard deviation by votes, hundredths of a mark */
  readonly deviation: number
  readonly highest: number
  readonly lowest: number
}

const isCounted = ({ mark, out }: CellBallot): boolean => mark !== null && out === null

/** Counts the ballots of a cell as the round does. */
export function cellFigures(ballots: readonly CellBallot[]): CellFigures {
  const counted = ballots.filter(isCounted)
  let [sum, squares, votes, highest, lowest] = [0, 0, 0, 0, 0]
  for (const { mark, votes: vote } of counted) {
    const value = mark ?? 0
    sum += vote * value
    squares += vote * value * value
    votes += vote
    highest = Math.max(highest, value)
    lowest = lowest === 0 ? value : Math.min(lowest, value)
  }
  const cell = {
    ballots: counted.length,
    sum,
    squares,
    votes,
    highest,
    lowest,
    highestVote: 0,
    lowestVote: 0,
  }
  return { ballots: counted.length, mean: meanOf(cell), deviation: deviationOf(cell), highest, lowest }
}

/** The mark nearest to a mean in hundredths, of two equally near ones the lower: nobody is lifted by rounding. */
export function nearestMark(mean: number): Mark {
  return MARKS.reduce<Mark>(
    (best, mark) => (Math.abs(mark * 100 - mean) <= Math.abs(best * 100 - mean) ? mark : best),
    10,
  )
}

/** An evaluator who marked their own account, beside what the others give it. */
export interface OwnMark {
  readonly name: string
  readonly mark: number
  /** how many others marked it, and their mean by votes in hundredths */
  readonly others: number
  readonly othersMean: number
}

/** Marks on one's own account, each against the others' (A1). */
export function ownMarks(ballots: readonly CellBallot[]): OwnMark[] {
  return ballots.flatMap((ballot) => {
    if (!ballot.own || ballot.mark === null) return []
    const { ballots: others, mean } = cellFigures(
      ballots.filter(({ memberId }) => memberId !== ballot.memberId),
    )
    return others === 0 ? [] : [{ name: ballot.name, mark: ballot.mark, others, othersMean: mean }]
  })
}

/** The part of the largest possible distance that lies between the highest and the lowest mark, percent 0–100. */
export const discordPercent = (range: number): number => Math.round((range / (10 - 2)) * 100)
