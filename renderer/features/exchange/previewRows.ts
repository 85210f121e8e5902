import type { ImportPreview, PreviewCell, RowFate } from '../../../db/exchange/contract.ts'
import { numberedName } from '../../../db/exchange/rules/names.ts'
import { type Corrections, correctionOf } from './draft.ts'

/** One row of the file as the preview shows it. Objects are kept where nothing changed, so that 10,000 stay fluid. */
export interface PreviewRow {
  /** as the spreadsheet numbers it */
  readonly number: number
  readonly fate: RowFate | 'lookAlike'
  readonly texts: readonly string[]
  /** the name that a list without names gives the row; null where the file has names */
  readonly givenName: string | null
  /** for updates: columns whose values will change */
  readonly changes: readonly number[]
  /** problems by column */
  readonly problems: ReadonlyMap<number, PreviewCell>
}

/** Which rows are shown. */
export type Tab = 'all' | 'problem' | 'lookAlike' | 'insert' | 'update'

const NO_PROBLEMS: ReadonlyMap<number, PreviewCell> = new Map()

/** The rows of a preview; objects of `before` are taken over where they say the same. */
export function rowsOf(
  preview: ImportPreview,
  before: readonly PreviewRow[],
  nameRowsAs: string | null = null,
): PreviewRow[] {
  const { numbers, fates, changes, texts } = preview.rows
  const problems = problemsByRow(preview.problems)
  const twins = new Set(preview.lookAlikes.map(({ row }) => row))
  const former = new Map(before.map((row) => [row.number, row]))
  return numbers.map((number, at): PreviewRow => {
    const fate = fates[at] ?? 'problem'
    const row = {
      number,
      fate: fate === 'insert' && twins.has(number) ? ('lookAlike' as const) : fate,
      texts: texts[at] ?? [],
      givenName: nameRowsAs === null ? null : numberedName(nameRowsAs, at),
      changes: changes[at] ?? [],
      problems: problems.get(number) ?? NO_PROBLEMS,
    }
    const old = former.get(number)
    return old && saysTheSame(old, row) ? old : row
  })
}

function problemsByRow(problems: readonly PreviewCell[]): Map<number, Map<number, PreviewCell>> {
  const rows = new Map<number, Map<number, PreviewCell>>()
  for (const problem of problems) {
    const cells = rows.get(problem.row)
    if (!cells) rows.set(problem.row, new Map([[problem.column, problem]]))
    // a cell's first problem is the one to mend first
    else if (!cells.has(problem.column)) cells.set(problem.column, problem)
  }
  return rows
}

const saysTheSame = (a: PreviewRow, b: PreviewRow): boolean =>
  a.fate === b.fate &&
  a.givenName === b.givenName &&
  sameList(a.texts, b.texts) &&
  sameList(a.changes, b.changes) &&
  a.problems.size === b.problems.size &&
  [...a.problems].every(([column, { problem, proposal }]) => {
    const other = b.problems.get(column)
    return (
      other?.problem.code === problem.code &&
      other.proposal === proposal &&
      JSON.stringify(other.problem.params) === JSON.stringify(problem.params)
    )
  })

const sameList = <Item>(a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at])

/** The rows as they read with corrections that the engine hasn't checked yet; those cells' problems rest meanwhile. */
export function withCorrections(
  rows: readonly PreviewRow[],
  corrections: Corrections,
  checked: Corrections,
): readonly PreviewRow[] {
  if (corrections === checked) return rows
  return rows.map((row) => {
    const now = corrections.get(row.number)
    const then = checked.get(row.number)
    if (now === then || !now) return row
    const changed = [...now].filter(([column, text]) => then?.get(column) !== text)
    if (changed.length === 0) return row
    const texts = [...row.texts]
    const problems = new Map(row.problems)
    for (const [column, text] of changed) {
      texts[column] = text
      problems.delete(column)
    }
    return { ...row, texts, problems }
  })
}

/** Problems that are still open: those whose cells were not corrected since the engine looked. */
export const openProblems = (
  problems: readonly PreviewCell[],
  corrections: Corrections,
  checked: Corrections,
  leaveOut: ReadonlySet<number>,
): PreviewCell[] =>
  problems.filter(
    ({ row, column }) =>
      !leaveOut.has(row) && correctionOf(corrections, row, column) === correctionOf(checked, row, column),
  )

/** The rows of a tab. */
export const rowsIn = (rows: readonly PreviewRow[], tab: Tab): readonly PreviewRow[] =>
  tab === 'all' ? rows : rows.filter(({ fate }) => (tab === 'insert' ? isInsert(fate) : fate === tab))

/** A look-alike is an account of its own unless somebody chooses otherwise. */
const isInsert = (fate: PreviewRow['fate']): boolean => fate === 'insert' || fate === 'lookAlike'

/** How many rows each tab shows. */
export function tabCounts(rows: readonly PreviewRow[]): Readonly<Record<Tab, number>> {
  const counts = { all: rows.length, problem: 0, lookAlike: 0, insert: 0, update: 0 }
  for (const { fate } of rows) {
    if (isInsert(fate)) counts.insert += 1
    if (fate === 'lookAlike' || fate === 'problem' || fate === 'update') counts[fate] += 1
  }
  return counts
}

/** The problem after a cell in reading order, the first one after the last; null where there are none. */
export function nextProblem(
  problems: readonly PreviewCell[],
  after: { readonly row: number; readonly column: number } | null,
): PreviewCell | null {
  const inOrder = problems.toSorted((a, b) => a.row - b.row || a.column - b.column)
  const next = after
    ? inOrder.find(({ row, column }) => row > after.row || (row === after.row && column > after.column))
    : undefined
  return next ?? inOrder[0] ?? null
}
