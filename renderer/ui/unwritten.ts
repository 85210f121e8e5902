import type { EditKind, EditReport } from '../grid/types.ts'
import type { Problem } from '../i18n/problemText.ts'
import { showProblem } from './toast.ts'

/**
 * Writes what a gesture on a grid changes, and then tells what of it was not written: how many cells, and one of them
 * by its row, column and reason. A cell that is typed into shows its own refusal.
 * @param nameOf the name of a row, by its id
 * @param write sends the edits, with a toast or without; answers whether they were taken
 */
export async function writeAndTell(
  kind: EditKind,
  report: EditReport,
  nameOf: (rowId: string) => string,
  write: (toast: boolean) => Promise<boolean>,
): Promise<void> {
  const problem = kind === 'edit' ? null : unwritten(report, nameOf)
  // one message at a time: a refusal of the engine comes first, and a toast of success would cover what is missing
  if ((await write(problem === null)) && problem !== null) showProblem(problem)
}

/** What of a gesture was not written, in the form of a refusal; null where all was. */
export function unwritten(report: EditReport, nameOf: (rowId: string) => string): Problem | null {
  const { rows, columns, clippedRows, clippedColumns, refused } = report
  const count = refused.length + clippedRows * (columns + clippedColumns) + clippedColumns * rows
  if (count === 0) return null
  const [first] = refused
  const example =
    first === undefined
      ? { reason: 'clipped' }
      : { name: nameOf(first.rowId), column: first.columnTitle, value: first.text, problem: first.problem }
  return { code: 'CELLS_UNWRITTEN', data: { count, ...example } }
}
