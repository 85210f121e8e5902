import { medianOf } from '../../rules/fairness.ts'
import type { Proof } from '../../rules/proof.ts'

const MS_A_DAY = 86_400_000

/** What is proven of a case, and of one that recovered when its customer accepted (epoch ms; null where nobody noted it). */
export type Trust =
  | { readonly proof: 'recovered'; readonly acceptedAt: number | null }
  | { readonly proof: Exclude<Proof['kind'], 'recovered'> }

/** The figures that stand first: of the cases that came in a span of days, unless told. Amounts are fen. */
export interface Head {
  readonly came: number
  /** closed in the span, whenever they came */
  readonly ended: number
  /** what is proven of those that came, see rules/proof.ts; together they are all of them */
  readonly recovered: number
  readonly failed: number
  readonly notYet: number
  /** median days from when recovered ones came to when their customers accepted; null where there are none */
  readonly daysToTrust: number | null
  /** what was at risk of those that recovered, and of those that didn't or haven't yet */
  readonly kept: number
  readonly unrecovered: number
  /** what delivered remedies cost, and what customers lost */
  readonly paid: number
  readonly loss: number
}

/** Share of the cases proven either way that recovered, 0–1; null where nothing is proven of any. */
export const recoveryRate = ({ recovered, failed }: Pick<Head, 'recovered' | 'failed'>): number | null =>
  recovered + failed === 0 ? null : recovered / (recovered + failed)

/** Cost of poor service (fen): what was paid, and what the customers lost; what is only at risk is no cost yet. */
export const costOf = ({ paid, loss }: Pick<Head, 'paid' | 'loss'>): number => paid + loss

/** A case that came; when it did is epoch ms, amounts are fen. */
export interface Counted extends Pick<Head, 'paid' | 'loss'> {
  readonly cameAt: number
  readonly atRisk: number
  readonly trust: Trust
}

/** Adds cases up to the figures of a span. */
export class HeadTally {
  readonly #sums = { came: 0, ended: 0, kept: 0, unrecovered: 0, paid: 0, loss: 0 }
  readonly #proven: Record<Proof['kind'], number> = { recovered: 0, failed: 0, notYet: 0 }
  readonly #days: number[] = []

  /** One that came in the span. */
  came({ cameAt, atRisk, paid, loss, trust }: Counted): void {
    const sums = this.#sums
    sums.came += 1
    sums.paid += paid
    sums.loss += loss
    this.#proven[trust.proof] += 1
    if (trust.proof !== 'recovered') sums.unrecovered += atRisk
    else {
      sums.kept += atRisk
      if (trust.acceptedAt !== null) this.#days.push((trust.acceptedAt - cameAt) / MS_A_DAY)
    }
  }

  /** One that was closed in the span. */
  ended(): void {
    this.#sums.ended += 1
  }

  get head(): Head {
    const days = this.#days
    return {
      ...this.#sums,
      ...this.#proven,
      daysToTrust: days.length === 0 ? null : Math.round(medianOf(days) * 10) / 10,
    }
  }
}
