/** What of its accounts was looked at for a visit: a part of being ready. */
export interface Reviewed {
  /** epoch ms */
  readonly at: number
  /** name of who looked */
  readonly by: string
  /** open issues that were looked at, as `kind:id` */
  readonly issues: readonly string[]
  /** whether the figures were */
  readonly figures: boolean
}
