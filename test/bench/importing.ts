import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { listAccounts } from '../../db/accounts/service/read.ts'
import type { EngineContext } from '../../db/context.ts'
import { type Engine, openEngine } from '../../db/engine.ts'
import { importList } from '../../db/exchange/service/importList.ts'
import { previewImport } from '../../db/exchange/service/preview.ts'
import { uploadList } from '../../db/exchange/service/uploads.ts'
import { writeWorkbook, xlsxFile } from '../../db/exchange/write/workbook.ts'
import { configure } from '../../db/kernel/open.ts'
import { sql } from '../../db/migrations/0001-start.ts'
import { ACCOUNTS, accountName, newCommand, withFolder } from './largeDepartment.ts'
import { type Measured, Stopwatch } from './measure.ts'

const RUNS = 5
const TEXTS = ['客户编号', '客户名称', '区域', '电话'] as const
const FIGURES = ['年交易额', '年利润', '合作年限', '逾期天数', '增长率%', '订单数'] as const

/**
 * Importing a list of 10,000 accounts with 4 texts and 6 figures into an empty department. Ours: the file read,
 * previewed, checked and written, with its history and the backup before it. The yardstick: the workbook
 * library's full reader, and its values put into tables of the same columns and indices by plain better-sqlite3 in one
 * transaction with the same settings of SQLite. Both files are new for every run; making them isn't timed.
 */
export const importBench = (): Promise<Measured[]> =>
  withFolder(async (folder) => {
    const bytes = await largeList()
    const ours = new Stopwatch()
    const bare = new Stopwatch()
    for (let run = 0; run < RUNS; run += 1) {
      const engine = await openEngine({ dataFolder: join(folder, `data-${run}`), appVersion: 'bench' })
      const db = bareFile(join(folder, `bare-${run}.db`))
      try {
        await ours.time(() => importFile(engine, bytes))
        await bare.time(() => bareImport(db, bytes))
        if (listAccounts(engine.kernel).rows.length !== ACCOUNTS) throw new Error('the import is not whole')
      } finally {
        db.close()
        await engine.close()
      }
    }
    const yardstick = 'workbook library’s full read + bare better-sqlite3 insert'
    return [
      {
        name: `import of ${ACCOUNTS} rows × ${TEXTS.length + FIGURES.length} columns, with preview, history and backup`,
        ours: ours.times,
        yardstick,
        bare: bare.times,
        target: { ratio: 1.5 },
      },
    ]
  })

async function importFile({ kernel }: Engine, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const context: EngineContext = { kernel, printPdf: null, logError: () => '' }
  const { uploadId, worksheets, guesses } = await uploadList(context, { file: xlsxFile(bytes, 'list.xlsx') })
  const plan = {
    uploadId,
    worksheet: worksheets[0]?.name ?? '',
    holds: 'accounts' as const,
    columns: guesses[0] ?? [],
    matchBy: 'code' as const,
    existing: 'update' as const,
    corrections: [],
    leaveOut: [],
    newCompanies: false,
  }
  await previewImport(context, plan)
  const steps = importList(context, { commandId: newCommand(), plan })
  for (let step = await steps.next(); !step.done; ) step = await steps.next()
}

const largeList = (): Promise<Uint8Array<ArrayBuffer>> =>
  writeWorkbook([
    {
      name: '客户台账',
      title: '客户台账',
      frozenColumns: 2,
      columns: [...TEXTS, ...FIGURES].map((header, at) => ({
        header,
        width: 14,
        kind: at < TEXTS.length ? ('text' as const) : ('decimal' as const),
      })),
      rows: Array.from({ length: ACCOUNTS }, (_, at) => [
        `K${String(at + 1).padStart(5, '0')}`,
        accountName(at),
        accountName(at).slice(0, 2),
        `138${String(10_000_000 + at * 7)}`,
        100_000 + at * 137,
        20_000 + at * 31,
        at % 12,
        at % 45,
        (at % 300) / 10,
        at % 900,
      ]),
    },
  ])

/** Our tables and indices, without triggers, links and history. */
function bareFile(file: string): Database.Database {
  const db = new Database(file)
  configure(db)
  db.exec(sql)
  db.pragma('foreign_keys = OFF')
  return db
}

async function bareImport(db: Database.Database, bytes: Uint8Array): Promise<void> {
  const workbook = new Workbook()
  await workbook.xlsx.load(Buffer.from(bytes))
  const rows: unknown[][] = []
  workbook.worksheets[0]?.eachRow((row, number) => {
    if (number > 1) rows.push(Array.from({ length: 10 }, (_, at) => row.getCell(at + 1).value))
  })
  const account = db.prepare(
    'INSERT INTO account (id, code, name, region, phone, figures) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const figureIds = FIGURES.map(() => uuidv7())
  db.transaction(() => {
    for (const [code, name, region, phone, ...values] of rows) {
      const figures = figureIds.map((id, at) => [id, Math.round(Number(values[at]) * 1_000)] as const)
      account.run(uuidv7(), code, name, region, phone, JSON.stringify(Object.fromEntries(figures)))
    }
  }).immediate()
}
