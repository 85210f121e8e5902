import { measureOf } from '../../evaluation/rules/bands.ts'
import { ranksOf, scoreOf, standingOf } from '../../evaluation/rules/score.ts'
import type { IndicatorDraft } from '../../evaluation/rules/sheet.ts'
import { DEFAULT_BORDERS } from '../../evaluation/rules/tiers.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Language } from '../../terms/language.ts'
import type { CellFault } from '../contract.ts'
import type { Graded, GradedRow } from '../graded.ts'
import { readFile } from '../read/file.ts'
import { unreadable } from '../read/limits.ts'
import type { Table } from '../rules/cells.ts'
import { type MarksRow, readMarksTable } from '../rules/marksTable.ts'
import { percentFaults } from '../rules/percentFaults.ts'
import type { Fault } from '../rules/problem.ts'
import { readSheetTable } from '../rules/sheetTable.ts'
import { resultPlans } from '../write/resultPlan.ts'
import { writeWorkbook, xlsxFile } from '../write/workbook.ts'

/** One line a bad cell; what a workbook of nonsense has beyond this is counted. */
const MAX_FAULTS = 100_000

interface Workbooks {
  readonly sheet: File
  readonly marks: File
}

/** The result workbook of {@link gradeWorkbooks}; throws as that. */
export async function scoreWorkbooks(
  { language, ...input }: Workbooks & { readonly language: Language },
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<File> {
  return resultFile(await gradeWorkbooks(input, options), language)
}

/** A result as a workbook with live formulas. */
export async function resultFile(graded: Graded, language: Language): Promise<File> {
  const bytes = await writeWorkbook(resultPlans(graded, language))
  return xlsxFile(bytes, `${graded.title}-${language === 'zh' ? '评级结果' : 'result'}.xlsx`)
}

/** Indicators with figures that lie in none of their bands, so that these accounts stay unmarked there. */
export function outsideBands({ indicators, rows }: Graded): { indicator: string; accounts: string[] }[] {
  return indicators.flatMap(({ name }, at) => {
    const outside = rows.filter(
      ({ marks, figures }) => (figures[at] ?? null) !== null && (marks[at] ?? null) === null,
    )
    return outside.length === 0
      ? []
      : [{ indicator: name, accounts: outside.map((row) => row.name || row.code) }]
  })
}

/**
 * Grades a marks workbook by a sheet workbook (A6, A7) without touching any data.
 * @throws FILE_UNREADABLE; CELLS_FAULTY with every bad cell of the first workbook that has any
 */
export async function gradeWorkbooks(
  input: Workbooks,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Graded> {
  const sheetTable = await firstTable(input.sheet, options.signal)
  const { indicators, faults: sheetFaults } = readSheetTable(sheetTable)
  refuseFaulty(input.sheet, sheetTable, sheetFaults)
  const marksTable = await firstTable(input.marks, options.signal)
  const marks = readMarksTable(marksTable, indicators)
  const faults = [...marks.faults, ...percentFaults(marksTable.rows, marks, indicators)]
  refuseFaulty(input.marks, marksTable, faults)
  return {
    title: withoutEnding(input.marks.name),
    sheetName: withoutEnding(input.sheet.name),
    publishedAt: null,
    revision: null,
    borders: DEFAULT_BORDERS,
    pooled: false,
    indicators: indicators.map((indicator) => ({
      ...indicator,
      figure:
        measureOf(indicator.standards).kind === 'banded'
          ? { name: indicator.figure || indicator.name, unit: 'number' }
          : null,
    })),
    rows: gradedRows(marks.rows, indicators),
  }
}

/** The first worksheet of a workbook, or the one of a CSV. @throws FILE_UNREADABLE */
export async function firstTable(file: File, signal?: AbortSignal): Promise<Table> {
  try {
    const [table] = (await readFile(file, { signal }, 'first')).tables
    if (!table || table.rows.length === 0) throw unreadable('empty')
    return table
  } catch (error) {
    throw naming(file, error)
  }
}

/** Where two workbooks are read, the refusal of one must say which. */
function naming(file: File, error: unknown): unknown {
  if (!(error instanceof Refusal) || typeof error.data !== 'object') return error
  return new Refusal(error.code, { ...error.data, fileName: file.name })
}

/** @throws CELLS_FAULTY where there are faults, in the order of the cells */
export function refuseFaulty(file: File, table: Table, faults: readonly Fault[]): void {
  if (faults.length === 0) return
  const told: CellFault[] = faults
    .toSorted((a, b) => rowOf(a) - rowOf(b))
    .slice(0, MAX_FAULTS)
    .map(({ cell, problem }) => ({ worksheet: table.name, cell, problem }))
  throw new Refusal('CELLS_FAULTY', {
    fileName: file.name,
    faults: told,
    more: Math.max(0, faults.length - MAX_FAULTS),
  })
}

/** The row in a cell's name; 0 for a range. */
const rowOf = ({ cell }: Fault): number => Number(/^[A-Z]+(\d+)$/.exec(cell)?.[1] ?? 0)

function gradedRows(rows: readonly MarksRow[], indicators: readonly IndicatorDraft[]): GradedRow[] {
  const weights = indicators.map(({ weight }) => weight)
  const scores = rows.map(({ marks }) => scoreOf(marks, weights))
  const tenths = scores.map((score) => (score.kind === 'insufficient' ? null : score.tenths))
  const ranks = ranksOf(tenths)
  return rows.flatMap(({ code, name, marks, figures }, at) => {
    const score = scores[at]
    return score
      ? [
          {
            code,
            name,
            owner: '',
            marks,
            figures,
            notes: [],
            score: tenths[at] ?? null,
            blanks: score.blanks,
            standing: standingOf(score, DEFAULT_BORDERS),
            rank: ranks[at] ?? null,
            exception: null,
            decision: null,
          },
        ]
      : []
  })
}

const withoutEnding = (fileName: string): string => fileName.replace(/\.[^.]*$/, '')
