import type { CaseId } from '../../../kernel/ids.ts'
import { FEWEST_CASES, type Recurrence } from '../rules/clusters.ts'
import type { Group } from '../rules/pareto.ts'

interface Summed extends Group {
  count: number
  money: number
  /** cases by month, in the order of the months; empty where months aren't asked for */
  readonly months: number[]
}

/** Cases added up by one thing that they have in common: an id or a word. What isn't known is null or ''. */
export class GroupTally {
  readonly #groups = new Map<string | null, Summed>()
  readonly #months: number

  /** @param months how many months the cases are counted by */
  constructor(months = 0) {
    this.#months = months
  }

  /** @param money fen  @param month its place among the months, below 0 for none of them */
  add(key: string | null, money: number, month = -1): void {
    let group = this.#groups.get(key)
    if (group === undefined) {
      const months = Array<number>(this.#months).fill(0)
      group = { key: key === '' ? null : key, count: 0, money: 0, months }
      this.#groups.set(key, group)
    }
    group.count += 1
    group.money += money
    if (month >= 0) group.months[month] = (group.months[month] ?? 0) + 1
  }

  get groups(): readonly (Group & { readonly months: readonly number[] })[] {
    return [...this.#groups.values()]
  }
}

/** A case of a cluster. */
export interface RecentCase {
  readonly id: CaseId
  /** ISO-8601 UTC */
  readonly cameAt: string
  readonly open: boolean
}

/** Cases that are alike, of late and before. */
export interface Alike extends Pick<Recurrence, 'earlier'> {
  /** what they have in common: a key, and what it takes beside it, or '' */
  readonly key: string
  readonly beside: string
  readonly recent: readonly RecentCase[]
}

/** Counts cases that are alike, of the last days and of the past before these. */
export class AlikeTally {
  readonly #alike = new Map<string, Alike & { earlier: number; readonly recent: RecentCase[] }>()

  /** @param recent null for a case of the past */
  add(key: string | null, beside: string, recent: RecentCase | null): void {
    if (key === null || key === '') return
    const both = beside + key
    let alike = this.#alike.get(both)
    if (alike === undefined) {
      alike = { key, beside, recent: [], earlier: 0 }
      this.#alike.set(both, alike)
    }
    if (recent === null) alike.earlier += 1
    else alike.recent.push(recent)
  }

  /** Those of which enough are recent to be looked at. */
  get candidates(): readonly Alike[] {
    return [...this.#alike.values()].filter(({ recent }) => recent.length >= FEWEST_CASES)
  }
}
