import { oc } from '@orpc/contract'
import { z } from 'zod'
import { TIERS } from '../../evaluation/rules/tiers.ts'
import { AccountId, FigureId, MemberId, PersonId } from '../../kernel/ids.ts'
import { CHANNELS } from '../log/rules/channels.ts'
import { Standing as PromiseStanding } from '../promises/contract.ts'
import { CYCLES, KINDS, LIFECYCLES } from '../rules/fields.ts'
import { FIGURE_UNITS } from '../rules/figures.ts'
import { ACCOUNT_FACT_NAMES, PERSON_PARTS } from './rules/facts.ts'
import { PERSON_FACT_NAMES } from './rules/personFacts.ts'

/**
 * Something to add to an account's archive, with the percent points that it brings once those before it are there: whole
 * ones that add up to what is said of all of them, so that one may be 0.
 */
export const AccountGap = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('account'),
    fact: z.enum(ACCOUNT_FACT_NAMES),
    /** known, but past its shelf life */
    stale: z.boolean(),
    points: z.int(),
  }),
  z.object({
    of: z.literal('person'),
    personId: PersonId,
    name: z.string(),
    parts: z.array(z.enum(PERSON_PARTS)),
    /** all of them are known, but past their shelf life */
    stale: z.boolean(),
    points: z.int(),
  }),
])
export type AccountGap = z.infer<typeof AccountGap>

/** How complete an archive is. */
export const Completeness = z.object({
  /** percent 0–100 */
  percent: z.int(),
  /** the tier by whose weights it is measured; null where not graded: those of an ordinary account */
  tier: z.enum(TIERS).nullable(),
  /** percent once the gaps are filled */
  afterwards: z.int(),
  /** the three most valuable, best first */
  gaps: z.array(AccountGap),
})
export type Completeness = z.infer<typeof Completeness>

/** A figure of the head: its name in this department, and its value in stored units (fen, thousandths). */
const HeadFigure = z.object({
  id: FigureId,
  name: z.string(),
  unit: z.enum(FIGURE_UNITS),
  value: z.int().nullable(),
})
export type HeadFigure = z.infer<typeof HeadFigure>

/** What stands at the top of an account's page: all of it true, null where nothing is known. */
export const AccountHead = z.object({
  /** YYYY-MM-DD */
  today: z.string(),
  lifecycle: z.enum(LIFECYCLES).nullable(),
  kind: z.enum(KINDS).nullable(),
  cycle: z.enum(CYCLES).nullable(),
  region: z.string(),
  /** YYYY, YYYY-MM or YYYY-MM-DD */
  cooperationSince: z.string().nullable(),
  /** from the newest published round that it was in, tenths of a point */
  score: z.int().nullable(),
  /** against the round before, tenths of a point */
  change: z.int().nullable(),
  rank: z.int().nullable(),
  /** how many accounts that round ranked */
  ranked: z.int().nullable(),
  /** scores by round, oldest first, at most the last eight */
  trend: z.array(z.object({ roundName: z.string(), score: z.int() })),
  /** figures that the department keeps, by what they are; null where it keeps none such */
  figures: z.object({
    volume: HeadFigure.nullable(),
    profit: HeadFigure.nullable(),
    share: HeadFigure.nullable(),
    growth: HeadFigure.nullable(),
  }),
  /** how our promises to it stand */
  promises: PromiseStanding,
  /** the newest entry of the work log, and how many days may pass without one in its tier */
  contact: z
    .object({ on: z.string(), days: z.int(), member: z.string().nullable(), channel: z.enum(CHANNELS) })
    .nullable(),
  interval: z.int(),
  /** the next step that is due first */
  next: z.object({ on: z.string(), what: z.string(), by: z.string().nullable() }).nullable(),
  owner: z.object({ id: MemberId, name: z.string() }).nullable(),
  /** the working group, in no order of rank */
  group: z.array(z.object({ name: z.string(), function: z.string() })),
  counts: z.object({ log: z.int(), promises: z.int() }),
})
export type AccountHead = z.infer<typeof AccountHead>

const notFound = { ACCOUNT_NOT_FOUND: { status: 404 } } as const

/** How complete and fresh the archive is (E4). */
export const portrait = {
  /** The head of an account's page, in one query. */
  head: oc
    .input(z.object({ accountId: AccountId }))
    .output(AccountHead)
    .errors(notFound),
  /** One account: percent, and the three most valuable missing or stale facts. */
  completeness: oc
    .input(z.object({ accountId: AccountId }))
    .output(Completeness)
    .errors(notFound),
  /** The average of a tier (null: of accounts that aren't graded), percent; null where it has no accounts. */
  average: oc
    .input(z.object({ tier: z.enum(TIERS).nullable() }))
    .output(z.object({ percent: z.int().nullable(), accounts: z.int() })),
  /** All accounts for the grid: percents in the order of the ids. */
  all: oc.output(z.object({ accountIds: z.array(AccountId), percents: z.array(z.int()) })),
  /** A person: percent, and the three most valuable missing or stale facts. */
  person: oc
    .input(z.object({ personId: PersonId }))
    .output(
      z.object({
        percent: z.int(),
        gaps: z.array(z.object({ fact: z.enum(PERSON_FACT_NAMES), stale: z.boolean(), points: z.int() })),
      }),
    )
    .errors({ PERSON_NOT_FOUND: { status: 404 } }),
}
