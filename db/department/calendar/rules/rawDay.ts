/** A day, or several in a row, as a file has it, not yet checked. */
export interface RawDay {
  /** line of a table or calendar file, entry of a JSON list; from 1 */
  readonly line: number
  readonly date: string
  readonly kind: string
  readonly name: string
  readonly shifts: string
}
