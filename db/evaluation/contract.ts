import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Figure } from '../accounts/contract.ts'
import { CommandInput, Written, writeErrors } from '../kernel/contract.ts'
import {
  AccountId,
  ExceptionId,
  FigureId,
  IndicatorId,
  MemberId,
  PublicationId,
  RoundId,
  SheetId,
} from '../kernel/ids.ts'
import { PROPOSAL_KINDS, WHYS } from './approval/rules/proposals.ts'
import { POOLINGS } from './consensus/rules/pooling.ts'
import { ROUND_STATES } from './rules/roundStates.ts'
import { TIERS } from './rules/tiers.ts'

const standard = z.string().max(500)

/** A5: what earns each mark, in words or as a band over the indicator's figure. */
export const StandardsShape = z.object({
  excellent: standard,
  good: standard,
  fair: standard,
  poor: standard,
  failing: standard,
})

/** An indicator 评价科目 of a grading sheet (A3–A5). */
export const Indicator = z.object({
  id: IndicatorId,
  code: z.string().max(64),
  name: z.string().max(100),
  /** hundredths of a percent, 0–10,000 */
  weight: z.int().min(0).max(10_000),
  /** the figure that bands are read from; null for judged indicators */
  figureId: FigureId.nullable(),
  standards: StandardsShape,
  /** fractional order key */
  order: z.string(),
})
export type Indicator = z.infer<typeof Indicator>

export const SheetSummary = z.object({
  id: SheetId,
  name: z.string(),
  indicators: z.int(),
  /** hundredths of a percent */
  weightSum: z.int(),
  /** number of faults that keep the sheet from grading */
  faults: z.int(),
  /** rounds that use the sheet, newest first */
  rounds: z.array(z.object({ id: RoundId, name: z.string() })),
})
export type SheetSummary = z.infer<typeof SheetSummary>

export const Sheet = z.object({ id: SheetId, name: z.string(), indicators: z.array(Indicator) })
export type Sheet = z.infer<typeof Sheet>

const tenths = z.int().min(0).max(1_000)
export const BordersShape = z.object({ key: tenths, main: tenths, ordinary: tenths })

/** A7: an account classified before it is graded, with the reason and who approved it. */
export const Exception = z.object({
  id: ExceptionId,
  accountId: AccountId,
  tier: z.enum(['key', 'main']),
  reason: z.string(),
  approver: z.string(),
  /** the last day on which it holds, YYYY-MM-DD; null without end */
  expires: z.string().nullable(),
})
export type Exception = z.infer<typeof Exception>

/** Where a round stands; see rules/roundStates.ts. */
export const RoundState = z.enum(ROUND_STATES)
export type RoundState = z.infer<typeof RoundState>

/** How a round is marked: on one shared sheet, or by ballots. */
export const RoundMethod = z.enum(['sheet', 'ballots'])

export const RoundSummary = z.object({
  id: RoundId,
  name: z.string(),
  state: RoundState,
  method: RoundMethod,
  sheetId: SheetId,
  sheetName: z.string(),
  /** 0 until first published */
  revision: z.int(),
  publishedAt: z.string().nullable(),
  markedCells: z.int(),
  /** judged cells in all: active accounts × judged indicators, with ballots those of every evaluator */
  cells: z.int(),
  /** ballots handed in, and evaluators in all; 0 where one sheet is shared */
  submitted: z.int(),
  evaluators: z.int(),
  /** instant until which ballots are due; null where none is set */
  deadline: z.string().nullable(),
})
export type RoundSummary = z.infer<typeof RoundSummary>

/** Everything the scoring grid shows, as columns: 10,000 accounts × 12 indicators open in half a second. */
export const OpenRound = z.object({
  id: RoundId,
  name: z.string(),
  state: RoundState,
  method: RoundMethod,
  revision: z.int(),
  sheet: Sheet,
  borders: BordersShape,
  accounts: z.object({
    ids: z.array(AccountId),
    codes: z.array(z.string()),
    names: z.array(z.string()),
    pinyin: z.array(z.string()),
    owners: z.array(z.string()),
  }),
  /** strip of stored marks (see rules/marks.ts), accounts × indicators; band indicators are `-` here */
  marks: z.string(),
  /** figures that the sheet's bands read, stored units, in the order of accounts */
  figures: z.array(z.object({ figure: Figure, values: z.array(z.int().nullable()) })),
  notes: z.array(z.object({ accountId: AccountId, indicatorId: IndicatorId, text: z.string() })),
  exceptions: z.array(Exception),
  /** whether marks may be given now */
  editable: z.boolean(),
  /** whose ballot it is, and what they leave to others; null for a shared sheet */
  evaluator: z
    .object({
      memberId: MemberId,
      name: z.string(),
      closedIndicators: z.array(IndicatorId),
      closedAccounts: z.array(AccountId),
      ownAccounts: z.array(AccountId),
    })
    .nullable(),
})
export type OpenRound = z.infer<typeof OpenRound>

