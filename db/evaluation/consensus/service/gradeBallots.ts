import type Database from 'better-sqlite3'
import type { RoundId } from '../../../kernel/ids.ts'
import { readDecisions } from '../../approval/service/decisions.ts'
import { earlierRounds, standingsThen } from '../../approval/service/earlier.ts'
import type { ResultRow, TierDecision } from '../../contract.ts'
import { type Grades, gradeAll, NO_SCORE, standingWith } from '../../rules/grade.ts'
import { isMark, toStripChar } from '../../rules/marks.ts'
import { ranksOf } from '../../rules/score.ts'
import type { Standing, Tier } from '../../rules/tiers.ts'
import { type GradedRound, roundFacts } from '../../service/gradedRound.ts'
import { markCounts } from '../rules/poll.ts'
import { type Pooled, poolAll } from '../rules/pooling.ts'
import { type PolledRound, readPoll } from './readPoll.ts'

/** A round with all its ballots, and what they come to. */
export interface BallotResults extends PolledRound {
  readonly pooled: Pooled
  /** accounts with too few ballots have no score */
  readonly grades: Grades
  /** by score; of overdue accounts the tier that was in force before */
  readonly standings: readonly Standing[]
  readonly previous: readonly (Tier | null)[]
}

/** Pools and grades a round's ballots. @throws Refusal ROUND_NOT_FOUND, SHEET_NOT_FOUND */
export const readResults = (db: Database.Database, roundId: RoundId): BallotResults =>
  resultsOf(readPoll(db, roundId), tiersBefore(db, roundId))

/** What the ballots of a round come to. */
export function resultsOf(polled: PolledRound, before: ReadonlyMap<string, Tier>): BallotResults {
  const { data, poll, overdue } = polled
  const pooled = poolAll(poll, data.round.rules)
  const grades = gradeAll(
    { accounts: poll.accounts, indicators: poll.indicators, cells: pooled.marks, perMark: 100 },
    data.indicators.map(({ weight }) => weight),
  )
  for (const account of overdue) grades.scores[account] = NO_SCORE
  const previous = data.accounts.ids.map((id) => before.get(id) ?? null)
  const late = new Set(overdue)
  const standings = data.accounts.ids.map((_, row) =>
    late.has(row)
      ? (previous[row] ?? 'insufficient')
      : standingWith(grades.scores[row] ?? NO_SCORE, data.round.borders, undefined),
  )
  return { ...polled, pooled, grades, standings, previous }
}

/** The tiers in force before a round: those of the round published before it. */
export function tiersBefore(db: Database.Database, roundId: RoundId): ReadonlyMap<string, Tier> {
  const [newest] = earlierRounds(db, roundId)
  if (!newest) return new Map()
  return new Map(
    [...standingsThen(db, newest.publicationId)].flatMap(([accountId, { standing }]) =>
      standing === 'insufficient' ? [] : [[accountId, standing]],
    ),
  )
}

/**
 * A round with ballots as it would be published now: decisions on tiers first, then scores.
 * @param decisions those that count; all of the round where absent
 */
export const gradeBallots = (
  db: Database.Database,
  roundId: RoundId,
  decisions: ReadonlyMap<string, TierDecision> = readDecisions(db, roundId),
): GradedRound => gradedBallots(readResults(db, roundId), decisions)

/** The same from results at hand. */
export const gradedBallots = (
  results: BallotResults,
  decisions: ReadonlyMap<string, TierDecision>,
): GradedRound => ({
  ...roundFacts(results.data),
  pooling: results.data.round.rules.pooling,
  evaluators: results.counted.map(({ memberId, name, seat, votes }) => ({ memberId, name, seat, votes })),
  results: rowsOf(results, decisions),
})

function rowsOf(results: BallotResults, decisions: ReadonlyMap<string, TierDecision>): ResultRow[] {
  const { data, grades, pooled, poll, standings } = results
  const ranks = ranksOf(grades.scores)
  const agreedOn = agreedByAccount(results)
  const { ids, codes, names, owners } = data.accounts
  return ids.map((accountId, row): ResultRow => {
    const start = row * poll.indicators
    const score = grades.scores[row] ?? NO_SCORE
    const decision = decisions.get(accountId) ?? null
    return {
      accountId,
      code: codes[row] ?? '',
      name: names[row] ?? '',
      owner: owners[row] ?? '',
      marks: Array.from(pooled.marks.subarray(start, start + poll.indicators), (mark) =>
        mark === 0 ? null : mark / 100,
      ),
      figures: data.figures.map((column) => column?.values[row] ?? null),
      notes: agreedOn.get(accountId)?.filter(({ text }) => text !== '') ?? [],
      score: score === NO_SCORE ? null : score,
      blanks: grades.blanks[row] ?? 0,
      standing: decision?.tier ?? standings[row] ?? 'insufficient',
      rank: ranks[row] ?? null,
      exception: null,
      ballots: stripOf(results, row),
      agreed: agreedOn.get(accountId)?.map(({ indicator }) => indicator) ?? [],
      decision,
    }
  })
}

function agreedByAccount({ data, agreements }: BallotResults): Map<string, ResultRow['notes']> {
  const columnOf = new Map<string, number>(data.indicators.map(({ id }, column) => [id, column]))
  const byAccount = new Map<string, ResultRow['notes']>()
  for (const { accountId, indicatorId, reason } of agreements) {
    const indicator = columnOf.get(indicatorId)
    if (indicator === undefined) continue
    byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), { indicator, text: reason }])
  }
  return byAccount
}

/** An account's ballots that count as a strip, evaluator by evaluator: what the published marks were pooled from. */
function stripOf({ poll }: BallotResults, account: number): string {
  let strip = ''
  const start = account * poll.indicators * poll.evaluators
  for (let evaluator = 0; evaluator < poll.evaluators; evaluator += 1)
    for (let indicator = 0; indicator < poll.indicators; indicator += 1) {
      const mark = poll.marks[start + indicator * poll.evaluators + evaluator]
      const counts = markCounts(poll, account, indicator, evaluator)
      strip += toStripChar(counts && isMark(mark) ? mark : null)
    }
  return strip
}
