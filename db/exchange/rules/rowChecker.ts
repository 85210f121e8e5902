import { fold } from '../../evaluation/rules/sheet.ts'
import type { ImportPlanInput } from '../contract.ts'
import type { Cell, Row } from './cells.ts'
import type { CellTrouble } from './importTerms.ts'
import { oneCharacterOff } from './lookAlikes.ts'
import { type CatalogueProblem, problem } from './problem.ts'
import type { Taken } from './values.ts'

/** Reads the rows of a list with the preview's corrections and collects what is wrong with them, whatever it holds. */
export class RowChecker {
  readonly troubles: CellTrouble[] = []
  /** by folded name */
  readonly newMembers = new Map<string, string>()
  private readonly corrections = new Map<number, Map<number, string>>()
  private readonly leftOut: ReadonlySet<number>
  private readonly members: ReadonlyMap<string, string>

  constructor(options: Pick<ImportPlanInput, 'corrections' | 'leaveOut'>, members: readonly string[]) {
    for (const { row, column, text } of options.corrections) {
      const ofRow = this.corrections.get(row) ?? new Map<number, string>()
      this.corrections.set(row, ofRow.set(column, text))
    }
    this.leftOut = new Set(options.leaveOut)
    this.members = new Map(members.map((name) => [fold(name), name]))
  }

  /** Whether the preview left a row out. */
  isOut({ number }: Row): boolean {
    return this.leftOut.has(number)
  }

  /** Whether somebody typed this very text in the preview: then it is meant. */
  insists(row: Row, column: number, text: string): boolean {
    return this.corrections.get(row.number)?.get(column)?.trim() === text
  }

  /** A row's cells as the preview corrected them. */
  corrected(row: Row): readonly (Cell | null)[] {
    const corrections = this.corrections.get(row.number)
    if (!corrections) return row.cells
    const cells = [...row.cells]
    for (const [column, text] of corrections)
      cells[column] = text.trim() === '' ? null : { kind: 'text', text }
    return Array.from(cells, (cell) => cell ?? null)
  }

  /** The value, null for none; what keeps it from being one becomes a trouble. */
  accept<Value>(row: Row, column: number, taken: Taken<Value>): Value | null {
    if (taken.ok) return taken.value
    this.trouble(row, column, taken.problem, taken.proposal)
    return null
  }

  /** Notes what keeps a row from being imported. */
  trouble(
    row: { readonly number: number },
    column: number,
    what: CatalogueProblem,
    proposal: string | null = null,
  ): void {
    this.troubles.push({ row: row.number, column, problem: what, proposal })
  }

  /** A name one character off a member's is probably a slip; whoever corrects it to itself means a new person. */
  owner(row: Row, column: number, text: string): string {
    const key = fold(text)
    const known = this.members.get(key) ?? this.newMembers.get(key)
    if (known !== undefined) return known
    const close = this.insists(row, column, text)
      ? undefined
      : [...this.members.values()].find((name) => oneCharacterOff(name, text))
    if (close !== undefined) this.trouble(row, column, problem('ownerClose', { text, member: close }), close)
    else this.newMembers.set(key, text)
    return text
  }

  /** A colleague named in a custom field must be in the department. */
  colleague(row: Row, column: number, text: string): string {
    const known = this.members.get(fold(text))
    if (known !== undefined) return known
    const close = [...this.members.values()].find((name) => oneCharacterOff(name, text))
    this.trouble(row, column, problem('memberUnknown', { text }), close ?? null)
    return text
  }
}
