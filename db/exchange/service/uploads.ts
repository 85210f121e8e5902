import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { listCustomFields } from '../../accounts/custom/service/fields.ts'
import { listFigures } from '../../accounts/service/figures.ts'
import type { EngineContext } from '../../context.ts'
import { readLocal, writeLocal } from '../../department/settings.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { ColumnUse, type WorksheetInfo } from '../contract.ts'
import { type FileTables, readFile } from '../read/file.ts'
import { dataRowsOf, headerRowOf, type Table, textOf } from '../rules/cells.ts'
import { guessColumns, type RememberedUses, rememberedKey } from '../rules/columns.ts'
import { foldHeader } from '../rules/headers.ts'
import { guessHolds } from '../rules/listHeaders.ts'
import type { ListKind } from '../rules/listKinds.ts'

/** A file that was taken in, waiting to be previewed and imported. */
export interface Upload {
  readonly file: FileTables
}

/** Uploads wait in memory: 100,000 rows take some 100 MB, and nobody imports more than two lists at a time. */
const MOST_UPLOADS = 2
const SAMPLE_ROWS = 20
const REMEMBERED_KEY = 'import.columns'

const uploadsOf = new WeakMap<Kernel, Map<string, Upload>>()

/** Takes in a list and tells its worksheets, with columns guessed. @throws Refusal FILE_UNREADABLE */
export async function uploadList(
  { kernel }: EngineContext,
  { file }: { readonly file: File },
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
) {
  const tables = await readFile(file, { signal })
  const uploadId = uuidv7()
  const uploads = uploadsOf.get(kernel) ?? new Map<string, Upload>()
  uploadsOf.set(kernel, uploads.set(uploadId, { file: tables }))
  for (const oldest of [...uploads.keys()].slice(0, -MOST_UPLOADS)) uploads.delete(oldest)
  const filled = tables.tables.filter(({ rows }) => rows.length > 0)
  return {
    uploadId,
    fileName: tables.fileName,
    encoding: tables.encoding,
    worksheets: filled.map(worksheetInfo),
    holds: filled.map(holdsOf),
    guesses: filled.map((table) => guessUses(kernel, table, holdsOf(table))),
  }
}

const holdsOf = (table: Table): ListKind => guessHolds(headerRowOf(table)?.cells.map(textOf) ?? [])

function guessUses({ db }: Kernel, table: Table, holds: ListKind): ColumnUse[] {
  const custom = holds === 'log' ? [] : listCustomFields(db, holds === 'people' ? 'person' : 'account')
  return guessColumns(table, { figures: listFigures(db), custom }, rememberedUses(db), holds)
}

/** What a worksheet's columns look like, if it holds this. @throws Refusal UPLOAD_GONE, WORKSHEET_NOT_FOUND */
export const guessFor = (
  { kernel }: EngineContext,
  { holds, ...of }: { readonly uploadId: string; readonly worksheet: string; readonly holds: ListKind },
): ColumnUse[] => guessUses(kernel, uploadedTable(kernel, of).table, holds)

/** A waiting upload; undefined once two newer ones came, or after a restart. */
export const findUpload = (kernel: Kernel, uploadId: string): Upload | undefined =>
  uploadsOf.get(kernel)?.get(uploadId)

/** The worksheet of a plan. @throws Refusal UPLOAD_GONE, WORKSHEET_NOT_FOUND */
export function uploadedTable(
  kernel: Kernel,
  plan: { readonly uploadId: string; readonly worksheet: string },
): { table: Table; fileName: string } {
  const upload = findUpload(kernel, plan.uploadId)
  if (!upload) throw new Refusal('UPLOAD_GONE')
  const table = upload.file.tables.find(({ name }) => name === plan.worksheet)
  if (!table) throw new Refusal('WORKSHEET_NOT_FOUND')
  return { table, fileName: upload.file.fileName }
}

/** Keeps what columns were taken as, for the next list with the same headers. */
export function rememberUses(
  kernel: Kernel,
  table: Table,
  { holds, columns }: { readonly holds: ListKind; readonly columns: readonly ColumnUse[] },
): void {
  const headers = headerRowOf(table)?.cells.map(textOf) ?? []
  const added = columns.flatMap((use, column) => {
    const header = headers[column] ?? ''
    return foldHeader(header) === '' ? [] : [[rememberedKey(holds, header), use] as const]
  })
  const all = { ...rememberedUses(kernel.db), ...Object.fromEntries(added) }
  const newest = Object.fromEntries(Object.entries(all).slice(-MOST_REMEMBERED))
  kernel.writeLocal((db) => writeLocal(db, REMEMBERED_KEY, JSON.stringify(newest)))
}

const MOST_REMEMBERED = 1_000

function rememberedUses(db: Kernel['db']): RememberedUses {
  const json = readLocal(db, REMEMBERED_KEY)
  const uses = z.record(z.string(), z.unknown()).parse(JSON.parse(json ?? '{}'))
  // an earlier version may have called a use otherwise: the column is then guessed anew
  return Object.fromEntries(
    Object.entries(uses).flatMap(([header, use]) => {
      const { data } = ColumnUse.safeParse(use)
      return data ? [[header, data]] : []
    }),
  )
}

function worksheetInfo(table: Table): WorksheetInfo {
  const texts = (cells: Table['rows'][number]['cells'] | undefined): string[] =>
    Array.from({ length: table.columns }, (_, column) => textOf(cells?.[column]))
  const rows = dataRowsOf(table)
  return {
    name: table.name,
    rows: rows.length,
    columns: table.columns,
    headers: texts(headerRowOf(table)?.cells),
    sample: rows.slice(0, SAMPLE_ROWS).map(({ cells }) => texts(cells)),
  }
}
