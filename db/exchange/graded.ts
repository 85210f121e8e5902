import type { Decimal } from '../accounts/rules/decimal.ts'
import type { FigureUnit } from '../accounts/rules/figures.ts'
import type { TierDecision } from '../evaluation/contract.ts'
import type { IndicatorDraft } from '../evaluation/rules/sheet.ts'
import type { Borders, Standing, Tier } from '../evaluation/rules/tiers.ts'

/** An indicator as a result shows it, with the figure behind its bands where it has any. */
export interface GradedIndicator extends IndicatorDraft {
  readonly figure: { readonly name: string; readonly unit: FigureUnit } | null
}

/** One account in a result. */
export interface GradedRow {
  readonly code: string
  readonly name: string
  readonly owner: string
  /** one for each indicator; with two decimals where ballots were pooled */
  readonly marks: readonly (number | null)[]
  /** one for each indicator, null for judged ones */
  readonly figures: readonly (Decimal | null)[]
  readonly notes: readonly { readonly indicator: number; readonly text: string }[]
  /** tenths of a point */
  readonly score: number | null
  readonly blanks: number
  readonly standing: Standing
  readonly rank: number | null
  readonly exception: {
    readonly tier: Extract<Tier, 'key' | 'main'>
    readonly reason: string
    readonly approver: string
  } | null
  /** what was decided on the tier after ballots were pooled */
  readonly decision: TierDecision | null
}

/** A graded round, published or as it stands, or what the command line graded: all that exports show. */
export interface Graded {
  readonly title: string
  readonly sheetName: string
  /** instant; null while not published */
  readonly publishedAt: string | null
  readonly revision: number | null
  readonly indicators: readonly GradedIndicator[]
  readonly borders: Borders
  /** whether marks are pooled ballots, which have two decimals */
  readonly pooled: boolean
  readonly rows: readonly GradedRow[]
}
