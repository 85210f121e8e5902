import { decimalText } from '../../accounts/rules/decimal.ts'
import { decimalToFigure } from '../../accounts/rules/figures.ts'
import { figureValues } from '../../accounts/service/figureValues.ts'
import type { EngineContext } from '../../context.ts'
import { toStripChar } from '../../evaluation/rules/marks.ts'
import { fold } from '../../evaluation/rules/sheet.ts'
import { sharedMarks, writeMarks } from '../../evaluation/service/marking.ts'
import { openRecord, type RoundData, readRound } from '../../evaluation/service/roundData.ts'
import type { AccountId, CommandId, FigureId, RoundId } from '../../kernel/ids.ts'
import type { Outcome } from '../../kernel/kernel.ts'
import { type MarksRow, type MarksTable, readMarksTable } from '../rules/marksTable.ts'
import { type Fault, faultAt } from '../rules/problem.ts'
import { firstTable, refuseFaulty } from './score.ts'

/** What a workbook brings to a round. */
interface Brought {
  readonly accountIds: AccountId[]
  /** strip over accounts × judged indicators; `.` leaves a cell alone */
  strip: string
  /** the same cells as they stand now */
  expected: string
  readonly figures: { readonly accountId: AccountId; readonly figureId: FigureId; readonly value: number }[]
}

/**
 * Marks, and figures of band indicators, from a workbook into an open round. Blank cells leave what is there.
 * @throws Refusal FILE_UNREADABLE, CELLS_FAULTY (an account that isn't in the round, too), ROUND_NOT_FOUND,
 *   ROUND_LOCKED, NOT_SAVED
 */
export async function importMarks(
  { kernel }: EngineContext,
  input: { readonly commandId: CommandId; readonly roundId: RoundId; readonly file: File },
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Outcome<{ marks: number; figures: number; accounts: number }>> {
  const { commandId, roundId, file } = input
  openRecord(kernel.db, roundId)
  const table = await firstTable(file, signal)
  const data = readRound(kernel.db, roundId)
  const marksTable = readMarksTable(table, data.indicators)
  refuseFaulty(file, table, marksTable.faults)
  const found = bring(marksTable, data)
  refuseFaulty(file, table, found.faults)
  const { accountIds, strip, expected, figures } = found.brought
  const marks = strip.replaceAll('.', '').length
  const label = {
    command: 'importMarks',
    params: { round: data.round.name, file: file.name, marks, figures: figures.length },
  }
  return kernel.write({ commandId, label, source: 'import' }, (tx) => {
    openRecord(tx.db, roundId)
    const judged = data.indicators.filter((_, at) => data.measures[at]?.kind === 'judged')
    // an import is meant to overwrite: it expects what is there
    writeMarks(tx, sharedMarks(tx, roundId), { accountIds, expected, marks: strip }, judged)
    const values = figureValues(tx)
    for (const { accountId, figureId, value } of figures) {
      if (values.read(accountId, figureId) !== value) values.write(accountId, figureId, value)
    }
    values.save()
    return { marks, figures: figures.length, accounts: accountIds.length }
  })
}

function bring(
  { rows, nameColumn, indicatorColumns }: MarksTable,
  data: RoundData,
): { brought: Brought; faults: Fault[] } {
  const accountOf = accountFinder(data)
  const rowOf = new Map(data.accounts.ids.map((id, at) => [id, at]))
  const brought: Brought = { accountIds: [], strip: '', expected: '', figures: [] }
  const faults: Fault[] = []
  for (const row of rows) {
    const matches = accountOf(row)
    const [accountId] = matches
    if (accountId === undefined || matches.length > 1) {
      faults.push(
        matches.length > 1
          ? faultAt(row.number, nameColumn, 'nameAmbiguous', { count: matches.length })
          : faultAt(row.number, nameColumn, 'accountUnknown', { text: row.name }),
      )
      continue
    }
    brought.accountIds.push(accountId)
    data.measures.forEach((measure, at) => {
      const mark = row.marks[at] ?? null
      if (measure.kind === 'judged') {
        brought.strip += mark === null ? '.' : toStripChar(mark)
        brought.expected += data.strip[(rowOf.get(accountId) ?? 0) * data.measures.length + at] ?? '-'
      }
      const figure = row.figures[at] ?? null
      const column = data.figures[at]
      if (figure === null || !column) return
      const value = decimalToFigure(figure, column.unit)
      if (value === undefined)
        faults.push(faultAt(row.number, indicatorColumns[at] ?? 0, 'tooFine', { text: decimalText(figure) }))
      else brought.figures.push({ accountId, figureId: column.id, value })
    })
  }
  return { brought, faults }
}

/** Accounts of the round that a row may mean: by code, else by name. */
function accountFinder({ accounts }: RoundData): (row: MarksRow) => readonly AccountId[] {
  const byCode = new Map<string, AccountId[]>()
  const byName = new Map<string, AccountId[]>()
  const add = (map: Map<string, AccountId[]>, key: string, id: AccountId): void => {
    if (key !== '') map.set(key, [...(map.get(key) ?? []), id])
  }
  accounts.ids.forEach((id, at) => {
    add(byCode, fold(accounts.codes[at] ?? ''), id)
    add(byName, fold(accounts.names[at] ?? ''), id)
  })
  return ({ code, name }) => byCode.get(fold(code)) ?? byName.get(fold(name)) ?? []
}
