import { cellStart, markCounts, RELATION } from '../../evaluation/consensus/rules/poll.ts'
import { CONSENSUS_WORDS } from '../../terms/consensus.ts'
import { RESULT_WORDS } from '../../terms/headers.ts'
import type { Language } from '../../terms/language.ts'
import { columnName } from '../rules/cells.ts'
import type { ConsensusBook } from './consensusBook.ts'
import type { BallotRanges } from './poolFormulas.ts'
import type { CellPlan, ColumnPlan, WorksheetPlan } from './workbook.ts'

const FIXED_COLUMNS = 3
const VOTES_ROW = 2
const FIRST_ROW = 4

/** All ballots on one worksheet: a row per account, for each judged indicator a column per evaluator. */
export function ballotsPlan(book: ConsensusBook, language: Language): WorksheetPlan {
  const words = CONSENSUS_WORDS[language]
  const { graded, evaluators } = book
  const judged = judgedPlaces(book)
  const blank = Array.from({ length: evaluators.length - 1 }, () => '')
  const evaluatorColumn = ({ name }: { readonly name: string }): ColumnPlan => ({
    header: name,
    width: 9,
    kind: 'whole',
  })
  return {
    name: words.ballotsSheet,
    title: graded.title,
    frozenColumns: 2,
    above: [
      ['', '', '', ...judged.flatMap((at) => [graded.indicators[at]?.name ?? '', ...blank])],
      ['', '', words.votes, ...judged.flatMap(() => evaluators.map(({ votes }) => votes))],
    ],
    columns: [
      { header: RESULT_WORDS[language].accountCode, width: 12, kind: 'text' },
      { header: RESULT_WORDS[language].accountName, width: 26, kind: 'text' },
      { header: words.owner, width: 10, kind: 'text' },
      ...judged.flatMap(() => evaluators.map(evaluatorColumn)),
    ],
    rows: graded.rows.map((row, account) => [
      ...[row.code, row.name, row.owner],
      ...judged.flatMap((indicator) =>
        evaluators.map((_, evaluator) => ballotCell(book, { account, indicator, evaluator }, language)),
      ),
    ]),
  }
}

const judgedPlaces = ({ judged }: ConsensusBook): number[] =>
  judged.flatMap((isJudged, at) => (isJudged ? [at] : []))

/** A mark that counts is a number, one that doesn't a text that says why: formulas pass over texts. */
function ballotCell(
  { poll }: ConsensusBook,
  cell: { readonly account: number; readonly indicator: number; readonly evaluator: number },
  language: Language,
): CellPlan {
  const { account, indicator, evaluator } = cell
  const words = CONSENSUS_WORDS[language]
  const mark = poll.marks[cellStart(poll, account, indicator) + evaluator] || null
  const relation = poll.relations[account * poll.evaluators + evaluator]
  if (markCounts(poll, account, indicator, evaluator))
    return relation === RELATION.own ? { value: mark, look: 'noted' } : mark
  const why =
    relation === RELATION.excused
      ? words.excused
      : poll.competent[indicator * poll.evaluators + evaluator] !== 1
        ? words.notCompetent
        : words.ownExcluded
  return { value: mark === null ? why : `${mark} ${why}`, look: 'closed' }
}

/**
 * Where the marks and votes of a cell stand on that worksheet.
 * @param place the indicator's place among the judged ones
 */
export function ballotRanges(
  { evaluators }: ConsensusBook,
  { account, place }: { readonly account: number; readonly place: number },
  language: Language,
): BallotRanges {
  const from = FIXED_COLUMNS + place * evaluators.length
  const [first, last] = [columnName(from), columnName(from + evaluators.length - 1)]
  const sheet = `'${CONSENSUS_WORDS[language].ballotsSheet}'!`
  const row = FIRST_ROW + account
  return {
    marks: `${sheet}${first}${row}:${last}${row}`,
    votes: `${sheet}${first}$${VOTES_ROW}:${last}$${VOTES_ROW}`,
  }
}
