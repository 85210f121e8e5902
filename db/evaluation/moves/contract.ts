import { oc } from '@orpc/contract'
import { z } from 'zod'
import { FIGURE_UNITS } from '../../accounts/rules/figures.ts'
import { AccountId, MemberId, PublicationId, RoundId } from '../../kernel/ids.ts'
import { BordersShape, ResultRow } from '../contract.ts'
import { TIERS } from '../rules/tiers.ts'
import { DESTINATIONS, ORIGINS } from './rules/migration.ts'
import { PARTS } from './rules/split.ts'

/** A publication that can be compared with another. */
export const PublishedRound = z.object({
  id: PublicationId,
  roundId: RoundId,
  roundName: z.string(),
  revision: z.int(),
  publishedAt: z.string(),
  /** whether it is its round's newest */
  isNewest: z.boolean(),
})
export type PublishedRound = z.infer<typeof PublishedRound>

/** By whose sheet (indicators, weights, bands, borders) the two rounds are compared: each by its own, or both by one. */
export const Under = z.enum(['own', 'from', 'to'])
export type Under = z.infer<typeof Under>

const tenths = z.int().nullable()
/** hundredths of a mark */
const mark = z.int().nullable()

/** An indicator of the two sheets together: those of the newer sheet in their order, then the removed ones. */
export const SheetLine = z.object({
  name: z.string(),
  change: z.enum(['removed', 'added', 'bands', 'measure', 'words']).nullable(),
  /** hundredths of a percent */
  weightFrom: z.int().nullable(),
  weightTo: z.int().nullable(),
})
export type SheetLine = z.infer<typeof SheetLine>

/** A part of a change: of one indicator (its place among the lines), or of the sheet as a whole. */
export const MoveReason = z.object({
  part: z.enum(PARTS),
  line: z.int().nullable(),
  /** tenths of a point */
  change: z.int(),
})
export type MoveReason = z.infer<typeof MoveReason>

/** One of two compared publications. */
export const ComparedSide = z.object({
  ...PublishedRound.omit({ isNewest: true }).shape,
  borders: BordersShape,
  evaluators: z.array(z.object({ memberId: MemberId, name: z.string(), votes: z.int() })),
})
export type ComparedSide = z.infer<typeof ComparedSide>

/** Two publications account by account, as columns. */
export const Comparison = z.object({
  from: ComparedSide,
  to: ComparedSide,
  lines: z.array(SheetLine),
  /** the same season a year before the newer one, for seasonal accounts (B1); null where nothing was published then */
  lastYear: PublishedRound.nullable(),
  accounts: z.object({
    ids: z.array(AccountId),
    codes: z.array(z.string()),
    names: z.array(z.string()),
    pinyin: z.array(z.string()),
    owners: z.array(z.string()),
    seasonal: z.array(z.boolean()),
    from: z.array(z.enum(ORIGINS)),
    to: z.array(z.enum(DESTINATIONS)),
    fromScores: z.array(tenths),
    toScores: z.array(tenths),
    /** what each part adds up to; null where there is nothing to split */
    sums: z.object({
      sheet: z.array(tenths),
      weights: z.array(tenths),
      figures: z.array(tenths),
      marks: z.array(tenths),
      evaluators: z.array(tenths),
      meeting: z.array(tenths),
      rest: z.array(tenths),
    }),
    /** the largest reason; null where nothing moved or nothing can be split */
    largest: z.array(MoveReason.nullable()),
  }),
  /** what one sheet for both makes of the round that had another: how many accounts would stand elsewhere */
  replayed: z.object({ side: z.enum(['from', 'to']), differing: z.int(), accounts: z.int() }).nullable(),
})
export type Comparison = z.infer<typeof Comparison>

/** A tier that a person fixed whatever the score is, why and by whom. */
const Fixed = z.object({
  kind: z.enum(['exception', 'kept', 'carried']),
  tier: z.enum(TIERS),
  reason: z.string(),
  by: z.string(),
})

const AccountSide = z.object({
  ...ResultRow.pick({ score: true, standing: true }).shape,
  fixed: Fixed.nullable(),
})

/** The change of one account, step by step. */
export const AccountSplit = z.object({
  accountId: AccountId,
  code: z.string(),
  name: z.string(),
  owner: z.string(),
  seasonal: z.boolean(),
  /** null where it wasn't in that round */
  from: AccountSide.nullable(),
  to: AccountSide.nullable(),
  /** what moved the tier and not the score */
  remarks: z.array(z.enum(['placed', 'stays', 'lifted', 'retained', 'carried', 'borders'])),
  lines: z.array(SheetLine),
  /** from the older score to the newer one; null where a side has no score */
  steps: z
    .array(
      z.object({
        part: z.enum(PARTS),
        line: z.int().nullable(),
        before: z.int(),
        after: z.int(),
        markBefore: mark,
        markAfter: mark,
      }),
    )
    .nullable(),
  /** the data behind banded lines, stored */
  figures: z.array(
    z.object({
      line: z.int(),
      name: z.string(),
      unit: z.enum(FIGURE_UNITS),
      from: z.int().nullable(),
      to: z.int().nullable(),
    }),
  ),
})
export type AccountSplit = z.infer<typeof AccountSplit>

const pair = z.object({ fromId: PublicationId, toId: PublicationId, under: Under })
const missing = { PUBLICATION_NOT_FOUND: { status: 404 } } as const

export const moves = {
  /** Every publication, newest round first, a round's newest revision first. */
  rounds: oc.output(z.array(PublishedRound)),
  /** How tiers and scores moved between two publications. */
  compare: oc.input(pair).output(Comparison).errors(missing),
  /** Why one account moved; refused where it was in neither round. */
  split: oc
    .input(pair.extend({ accountId: AccountId }))
    .output(AccountSplit)
    .errors({ ...missing, ACCOUNT_NOT_FOUND: { status: 404 } }),
}
