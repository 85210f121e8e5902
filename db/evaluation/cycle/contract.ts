import { oc } from '@orpc/contract'
import { z } from 'zod'
import { FIGURE_UNITS } from '../../accounts/rules/figures.ts'
import { AccountId, PublicationId } from '../../kernel/ids.ts'
import { BordersShape } from '../contract.ts'
import { TIERS } from '../rules/tiers.ts'
import { PER_YEAR, VERDICTS } from './rules/cycle.ts'
import { WINDOW, weightsFit } from './rules/window.ts'

/** A figure that publications hold, by name and unit: ids differ from sheet to sheet. */
export const CycleFigure = z.object({ name: z.string().max(100), unit: z.enum(FIGURE_UNITS) })
export type CycleFigure = z.infer<typeof CycleFigure>

/** What is judged over the cycle: null for the published score. */
export const CycleInput = z.object({
  figure: CycleFigure.nullable(),
  perYear: z.enum(PER_YEAR),
  /** percent per year, newest first, adding to 100; their number is the window */
  weights: z.array(z.int()).min(WINDOW.fewest).max(WINDOW.most).refine(weightsFit),
})
export type CycleInput = z.infer<typeof CycleInput>

/** A year of the window with the rounds it is read from. */
export const CycleYear = z.object({
  year: z.int(),
  rounds: z.array(z.object({ id: PublicationId, name: z.string(), half: z.literal([1, 2]).nullable() })),
})
export type CycleYear = z.infer<typeof CycleYear>

const stored = z.int().nullable()
const tier = z.enum(TIERS).nullable()

/** All accounts over the cycle (D2), as columns. Values in stored units: tenths of a point, fen, thousandths. */
export const Cycle = z.object({
  /** figures that some publication of the window holds */
  figures: z.array(CycleFigure),
  /** newest first; empty while nothing is published */
  years: z.array(CycleYear),
  /** the newest round's borders */
  borders: BordersShape.nullable(),
  /** the newest round's half, by which seasonal accounts are judged */
  half: z.literal([1, 2]).nullable(),
  accounts: z.object({
    ids: z.array(AccountId),
    codes: z.array(z.string()),
    names: z.array(z.string()),
    pinyin: z.array(z.string()),
    owners: z.array(z.string()),
    /** accounts × years, account by account */
    values: z.array(stored),
    rolled: z.array(stored),
    tiers: z.array(tier),
    thisYear: z.array(tier),
    verdicts: z.array(z.enum(VERDICTS)),
    /** seasonal accounts alone: this half and the same half of last year */
    seasons: z.array(z.object({ now: stored, before: stored }).nullable()),
  }),
})
export type Cycle = z.infer<typeof Cycle>

export const cycle = {
  /** Judges all active accounts over a rolling window of published rounds. */
  read: oc.input(CycleInput).output(Cycle),
}