/** The tier that the rules propose for an account, from which tier before, and why; see approval/rules/proposals.ts. */
export const TierProposal = z.object({
  kind: z.enum(PROPOSAL_KINDS),
  from: z.enum(TIERS).nullable(),
  tier: z.enum([...TIERS, 'insufficient']),
  /** tenths of a point */
  score: z.int().nullable(),
  why: z.object({
    code: z.enum(WHYS),
    /** the border that the score is measured against, and how far above (negative: below) it lies, tenths */
    border: z.enum(['key', 'main', 'ordinary']).nullable(),
    distance: z.int(),
    /** the word on a severe case, or the reason of an exception that goes on */
    word: z.string(),
    /** the last day of an earlier exception that has ended */
    ended: z.string().nullable(),
  }),
})

/** What was decided on an account's tier: by whom, when (instant), why. */
export const TierDecision = z.object({
  kind: z.enum(['approved', 'kept', 'carried', 'exception']),
  tier: z.enum(TIERS),
  /** in the words of who decided; empty where the proposal was followed */
  reason: z.string(),
  /** the last day on which an exception holds, YYYY-MM-DD */
  expires: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  /** what was proposed when it was decided; null where nobody wrote it down */
  proposal: TierProposal.nullable(),
})
export type TierDecision = z.infer<typeof TierDecision>

/** One account's place in a published round; names and marks as they were then. */
export const ResultRow = z.object({
  accountId: AccountId,
  code: z.string(),
  name: z.string(),
  owner: z.string(),
  /** in the order of the publication's indicators; with two decimals where ballots were pooled */
  marks: z.array(z.number().nullable()),
  /** stored figures behind banded marks, same order; null for judged ones */
  figures: z.array(z.int().nullable()),
  notes: z.array(z.object({ indicator: z.int(), text: z.string() })),
  /** tenths of a point */
  score: z.int().nullable(),
  blanks: z.int(),
  standing: z.enum([...TIERS, 'insufficient']),
  rank: z.int().nullable(),
  exception: Exception.pick({ tier: true, reason: true, approver: true, expires: true }).nullable(),
  /** the ballots that count as a strip, evaluator by evaluator, one cell per indicator each; empty for a shared sheet */
  ballots: z.string(),
  /** places of the indicators whose mark the meeting agreed on */
  agreed: z.array(z.int()),
  /** what was decided on the tier, and by whom; null where nothing had to be */
  decision: TierDecision.nullable(),
})
export type ResultRow = z.infer<typeof ResultRow>

export const PublicationSummary = z.object({
  id: PublicationId,
  revision: z.int(),
  publishedAt: z.string(),
  publishedBy: z.string(),
  note: z.string(),
  /** why the round was reopened after this publication, if it was */
  reopened: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  counts: z.object({
    key: z.int(),
    main: z.int(),
    ordinary: z.int(),
    small: z.int(),
    insufficient: z.int(),
  }),
})
export type PublicationSummary = z.infer<typeof PublicationSummary>

export const Publication = z.object({
  summary: PublicationSummary,
  roundId: RoundId,
  roundName: z.string(),
  sheetName: z.string(),
  /** SHA-256 of the sheet as it was used, first 12 hex digits: the same sheet has the same version */
  sheetVersion: z.string(),
  indicators: z.array(Indicator),
  /** name and unit of each banded indicator's figure at that time */
  figures: z.array(z.object({ name: z.string(), unit: Figure.shape.unit }).nullable()),
  borders: BordersShape,
  /** how ballots became marks; `shared` where the group filled one sheet */
  pooling: z.enum(['shared', ...POOLINGS]),
  /** who gave the ballots, in the order of {@link ResultRow}'s strips; empty for a shared sheet */
  evaluators: z.array(
    z.object({
      memberId: MemberId,
      name: z.string(),
      seat: z.enum(['leader', 'deputy', 'member']),
      votes: z.int(),
    }),
  ),
  results: z.array(ResultRow),
})
export type Publication = z.infer<typeof Publication>

