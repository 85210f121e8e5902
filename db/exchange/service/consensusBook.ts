import type Database from 'better-sqlite3'
import { dayOf } from '../../accounts/rules/days.ts'
import type { EngineContext } from '../../context.ts'
import { fittingDecisions, readApprovals } from '../../evaluation/approval/service/proposals.ts'
import { ballotRound } from '../../evaluation/ballots/service/presence.ts'
import type { Agreement } from '../../evaluation/consensus/contract.ts'
import { type Poll, RELATION } from '../../evaluation/consensus/rules/poll.ts'
import { readAgreements } from '../../evaluation/consensus/service/agreements.ts'
import { revealedRound } from '../../evaluation/consensus/service/consensus.ts'
import { gradedBallots } from '../../evaluation/consensus/service/gradeBallots.ts'
import type { Publication } from '../../evaluation/contract.ts'
import { measureOf } from '../../evaluation/rules/bands.ts'
import { fromStripChar } from '../../evaluation/rules/marks.ts'
import { readPublication } from '../../evaluation/service/publishing.ts'
import type { RoundRecord } from '../../evaluation/service/roundData.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { PublicationId, RoundId } from '../../kernel/ids.ts'
import { CONSENSUS_WORDS } from '../../terms/consensus.ts'
import type { Language } from '../../terms/language.ts'
import type { ConsensusBook } from '../write/consensusBook.ts'
import { consensusPlans } from '../write/consensusPlan.ts'
import { writeWorkbook, xlsxFile } from '../write/workbook.ts'
import { gradedOf } from './results.ts'

/** A workbook is made in memory: so many cells of ballots take about a gigabyte and ten seconds. */
const MOST_CELLS = 1_000_000

/** Columns that a worksheet has, less those beside the ballots. */
const MOST_COLUMNS = 16_000

/**
 * All ballots of a revealed round, or of a publication of one, and what they come to, with live formulas.
 * @throws Refusal as the contract says
 */
export async function consensusWorkbook(
  { kernel }: EngineContext,
  input: {
    readonly roundId: RoundId
    readonly publicationId: PublicationId | null
    readonly language: Language
  },
): Promise<File> {
  const { roundId, publicationId, language } = input
  const book =
    publicationId === null
      ? standingBook(kernel.db, revealedRound(kernel, roundId), dayOf(kernel.now()))
      : publishedBook(kernel.db, ballotRound(kernel, roundId), readPublication(kernel, publicationId))
  refuseTooLarge(book)
  const bytes = await writeWorkbook(consensusPlans(book, language))
  return xlsxFile(bytes, `${book.graded.title}-${CONSENSUS_WORDS[language].file}.xlsx`)
}

function refuseTooLarge({ judged, poll }: ConsensusBook): void {
  const columns = judged.filter(Boolean).length * poll.evaluators
  const cells = columns * poll.accounts
  if (cells > MOST_CELLS || columns > MOST_COLUMNS)
    throw new Refusal('CONSENSUS_TOO_LARGE', { cells, most: MOST_CELLS })
}

/** A revealed round as it stands; decisions that no longer fit don't count. */
function standingBook(db: Database.Database, round: RoundRecord, today: string): ConsensusBook {
  const approvals = readApprovals(db, round.id, today)
  const { results } = approvals
  const { data, poll, counted } = results
  const graded = gradedBallots(results, fittingDecisions(approvals))
  const places = new Map<string, number>(data.accounts.ids.map((id, at) => [id, at]))
  return bookOf({
    rules: round.rules,
    graded: { ...graded, summary: null },
    evaluators: counted,
    poll,
    place: (accountId) => places.get(accountId),
    agreements: results.agreements,
  })
}

/**
 * A publication. What it doesn't say, when a cell is in discord, is taken from the round as it is now; a mark that this
 * doesn't lead to stands in the workbook as it was published, without a formula.
 */
function publishedBook(db: Database.Database, round: RoundRecord, publication: Publication): ConsensusBook {
  const { pooling } = publication
  if (pooling === 'shared') throw new Refusal('ROUND_WITHOUT_BALLOTS')
  const places = new Map<string, number>(publication.results.map(({ accountId }, at) => [accountId, at]))
  return bookOf({
    rules: { ...round.rules, pooling },
    graded: publication,
    evaluators: publication.evaluators,
    poll: publishedPoll(publication),
    place: (accountId) => places.get(accountId),
    agreements: readAgreements(db, round.id),
  })
}

