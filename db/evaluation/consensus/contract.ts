import { oc } from '@orpc/contract'
import { z } from 'zod'
import { PAPER_FORMATS } from '../../exchange/rules/paperFormat.ts'
import { CommandInput, Written } from '../../kernel/contract.ts'
import { AccountId, IndicatorId, MemberId, RoundId } from '../../kernel/ids.ts'
import { groupErrors, RulesShape, Ticket } from '../ballots/contract.ts'
import { SEATS } from '../ballots/rules/group.ts'
import { BordersShape, OpenRound, RoundState, Sheet } from '../contract.ts'
import { TIERS } from '../rules/tiers.ts'

/** Hundredths of a mark, 200–1,000. */
const agreedMark = z.int().min(200).max(1_000)

/** What somebody said for a mark in the meeting. */
export const Argument = z.object({
  memberId: MemberId,
  name: z.string(),
  text: z.string(),
})

/** What the meeting agreed on for a cell, who argued what, and why. */
export const Agreement = z.object({
  accountId: AccountId,
  indicatorId: IndicatorId,
  mark: agreedMark,
  reason: z.string(),
  arguments: z.array(Argument),
  by: z.string(),
  /** instant */
  at: z.string(),
})
export type Agreement = z.infer<typeof Agreement>

/** A revealed round: what the ballots come to, cell by cell, as columns. */
export const Consensus = z.object({
  roundId: RoundId,
  name: z.string(),
  state: RoundState,
  revision: z.int(),
  sheet: Sheet,
  borders: BordersShape,
  rules: RulesShape,
  /** those whose ballots are in the figures; `late` ones handed in nothing by the lock */
  evaluators: z.array(
    z.object({
      memberId: MemberId,
      name: z.string(),
      seat: z.enum(SEATS),
      votes: z.int(),
      late: z.boolean(),
      counted: z.boolean(),
    }),
  ),
  accounts: OpenRound.shape.accounts,
  figures: OpenRound.shape.figures,
  /** which indicators people judge, in the order of the sheet */
  judged: z.array(z.boolean()),
  /** accounts × indicators: hundredths of a mark, 0 where unmarked */
  marks: z.array(z.int()),
  /** accounts × indicators: highest minus lowest mark, a digit each */
  ranges: z.string(),
  /** accounts × indicators: 1 where the ballots are in discord, agreed on since or not */
  discords: z.string(),
  agreements: z.array(Agreement),
  /** tenths of a point, -1 where too little is marked */
  scores: z.array(z.int()),
  /** the tier by score; of overdue accounts last round's 沿用 */
  standings: z.array(z.enum([...TIERS, 'insufficient'])),
  /** accounts of which too few ballots are in, by place */
  overdue: z.array(z.int()),
  /** tiers in force before this round; null where there is none */
  previous: z.array(z.enum(TIERS).nullable()),
})
export type Consensus = z.infer<typeof Consensus>

/** One evaluator's mark in a cell, after the reveal. */
export const CellBallot = z.object({
  memberId: MemberId,
  name: z.string(),
  seat: z.enum(SEATS),
  votes: z.int(),
  /** 10, 8, 6, 4, 2; null for an abstention */
  mark: z.int().nullable(),
  /** the evaluator's own account */
  own: z.boolean(),
  /** why the mark doesn't count; null where it does */
  out: z.enum(['excused', 'ownExcluded', 'notCompetent', 'late']).nullable(),
  note: z.string(),
})
export type CellBallot = z.infer<typeof CellBallot>

const cell = { roundId: RoundId, accountId: AccountId, indicatorId: IndicatorId }

/** After the reveal: results, discord, and what the meeting agrees on. */
export const consensus = {
  open: oc
    .input(z.object({ roundId: RoundId }))
    .output(Consensus)
    .errors(groupErrors),
  /** The ballots of one cell, in the order of the group. */
  cell: oc
    .input(z.object(cell))
    .output(z.array(CellBallot))
    .errors({ ...groupErrors, ACCOUNT_NOT_FOUND: { status: 404 }, INDICATOR_NOT_FOUND: { status: 404 } }),
  /** Records what the meeting agreed on for a cell. Needs the chair; undoable while the meeting lasts. */
  agree: oc
    .input(
      CommandInput.extend({
        ...cell,
        ticket: Ticket,
        mark: agreedMark,
        reason: z.string().trim().max(500),
        arguments: z
          .array(z.object({ memberId: MemberId, text: z.string().trim().min(1).max(500) }))
          .max(200),
      }),
    )
    .output(Written)
    .errors({
      ...groupErrors,
      ACCOUNT_NOT_FOUND: { status: 404 },
      INDICATOR_NOT_FOUND: { status: 404 },
      INDICATOR_BANDED: { status: 409, data: z.object({ indicator: z.string() }) },
    }),
  /** Takes an agreement back: the ballots decide again. */
  disagree: oc
    .input(CommandInput.extend({ ...cell, ticket: Ticket }))
    .output(Written)
    .errors(groupErrors),
  /**
   * The minutes 会议纪要 of a revealed round's meeting: what was agreed on, who argued what and why, what stayed open,
   * to be signed. Word or a printed page.
   */
  minutes: oc
    .input(z.object({ roundId: RoundId, language: z.enum(['zh', 'en']), format: z.enum(PAPER_FORMATS) }))
    .output(z.file())
    .errors({ ...groupErrors, NO_PRINTER: { status: 501 } }),
}
