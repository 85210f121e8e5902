import type { ProblemCode } from '../../terms/problems.ts'
import { cellName } from './cells.ts'

/** A problem of the catalogue in db/terms, with what its text needs. */
export interface CatalogueProblem {
  readonly code: ProblemCode
  readonly params: Record<string, string | number>
}

/** A cell that keeps a workbook from being used. */
export interface Fault {
  /** name of a cell or range */
  readonly cell: string
  readonly problem: CatalogueProblem
}

/** Makes a problem; only codes of the catalogue exist. */
export const problem = (
  code: ProblemCode,
  params: Record<string, string | number> = {},
): CatalogueProblem => ({ code, params })

/** A fault at a row (as numbered in the spreadsheet) and column (from 0). */
export const faultAt = (
  row: number,
  column: number,
  code: ProblemCode,
  params: Record<string, string | number> = {},
): Fault => ({ cell: cellName(row, column), problem: problem(code, params) })
