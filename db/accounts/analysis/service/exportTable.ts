import type { EngineContext } from '../../../context.ts'
import { paperFile } from '../../../exchange/documents/paperFile.ts'
import { writeWorkbook, xlsxFile } from '../../../exchange/write/workbook.ts'
import type { Language } from '../../../terms/language.ts'
import type { ShownTable } from '../contract.ts'
import { csvText } from '../rules/csv.ts'

interface ExportInput {
  readonly table: ShownTable
  readonly format: 'xlsx' | 'csv' | 'pdf'
  readonly language: Language
}

/** A table as it stands on the screen, as a file. @throws Refusal NO_PRINTER where PDF can't be made here */
export async function exportTable(context: EngineContext, input: ExportInput): Promise<File> {
  const { table, format, language } = input
  const { title, columns, rows } = table
  const name = title.replaceAll(/[\\/:*?"<>|]/g, ' ').trim()
  if (format === 'csv')
    return new File([csvText([columns.map(({ header }) => header), ...rows])], `${name}.csv`, {
      type: 'text/csv;charset=utf-8',
    })
  if (format === 'pdf') return printed(context, table, language)
  const bytes = await writeWorkbook([
    {
      name: name.replaceAll(/[[\]']/g, ' ').slice(0, 31),
      title,
      frozenColumns: 1,
      columns: columns.map(({ header, kind, width }) => ({
        header,
        width,
        kind: kind === 'number' ? 'decimal' : 'text',
      })),
      rows,
    },
  ])
  return xlsxFile(bytes, `${name}.xlsx`)
}

function printed(context: EngineContext, table: ShownTable, language: Language): Promise<File> {
  const { title, finding, columns, rows } = table
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  return paperFile(
    context,
    {
      title,
      subtitle: finding,
      head: title,
      madeAt: new Date(context.kernel.now()).toISOString(),
      language,
      blocks: [
        {
          kind: 'table',
          heads: columns.map(({ header }) => header),
          widths: columns.map(({ width }) => (width * 100) / whole),
          rows: rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
        },
      ],
    },
    'pdf',
  )
}