const sheetMissing = { SHEET_NOT_FOUND: { status: 404 } } as const
const roundMissing = { ROUND_NOT_FOUND: { status: 404 } } as const
const openOnly = {
  ...writeErrors,
  ...roundMissing,
  ROUND_LOCKED: { status: 423, data: z.object({ name: z.string() }) },
} as const
const sheetHeld = {
  /** ballots on the sheet are out, or their result is being decided */
  SHEET_HELD: { status: 423, data: z.object({ round: z.string() }) },
} as const
const cellsChanged = {
  /** another window changed these cells first; `current` is what the first of them holds now */
  CELLS_CHANGED: {
    status: 409,
    data: z.object({ cells: z.int(), name: z.string(), current: z.string().nullable() }),
  },
} as const

const name = z.string().trim().min(1).max(100)
const IndicatorField = z.enum([
  'code',
  'name',
  'weight',
  'figureId',
  'excellent',
  'good',
  'fair',
  'poor',
  'failing',
])

export const NewIndicator = Indicator.omit({ id: true, order: true }).partial()
export type NewIndicator = z.infer<typeof NewIndicator>

export const sheets = {
  list: oc.output(z.array(SheetSummary)),
  get: oc
    .input(z.object({ sheetId: SheetId }))
    .output(Sheet)
    .errors(sheetMissing),
  /** New sheet: the seven indicators of A3, the strategic-value factors of D1, blank, or a copy of another sheet. */
  add: oc
    .input(
      CommandInput.extend({
        name,
        from: z.discriminatedUnion('kind', [
          z.object({
            kind: z.literal('template'),
            template: z.enum(['seven', 'strategic', 'blank']),
            language: z.enum(['zh', 'en']),
          }),
          z.object({ kind: z.literal('copy'), sheetId: SheetId }),
        ]),
      }),
    )
    .output(Written.extend({ sheetId: SheetId }))
    .errors({ ...writeErrors, ...sheetMissing }),
  rename: oc
    .input(CommandInput.extend({ sheetId: SheetId, name }))
    .output(Written)
    .errors({ ...writeErrors, ...sheetMissing }),
  /** Deletes a sheet (undoable); refused while a round uses it. */
  remove: oc
    .input(CommandInput.extend({ sheetId: SheetId }))
    .output(Written)
    .errors({
      ...writeErrors,
      ...sheetMissing,
      SHEET_IN_USE: { status: 409, data: z.object({ round: z.string() }) },
    }),
  /**
   * Changes a sheet's indicators as one command: cells, additions, removals, order. Values are text as typed, except
   * weight (hundredths of a percent as text) and figureId. Weights need not add to 100% while editing.
   */
  change: oc
    .input(
      CommandInput.extend({
        sheetId: SheetId,
        cells: z
          .array(
            z.object({
              indicatorId: IndicatorId,
              field: IndicatorField,
              before: z.string().nullable(),
              after: z.string().nullable(),
            }),
          )
          .max(10_000),
        /** appended in this order, after an indicator, or (with `after` null) before all others */
        add: z
          .array(
            z.object({
              after: IndicatorId.nullable(),
              atStart: z.boolean().optional(),
              indicator: NewIndicator,
            }),
          )
          .max(500),
        remove: z.array(IndicatorId).max(500),
        /** puts an indicator after another one, or first (null) */
        move: z.array(z.object({ indicatorId: IndicatorId, after: IndicatorId.nullable() })).max(500),
      }),
    )
    .output(Written.extend({ added: z.array(IndicatorId) }))
    .errors({
      ...writeErrors,
      ...sheetMissing,
      ...sheetHeld,
      ...cellsChanged,
      INDICATOR_NOT_FOUND: { status: 404 },
      VALUE_REFUSED: {
        status: 422,
        data: z.object({ name: z.string(), field: z.string(), value: z.string() }),
      },
    }),
}

