import type { EngineContext } from '../../context.ts'
import { ACCOUNT_HEADERS } from '../../terms/headers.ts'
import type { Language } from '../../terms/language.ts'
import { problemText } from '../../terms/problems.ts'
import type { ImportPlanInput, ImportPreview } from '../contract.ts'
import { countFates, rowTexts } from '../rules/accountPlan.ts'
import { headerRowOf, textOf } from '../rules/cells.ts'
import { type CellPlan, writeWorkbook, xlsxFile } from '../write/workbook.ts'
import { listImport } from './listImport.ts'
import { plannedPaced } from './plannedList.ts'
import { uploadedTable } from './uploads.ts'

interface Options {
  readonly signal?: AbortSignal | undefined
}

/**
 * What an import would do, with every bad cell explained. Writes nothing.
 * @throws Refusal UPLOAD_GONE, WORKSHEET_NOT_FOUND, NAME_NOT_MAPPED, CODE_NOT_MAPPED, ENTRY_NOT_MAPPED
 */
export async function previewImport(
  { kernel }: EngineContext,
  plan: ImportPlanInput,
  { signal }: Options = {},
): Promise<ImportPreview> {
  const { table } = uploadedTable(kernel, plan)
  const planned = await plannedPaced(listImport(kernel, table, plan), signal)
  const { outline } = planned
  const cellsOf = new Map(outline.rows.map(({ number, cells }) => [number, cells]))
  return {
    rows: {
      numbers: outline.rows.map(({ number }) => number),
      fates: outline.rows.map(({ fate }) => fate),
      changes: outline.rows.map(({ changes }) => [...changes]),
      texts: outline.rows.map((row) => rowTexts(row, table.columns)),
    },
    problems: outline.troubles.map(({ row, column, problem, proposal }) => ({
      row,
      column,
      text: textOf(cellsOf.get(row)?.[column]),
      problem,
      proposal,
    })),
    lookAlikes: planned.lookAlikes(),
    counts: countFates(outline.rows),
    newMembers: [...outline.newMembers],
    newCompanies: [...planned.newCompanies],
  }
}

const REASON = { zh: '问题', en: 'Problem' } as const
const ROW = { zh: '行', en: 'Row' } as const
const FILE = { zh: '问题行', en: 'problem rows' } as const

/**
 * The rows with problems as a workbook: bad cells marked, with the reasons in comments and in a last column.
 * @throws Refusal as {@link previewImport}
 */
export async function exportProblems(
  { kernel }: EngineContext,
  { language, ...plan }: ImportPlanInput & { readonly language: Language },
  { signal }: Options = {},
): Promise<File> {
  const { table, fileName } = uploadedTable(kernel, plan)
  const { outline } = await plannedPaced(listImport(kernel, table, plan), signal)
  const headers = headerRowOf(table)?.cells.map(textOf) ?? []
  const headerOf = (column: number): string => headers[column] ?? ''
  const troublesOf = Map.groupBy(outline.troubles, ({ row }) => row)
  const rows = outline.rows.flatMap((row): CellPlan[][] => {
    const troubles = troublesOf.get(row.number)
    if (!troubles) return []
    const reasonAt = (column: number): string =>
      troubles
        .filter((trouble) => trouble.column === column)
        .map(({ problem }) => problemText(problem, language))
        .join('\n')
    const reasons = [...new Set(troubles.map(({ column }) => column))].map(
      (column) => `${headerOf(column) || ACCOUNT_HEADERS[language].name}: ${reasonAt(column)}`,
    )
    return [
      [
        row.number,
        ...rowTexts(row, table.columns).map((value, column): CellPlan => {
          const comment = reasonAt(column)
          return comment === '' ? value : { value, comment, wrong: true }
        }),
        reasons.join('\n'),
      ],
    ]
  })
  const base = fileName.replace(/\.[^.]*$/, '')
  const bytes = await writeWorkbook([
    {
      name: REASON[language],
      title: fileName,
      frozenColumns: 1,
      columns: [
        { header: ROW[language], width: 6, kind: 'whole' },
        ...Array.from({ length: table.columns }, (_, column) => ({
          header: headerOf(column),
          width: 16,
          kind: 'text' as const,
        })),
        { header: REASON[language], width: 50, kind: 'wrappedText' },
      ],
      rows,
    },
  ])
  return xlsxFile(bytes, `${base}-${FILE[language]}.xlsx`)
}
