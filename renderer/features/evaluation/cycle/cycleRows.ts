import type { Cycle } from '../../../../db/evaluation/cycle/contract.ts'
import type { Verdict } from '../../../../db/evaluation/cycle/rules/cycle.ts'
import type { Tier } from '../../../../db/evaluation/rules/tiers.ts'

/** One account over the cycle. Values in stored units of the measure. */
export interface CycleLine {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly pinyin: string
  readonly owner: string
  /** one per year, newest first */
  readonly values: readonly (number | null)[]
  readonly value: number | null
  readonly tier: Tier | null
  readonly thisYear: Tier | null
  readonly verdict: Verdict
  readonly season: { readonly now: number | null; readonly before: number | null } | null
}

/** The columns of a cycle as rows. */
export const cycleLines = ({ accounts, years }: Cycle): CycleLine[] =>
  accounts.ids.map((id, at) => ({
    id,
    code: accounts.codes[at] ?? '',
    name: accounts.names[at] ?? '',
    pinyin: accounts.pinyin[at] ?? '',
    owner: accounts.owners[at] ?? '',
    values: accounts.values.slice(at * years.length, (at + 1) * years.length),
    value: accounts.rolled[at] ?? null,
    tier: accounts.tiers[at] ?? null,
    thisYear: accounts.thisYear[at] ?? null,
    verdict: accounts.verdicts[at] ?? 'tooLittle',
    season: accounts.seasons[at] ?? null,
  }))

/** What the list is narrowed to; `rest` are those of which too little is known. */
export const SHOWN = ['all', 'strong', 'rising', 'rest'] as const
export type Shown = (typeof SHOWN)[number]

/** Whether a line belongs to what is shown. */
export function isShown({ verdict }: CycleLine, shown: Shown): boolean {
  switch (shown) {
    case 'all':
      return true
    case 'rest':
      return verdict === 'noYear' || verdict === 'tooLittle'
    default:
      return verdict === shown
  }
}
