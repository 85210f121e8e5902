import type { CustomShape, CustomValue } from '../../accounts/custom/rules/values.ts'
import type { AccountField, FieldValue } from '../../accounts/rules/accountFields.ts'
import type { FigureUnit } from '../../accounts/rules/figures.ts'
import type { ImportPlanInput, RowFate } from '../contract.ts'
import type { Cell, Table } from './cells.ts'
import type { CatalogueProblem } from './problem.ts'

/** An account as it stands, for matching and for seeing what would change; figures by figure id, stored steps. */
export interface ExistingAccount {
  readonly id: string
  /** words by their keys; owner and parent by name */
  readonly fields: Readonly<Record<AccountField, FieldValue>>
  readonly parentId: string | null
  readonly figures: ReadonlyMap<string, number>
  /** custom values by the fields' ids; colleagues by name */
  readonly custom: ReadonlyMap<string, CustomValue>
}

/** What a column fills: a field, or a figure by its id (a new figure's id is made when it is written). */
export type ColumnTarget =
  | { readonly kind: 'field'; readonly field: AccountField; readonly multiplier: number }
  | { readonly kind: 'custom'; readonly fieldId: string; readonly shape: CustomShape }
  | {
      readonly kind: 'figure'
      readonly figureId: string
      readonly unit: FigureUnit
      readonly multiplier: number
    }
  | { readonly kind: 'ignore' }

/** What planning an import needs to know. */
export interface ImportSituation {
  readonly table: Table
  readonly targets: readonly ColumnTarget[]
  readonly options: Pick<ImportPlanInput, 'matchBy' | 'existing' | 'corrections' | 'leaveOut' | 'nameRowsAs'>
  readonly existing: readonly ExistingAccount[]
  /** names of the department's members */
  readonly members: readonly string[]
  /** this year, for calendar years in columns of years */
  readonly year: number
}

/** One cell that keeps a row from being imported. */
export interface CellTrouble {
  readonly row: number
  readonly column: number
  readonly problem: CatalogueProblem
  readonly proposal: string | null
}

/** What will become of one row, whatever the list holds. */
export interface PlannedLine {
  readonly number: number
  readonly fate: RowFate
  /** for matching rows: the columns whose values differ */
  readonly changes: readonly number[]
  readonly cells: readonly (Cell | null)[]
}

/** What an import would do, as far as it doesn't matter what the list holds. */
export interface PlannedLines {
  readonly rows: readonly PlannedLine[]
  readonly troubles: readonly CellTrouble[]
  /** colleagues that the department doesn't know yet */
  readonly newMembers: readonly string[]
}

/** What will become of one row of a customer list. */
export interface PlannedRow extends PlannedLine {
  /** the account that it matches */
  readonly match: ExistingAccount | null
  /** values that the row brings; blank cells bring nothing */
  readonly fields: ReadonlyMap<AccountField, FieldValue>
  readonly figures: ReadonlyMap<string, number>
  readonly custom: ReadonlyMap<string, CustomValue>
}

/** Everything that an import of customers would do. */
export interface ImportOutline extends PlannedLines {
  readonly rows: readonly PlannedRow[]
  /** by row number: the company that the row's account shall belong to */
  readonly parents: ReadonlyMap<number, ParentRef>
}

/** A company that a row names as its parent: an account that exists, or another row of the list. */
export type ParentRef =
  | { readonly kind: 'account'; readonly id: string }
  | { readonly kind: 'row'; readonly row: number }