interface Material {
  readonly rules: ConsensusBook['rules']
  readonly graded: Parameters<typeof gradedOf>[0]
  readonly evaluators: ConsensusBook['evaluators']
  /** accounts in an order of its own */
  readonly poll: Poll
  readonly place: (accountId: string) => number | undefined
  readonly agreements: readonly Agreement[]
}

/** Brings ballots and agreements into the order of the result: best rank first. */
function bookOf({ rules, graded: round, evaluators, poll, place, agreements }: Material): ConsensusBook {
  const graded = gradedOf(round)
  const order = graded.rows.map(({ accountId }) => place(accountId) ?? 0)
  const rowOf = new Map(graded.rows.map(({ accountId }, row) => [accountId, row]))
  const columnOf = new Map(round.indicators.map(({ id }, column) => [id, column]))
  const judged = round.indicators.map(({ standards }) => measureOf(standards).kind === 'judged')
  return {
    graded,
    rules,
    evaluators: evaluators.map(({ name, votes }) => ({ name, votes })),
    judged,
    poll: reordered(poll, order),
    agreements: round.results
      .flatMap(({ accountId, agreed, marks, notes }) =>
        agreed.map((indicator) => ({
          ...{ account: rowOf.get(accountId) ?? 0, indicator, accountId },
          mark: Math.round((marks[indicator] ?? 0) * 100),
          reason: notes.find((note) => note.indicator === indicator)?.text ?? '',
        })),
      )
      .map(({ accountId, ...cell }) => {
        const said = agreements.find(
          (one) =>
            one.accountId === accountId &&
            columnOf.get(one.indicatorId) === cell.indicator &&
            one.mark === cell.mark,
        )
        return { ...cell, arguments: said?.arguments ?? [], by: said?.by ?? '', at: said?.at ?? '' }
      })
      .filter(({ indicator }) => judged[indicator] === true),
  }
}

/** The same poll with its accounts in another order. */
function reordered(poll: Poll, order: readonly number[]): Poll {
  const block = <Values extends Uint8Array | Uint16Array>(
    from: Values,
    to: Values,
    width: number,
  ): Values => {
    order.forEach((account, row) => {
      to.set(from.subarray(account * width, (account + 1) * width), row * width)
    })
    return to
  }
  const { indicators, evaluators } = poll
  const [all, accounts] = [indicators * evaluators, order.length]
  return {
    ...poll,
    accounts,
    marks: block(poll.marks, new Uint8Array(accounts * all), all),
    relations: block(poll.relations, new Uint8Array(accounts * evaluators), evaluators),
    banded: block(poll.banded, new Uint16Array(accounts * indicators), indicators),
    agreed: block(poll.agreed, new Uint16Array(accounts * indicators), indicators),
  }
}

/** The ballots of a publication: only those that counted are kept, whoever was excused or not asked. */
function publishedPoll({ indicators, evaluators, results }: Publication): Poll {
  const [width, voters] = [indicators.length, evaluators.length]
  const poll: Poll = {
    ...{ accounts: results.length, indicators: width, evaluators: voters, ownCounts: true },
    marks: new Uint8Array(results.length * width * voters),
    votes: Uint8Array.from(evaluators, ({ votes }) => votes),
    relations: new Uint8Array(results.length * voters).fill(RELATION.none),
    competent: new Uint8Array(width * voters).fill(1),
    banded: new Uint16Array(results.length * width),
    agreed: new Uint16Array(results.length * width),
  }
  results.forEach(({ ballots, agreed, marks }, row) => {
    for (let voter = 0; voter < voters; voter += 1)
      for (let indicator = 0; indicator < width; indicator += 1)
        poll.marks[(row * width + indicator) * voters + voter] =
          fromStripChar(ballots[voter * width + indicator]) ?? 0
    for (const indicator of agreed)
      poll.agreed[row * width + indicator] = Math.round((marks[indicator] ?? 0) * 100)
  })
  return poll
}
