import { cellStart, markCounts, type Poll, RELATION } from './poll.ts'
import { addTo, emptySample, errorSquaredOf, type Interval, intervalOf, type Sample } from './sample.ts'

/** How far an evaluator's marks lie from the others', in marks with fractions: +0.5 is half a mark above. */
export interface SeverityFigures {
  /** cells that they and at least one other marked, all of whose marks count */
  readonly cells: number
  /** accounts with such cells */
  readonly accounts: number
  /** the mean over accounts of the account's mean difference, own mark − mean of the others' marks, votes aside */
  readonly offset: number
  /** 95%, with accounts as clusters; null below two accounts */
  readonly interval: Interval | null
}

/** How an evaluator's marks on their own accounts differ from those on others' (A1), in marks with fractions. */
export interface OwnFigures {
  readonly ownAccounts: number
  readonly otherAccounts: number
  /** the mean difference from the others' marks on own accounts, and on other accounts */
  readonly ownOffset: number
  readonly otherOffset: number
  /** ownOffset − otherOffset */
  readonly drift: number
  /** its standard error (Welch, over accounts); null below two accounts on either side */
  readonly error: number | null
}

/** The differences of one evaluator's marks from the others', one number an account. */
export interface Differences {
  /** cells behind `counted` */
  cells: number
  /** accounts on which their marks count */
  readonly counted: Sample
  /** their own accounts, whether or not those marks count */
  readonly own: Sample
  /** accounts that aren't theirs */
  readonly other: Sample
}

/** What the cells of one account add up to, evaluator by evaluator. */
interface AccountGaps {
  readonly sums: Float64Array
  readonly cells: Uint16Array
}

/**
 * Compares each evaluator's marks with the mean of the others' that count, in cells that people judge. One's own marks
 * are looked at even where the round doesn't count them, since that rule is what they are looked at for; marks of the
 * excused, and those outside one's competence, never are.
 */
export function differencesOf(poll: Poll): Differences[] {
  const all = Array.from({ length: poll.evaluators }, () => ({
    cells: 0,
    counted: emptySample(),
    own: emptySample(),
    other: emptySample(),
  }))
  const gaps = { sums: new Float64Array(poll.evaluators), cells: new Uint16Array(poll.evaluators) }
  for (let account = 0; account < poll.accounts; account += 1) {
    gaps.sums.fill(0)
    gaps.cells.fill(0)
    for (let indicator = 0; indicator < poll.indicators; indicator += 1)
      addGaps(poll, account, indicator, gaps)
    all.forEach((differences, evaluator) => {
      const cells = gaps.cells[evaluator] ?? 0
      if (cells === 0) return
      const own = poll.relations[account * poll.evaluators + evaluator] === RELATION.own
      take(differences, (gaps.sums[evaluator] ?? 0) / cells, cells, own, poll.ownCounts)
    })
  }
  return all
}

function take(into: Differences, gap: number, cells: number, own: boolean, ownCounts: boolean): void {
  addTo(own ? into.own : into.other, gap)
  if (own && !ownCounts) return
  addTo(into.counted, gap)
  into.cells += cells
}

function addGaps(poll: Poll, account: number, indicator: number, gaps: AccountGaps): void {
  if (poll.banded[account * poll.indicators + indicator]) return
  const start = cellStart(poll, account, indicator)
  let sum = 0
  let ballots = 0
  for (let evaluator = 0; evaluator < poll.evaluators; evaluator += 1) {
    const mark = poll.marks[start + evaluator] ?? 0
    if (mark === 0 || !markCounts(poll, account, indicator, evaluator)) continue
    sum += mark
    ballots += 1
  }
  if (ballots === 0) return
  for (let evaluator = 0; evaluator < poll.evaluators; evaluator += 1) {
    const mark = poll.marks[start + evaluator] ?? 0
    if (mark === 0) continue
    const counts = markCounts(poll, account, indicator, evaluator)
    if (!counts && !isUncountedOwn(poll, account, indicator, evaluator)) continue
    const others = counts ? ballots - 1 : ballots
    if (others === 0) continue
    const gap = mark - (counts ? sum - mark : sum) / others
    gaps.sums[evaluator] = (gaps.sums[evaluator] ?? 0) + gap
    gaps.cells[evaluator] = (gaps.cells[evaluator] ?? 0) + 1
  }
}

/** Whether a mark would count if the round counted marks on one's own accounts. */
const isUncountedOwn = (poll: Poll, account: number, indicator: number, evaluator: number): boolean =>
  poll.relations[account * poll.evaluators + evaluator] === RELATION.own &&
  poll.competent[indicator * poll.evaluators + evaluator] === 1

/** The figures of leniency or severity; null where no cell is shared. */
export const severityOf = ({ cells, counted }: Differences): SeverityFigures | null =>
  counted.n === 0 ? null : { cells, accounts: counted.n, offset: counted.mean, interval: intervalOf(counted) }

/** The figures of own-account drift; null where either side has no account to compare. */
export function ownFiguresOf({ own, other }: Differences): OwnFigures | null {
  if (own.n === 0 || other.n === 0) return null
  const [ownError, otherError] = [errorSquaredOf(own), errorSquaredOf(other)]
  return {
    ownAccounts: own.n,
    otherAccounts: other.n,
    ownOffset: own.mean,
    otherOffset: other.mean,
    drift: own.mean - other.mean,
    error: ownError === null || otherError === null ? null : Math.sqrt(ownError + otherError),
  }
}
