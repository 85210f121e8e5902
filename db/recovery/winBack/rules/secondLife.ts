/** What is assumed of an account that comes back. */
export interface Worth {
  /** profit that it brought in a year before it left; fen */
  readonly yearly: number
  /** of that, what we expect again; percent 0–100 */
  readonly share: number
  /** years for which it would stay */
  readonly years: number
  /** how likely it comes back; percent 0–100 */
  readonly chance: number
  /** what trying costs us; fen */
  readonly cost: number
}

/** Second-lifetime value 第二次生命周期价值 against its cost; fen. */
export interface SecondLife {
  /** profit of all its years, were it to come back */
  readonly value: number
  /** that, as likely as it is */
  readonly expected: number
  /** what is left of the expected after the cost; below nought it isn't worth trying */
  readonly net: number
  /** expected ÷ cost; null where trying costs nothing */
  readonly times: number | null
}

/**
 * Second-lifetime value: yearly profit × share that returns × years, times the chance that it does, less the cost of
 * trying (Griffin & Lowenstein, Customer Winback, 2001, without discounting: its years are few and typed by hand).
 */
export function secondLifeOf({ yearly, share, years, chance, cost }: Worth): SecondLife {
  const value = Math.round((yearly * share * years) / 100)
  const expected = Math.round((value * chance) / 100)
  return { value, expected, net: expected - cost, times: cost === 0 ? null : expected / cost }
}