export const rounds = {
  list: oc.output(z.array(RoundSummary)),
  /**
   * Opens a round on a sheet, with A7's borders. All active accounts take part. With ballots it begins as a draft,
   * with the group of the newest round that had one.
   */
  add: oc
    .input(CommandInput.extend({ name, sheetId: SheetId, method: RoundMethod.optional() }))
    .output(Written.extend({ roundId: RoundId }))
    .errors({ ...writeErrors, ...sheetMissing }),
  rename: oc
    .input(CommandInput.extend({ roundId: RoundId, name }))
    .output(Written)
    .errors({ ...writeErrors, ...roundMissing }),
  /** Deletes a round that was never published (undoable). */
  remove: oc
    .input(CommandInput.extend({ roundId: RoundId }))
    .output(Written)
    .errors(openOnly),
  open: oc
    .input(z.object({ roundId: RoundId }))
    .output(OpenRound)
    .errors(roundMissing),
  /**
   * Marks a block of cells, all or none. `expected` and `marks` are strips over accounts × indicators; `.` in `marks`
   * leaves a cell alone. Band-marked indicators are refused.
   */
  mark: oc
    .input(
      CommandInput.extend({
        roundId: RoundId,
        accountIds: z.array(AccountId).min(1).max(100_000),
        indicatorIds: z.array(IndicatorId).min(1).max(200),
        expected: z.string().regex(/^[X8642.-]*$/),
        marks: z.string().regex(/^[X8642.-]*$/),
        gesture: z.enum(['edit', 'paste', 'fill', 'clear', 'cut', 'import']),
      }),
    )
    .output(Written)
    .errors({
      ...openOnly,
      ...cellsChanged,
      ACCOUNT_NOT_FOUND: { status: 404 },
      INDICATOR_NOT_FOUND: { status: 404 },
      INDICATOR_BANDED: { status: 409, data: z.object({ indicator: z.string() }) },
      STRIP_MISFIT: { status: 400 },
    }),
  /** Writes, changes or (empty text) removes the note or evidence on one mark. */
  note: oc
    .input(
      CommandInput.extend({
        roundId: RoundId,
        accountId: AccountId,
        indicatorId: IndicatorId,
        text: z.string().max(2_000),
      }),
    )
    .output(Written)
    .errors(openOnly),
  /** Applies what was tried with the sliders: borders of the round and weights of its sheet, as one command. */
  apply: oc
    .input(
      CommandInput.extend({
        roundId: RoundId,
        borders: BordersShape.optional(),
        weights: z
          .array(z.object({ indicatorId: IndicatorId, weight: z.int().min(0).max(10_000) }))
          .optional(),
      }),
    )
    .output(Written)
    .errors({
      ...openOnly,
      ...sheetHeld,
      BORDERS_OUT_OF_ORDER: { status: 422 },
      WEIGHTS_NOT_FULL: { status: 422, data: z.object({ sum: z.int() }) },
      INDICATOR_NOT_FOUND: { status: 404 },
    }),
  /** Classifies an account straight into key or main (A7), or changes such an exception. */
  except: oc
    .input(
      CommandInput.extend({
        roundId: RoundId,
        accountId: AccountId,
        tier: z.enum(['key', 'main']),
        reason: z.string().trim().min(1).max(500),
        approver: z.string().trim().min(1).max(50),
        expires: z.iso.date().nullable().optional(),
      }),
    )
    .output(Written)
    .errors({ ...openOnly, ACCOUNT_NOT_FOUND: { status: 404 } }),
  removeException: oc
    .input(CommandInput.extend({ roundId: RoundId, exceptionId: ExceptionId }))
    .output(Written)
    .errors(openOnly),
  /** Locks the round and keeps sheet, marks, results and exceptions for ever. Not undoable: reopen instead. */
  publish: oc
    .input(CommandInput.extend({ roundId: RoundId, note: z.string().trim().max(500) }))
    .output(Written.extend({ publicationId: PublicationId }))
    .errors({
      ...openOnly,
      SHEET_FAULTY: { status: 422, data: z.object({ faults: z.int(), weightSum: z.int() }) },
      NOTHING_GRADED: { status: 422 },
    }),
  /** Makes a published round editable again; its next publication is a new revision. Not undoable. */
  reopen: oc
    .input(CommandInput.extend({ roundId: RoundId, reason: z.string().trim().min(1).max(500) }))
    .output(Written)
    .errors({ ...writeErrors, ...roundMissing, ROUND_NOT_PUBLISHED: { status: 409 } }),
  publications: oc
    .input(z.object({ roundId: RoundId }))
    .output(z.array(PublicationSummary))
    .errors(roundMissing),
  publication: oc
    .input(z.object({ publicationId: PublicationId }))
    .output(Publication)
    .errors({ PUBLICATION_NOT_FOUND: { status: 404 } }),
}
