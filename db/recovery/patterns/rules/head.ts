import { medianOf } from '../../rules/fairness.ts'

const MS_A_DAY = 86_400_000

/** The figures that stand first, of a span of days. Amounts are fen. */
export interface Head {
  readonly came: number
  readonly ended: number
  /** cases told so long ago that orders can prove trust, and how many of these it is proven of */
  readonly told: number
  readonly recovered: number
  /** median days from when they came to when the customer accepted or they were closed; null where none got there */
  readonly daysToTrust: number | null
  /** what was at risk of those that recovered, and of those that didn't */
  readonly kept: number
  readonly unrecovered: number
  /** of those that came: what remedies cost, and what customers lost */
  readonly paid: number
  readonly loss: number
}

/** Share of the cases told long enough ago that are proven recovered, 0–1; null where there are none. */
export const recoveryRate = ({ told, recovered }: Pick<Head, 'told' | 'recovered'>): number | null =>
  told === 0 ? null : recovered / told

/** Cost of poor service (fen): what was paid, and what the customers lost; what is only at risk is no cost yet. */
export const costOf = ({ paid, loss }: Pick<Head, 'paid' | 'loss'>): number => paid + loss

/** Adds cases up to the figures of a span. */
export class HeadTally {
  #came = 0
  #ended = 0
  #told = 0
  #recovered = 0
  #kept = 0
  #unrecovered = 0
  #paid = 0
  #loss = 0
  readonly #days: number[] = []

  /** One that came in the span. @param costs fen */
  came(costs: { readonly paid: number; readonly loss: number }): void {
    this.#came += 1
    this.#paid += costs.paid
    this.#loss += costs.loss
  }

  /** One that was closed in the span. */
  ended(): void {
    this.#ended += 1
  }

  /** One whose customer accepted, or that was closed, in the span; both are epoch ms. */
  trusted(came: number, at: number): void {
    this.#days.push((at - came) / MS_A_DAY)
  }

  /** One whose customer was told in the span, and long enough ago. @param atRisk fen */
  told(atRisk: number, recovered: boolean): void {
    this.#told += 1
    if (recovered) {
      this.#recovered += 1
      this.#kept += atRisk
    } else this.#unrecovered += atRisk
  }

  get head(): Head {
    return {
      came: this.#came,
      ended: this.#ended,
      told: this.#told,
      recovered: this.#recovered,
      daysToTrust: this.#days.length === 0 ? null : Math.round(medianOf(this.#days) * 10) / 10,
      kept: this.#kept,
      unrecovered: this.#unrecovered,
      paid: this.#paid,
      loss: this.#loss,
    }
  }
}
