import type { FigureUnit } from '../../../accounts/rules/figures.ts'
import type { Pooling } from '../../consensus/rules/pooling.ts'
import type { Measure, Standards } from '../../rules/bands.ts'
import { measureOf } from '../../rules/bands.ts'
import { fold } from '../../rules/sheet.ts'
import type { Borders, Standing, Tier } from '../../rules/tiers.ts'

/** One of the two publications that are compared, as far as scores and tiers go. */
export interface Side {
  readonly indicators: readonly SideIndicator[]
  readonly borders: Borders
  /** those who gave ballots; empty where one shared sheet was marked */
  readonly evaluators: readonly SideEvaluator[]
  /** how ballots became marks; `shared` where one sheet was marked by all */
  readonly pooling: Pooling | 'shared'
  readonly rows: readonly SideRow[]
}

/** An indicator as it was published. */
export interface SideIndicator {
  readonly id: string
  readonly code: string
  readonly name: string
  /** hundredths of a percent */
  readonly weight: number
  readonly standards: Standards
  readonly measure: Measure
  /** the figure that bands were read from; null for judged indicators */
  readonly figure: { readonly name: string; readonly unit: FigureUnit } | null
}

/** Somebody who voted, with the voting weight of that round. */
export interface SideEvaluator {
  readonly memberId: string
  readonly name: string
  /** 1–99 */
  readonly votes: number
}

/** One account's part of a publication. Lists are in the order of the side's indicators. */
export interface SideRow {
  readonly accountId: string
  /** the marks that counted, in hundredths of a mark; null where unmarked */
  readonly marks: readonly (number | null)[]
  /** stored figures behind banded marks */
  readonly figures: readonly (number | null)[]
  /** strip of the ballots that count (see rules/marks.ts), evaluators × indicators; '' for a shared sheet */
  readonly ballots: string
  /** places of the indicators that the meeting decided */
  readonly agreed: readonly number[]
  /** tenths of a point; null where too little was marked */
  readonly score: number | null
  readonly standing: Standing
  /** a tier that stands whatever the score is; null where the score decides */
  readonly fixed: FixedTier | null
}

/**
 * A tier that a person fixed. `exception`: classified first, graded after (A7). `kept`: an earned change was not approved.
 * `carried`: too few ballots came in, and the last round's tier holds on.
 */
export interface FixedTier {
  readonly kind: 'exception' | 'kept' | 'carried'
  readonly tier: Tier
}

/** An indicator as a side keeps it: what its standards amount to is worked out once. */
export const sideIndicator = (indicator: Omit<SideIndicator, 'measure'>): SideIndicator => ({
  ...indicator,
  measure: measureOf(indicator.standards),
})

/** Whether two indicators read their bands from the same figure: name and unit alike. */
export const sameFigure = (a: SideIndicator['figure'], b: SideIndicator['figure']): boolean =>
  a !== null && b !== null && a.unit === b.unit && fold(a.name) === fold(b.name)

/**
 * Which indicator of one sheet is which of another: by id, else by code, else by name; each is taken once.
 * @returns for each indicator of `to` the place of its counterpart in `from`, or null where it is new
 */
export function matchIndicators(
  from: readonly Pick<SideIndicator, 'id' | 'code' | 'name'>[],
  to: readonly Pick<SideIndicator, 'id' | 'code' | 'name'>[],
): (number | null)[] {
  const matched = new Array<number | null>(to.length).fill(null)
  const taken = new Set<number>()
  for (const key of ['id', 'code', 'name'] as const) {
    const free = new Map<string, number>()
    from.forEach((indicator, at) => {
      const text = fold(indicator[key])
      if (text !== '' && !taken.has(at) && !free.has(text)) free.set(text, at)
    })
    to.forEach((indicator, at) => {
      const found = matched[at] === null ? free.get(fold(indicator[key])) : undefined
      if (found === undefined || taken.has(found)) return
      matched[at] = found
      taken.add(found)
    })
  }
  return matched
}
