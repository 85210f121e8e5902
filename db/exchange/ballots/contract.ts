import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Ticket } from '../../evaluation/ballots/contract.ts'
import { RoundState } from '../../evaluation/contract.ts'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { MemberId, PublicationId, RoundId } from '../../kernel/ids.ts'
import { FileLanguage, workbookFaults } from '../contract.ts'
import { EDITS, SHIFTS } from '../rules/ballotReading.ts'

const roundErrors = {
  ROUND_NOT_FOUND: { status: 404 },
  /** the round is marked on one shared sheet */
  ROUND_WITHOUT_BALLOTS: { status: 409 },
  /** the round's state doesn't allow it */
  ROUND_NOT_THERE: { status: 423, data: z.object({ name: z.string(), state: RoundState }) },
} as const

/** Why a ballot workbook is not taken. Nothing was written. */
export const ballotFileErrors = {
  ...roundErrors,
  ...workbookFaults,
  /** no ballot workbook at all, or none that was sent out from here */
  BALLOT_UNKNOWN: { status: 422, data: z.object({ reason: z.enum(['notBallot', 'notIssued']) }) },
  /** made for another round: `other` is the ballot's, `name` the one that it was read into */
  BALLOT_OF_OTHER_ROUND: { status: 409, data: z.object({ name: z.string(), other: z.string() }) },
  /** the grading sheet has changed since the ballot was sent out */
  BALLOT_OF_OTHER_VERSION: {
    status: 409,
    data: z.object({ name: z.string(), made: z.string(), now: z.string() }),
  },
  /** its evaluator is no longer in the group */
  BALLOT_WITHOUT_SEAT: { status: 409, data: z.object({ name: z.string() }) },
  /** the first cell that was changed outside the cells for marks and remarks; `hidden`: in the hidden worksheet */
  BALLOT_EDITED: {
    status: 422,
    data: z.object({
      reason: z.enum([...EDITS, 'hidden', 'worksheet']),
      worksheet: z.string(),
      cell: z.string(),
      was: z.string(),
      is: z.string(),
    }),
  },
  /** a block of marks stands beside the cells for marks: the first of them, and how many */
  BALLOT_SHIFTED: {
    status: 422,
    data: z.object({ reason: z.enum(SHIFTS), worksheet: z.string(), cell: z.string(), cells: z.int() }),
  },
} as const

/** What taking a ballot workbook would do. Marks are never part of it, only how many there are. */
export const BallotPreview = z.object({
  memberId: MemberId,
  evaluator: z.string(),
  /** instant at which the workbook was sent out */
  issuedAt: z.string(),
  /** cells marked, and cells to be marked */
  marks: z.int(),
  cells: z.int(),
  remarks: z.int(),
  /** indicators that are blank for every account: a sign of a block that went astray */
  blankIndicators: z.array(z.string()),
  /** cells (marks and remarks) that differ from what is stored */
  differing: z.int(),
  /** of these, cells whose stored mark or remark would be changed or removed */
  lost: z.int(),
  /** `same`: taken before, nothing would change; `differs`: another ballot is there, `replace` is needed */
  fate: z.enum(['new', 'same', 'differs']),
  /** not one cell is marked: taken only as a declared abstention */
  empty: z.boolean(),
  /** accounts of the ballot that no longer take part, and accounts that came since */
  gone: z.int(),
  added: z.int(),
})
export type BallotPreview = z.infer<typeof BallotPreview>

const issueErrors = { ...writeErrors, ...roundErrors, EVALUATOR_NOT_FOUND: { status: 404 } } as const

/** Ballot workbooks 评分表 for evaluators without Yushui, and the workbook of what the ballots come to. */
export const ballotFiles = {
  /**
   * One evaluator's ballot as a workbook, while the round is being marked. Blank, unless it is asked for with that
   * evaluator's own ticket: then with their marks and remarks so far. Each workbook is on record; sending is not undone.
   */
  ballotWorkbook: oc
    .input(
      CommandInput.extend({
        roundId: RoundId,
        memberId: MemberId,
        ticket: Ticket.nullable(),
        language: FileLanguage,
      }),
    )
    .output(z.file())
    .errors(issueErrors),
  /** Blank ballots of several evaluators in one .zip. */
  ballotWorkbooks: oc
    .input(
      CommandInput.extend({
        roundId: RoundId,
        memberIds: z.array(MemberId).min(1).max(200),
        language: FileLanguage,
      }),
    )
    .output(z.file())
    .errors(issueErrors),
  /** What taking a ballot workbook would do. Writes nothing. */
  readBallot: oc
    .input(z.object({ roundId: RoundId, file: z.file() }))
    .output(BallotPreview)
    .errors(ballotFileErrors),
  /**
   * Takes a ballot workbook in: marks, remarks, and that it was handed in, all or nothing, as one undoable command.
   * Taking the same one again changes nothing (`same`, txnId null).
   */
  takeBallot: oc
    .input(
      CommandInput.extend({
        roundId: RoundId,
        file: z.file(),
        /** the chair's: a workbook has no PIN */
        ticket: Ticket.nullable(),
        /** put it in the place of another ballot, or of marks given here */
        replace: z.boolean(),
        /** take a ballot without a single mark as an abstention */
        abstain: z.boolean(),
      }),
    )
    .output(
      Written.extend({
        evaluator: z.string(),
        marks: z.int(),
        remarks: z.int(),
        outcome: z.enum(['taken', 'same']),
      }),
    )
    .errors({
      ...writeErrors,
      ...ballotFileErrors,
      /** another ballot, or marks given here, would be overwritten in so many cells */
      BALLOT_DIFFERS: { status: 409, data: z.object({ name: z.string(), cells: z.int() }) },
      /** not one cell is marked, and nobody said that this is meant */
      BALLOT_EMPTY: { status: 422, data: z.object({ name: z.string() }) },
    }),
  /**
   * All ballots of a revealed round, or of a publication of one, and what they come to, with live formulas for pooled
   * marks, scores, tiers and ranks.
   */
  consensusWorkbook: oc
    .input(z.object({ roundId: RoundId, publicationId: PublicationId.nullable(), language: FileLanguage }))
    .output(z.file())
    .errors({
      ...roundErrors,
      PUBLICATION_NOT_FOUND: { status: 404 },
      /** more ballots than a workbook holds: cells, and the most there may be */
      CONSENSUS_TOO_LARGE: { status: 413, data: z.object({ cells: z.int(), most: z.int() }) },
    }),
}
