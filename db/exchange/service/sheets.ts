import { insertFigure } from '../../accounts/service/bulk.ts'
import { listFigures } from '../../accounts/service/figures.ts'
import type { EngineContext } from '../../context.ts'
import { measureOf } from '../../evaluation/rules/bands.ts'
import { fold } from '../../evaluation/rules/sheet.ts'
import { figuresByName, insertSheet } from '../../evaluation/service/editSheet.ts'
import { getSheet } from '../../evaluation/service/sheets.ts'
import type { CommandId, FigureId, SheetId } from '../../kernel/ids.ts'
import type { Outcome, Tx } from '../../kernel/kernel.ts'
import { RESULT_WORDS } from '../../terms/headers.ts'
import type { Language } from '../../terms/language.ts'
import { readFigureHeader } from '../rules/columns.ts'
import { readSheetTable, type SheetTableIndicator } from '../rules/sheetTable.ts'
import { sheetPlan } from '../write/sheetPlan.ts'
import { writeWorkbook, xlsxFile } from '../write/workbook.ts'
import { firstTable, refuseFaulty } from './score.ts'

/** A grading sheet as a workbook that {@link importSheet} reads back. @throws Refusal SHEET_NOT_FOUND */
export async function exportSheet(
  { kernel }: EngineContext,
  { sheetId, language }: { readonly sheetId: SheetId; readonly language: Language },
): Promise<File> {
  const sheet = getSheet(kernel, sheetId)
  const figures = new Map(listFigures(kernel.db).map(({ id, name }) => [id, name]))
  const indicators = sheet.indicators.map((indicator) => ({
    ...indicator,
    figure: indicator.figureId === null ? '' : (figures.get(indicator.figureId) ?? ''),
  }))
  const bytes = await writeWorkbook([
    sheetPlan(RESULT_WORDS[language].gradingSheet, sheet.name, indicators, language),
  ])
  return xlsxFile(bytes, `${sheet.name}.xlsx`)
}

/**
 * A workbook's grading sheet as a new sheet. Figures that its bands read are found by name, or made.
 * @throws Refusal FILE_UNREADABLE, CELLS_FAULTY, NOT_SAVED
 */
export async function importSheet(
  { kernel }: EngineContext,
  { commandId, file, name }: { readonly commandId: CommandId; readonly file: File; readonly name: string },
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Outcome<{ sheetId: SheetId }>> {
  const table = await firstTable(file, signal)
  const { indicators, faults } = readSheetTable(table)
  refuseFaulty(file, table, faults)
  const sheetName = name.trim() || file.name.replace(/\.[^.]*$/, '').slice(0, 100)
  const label = { command: 'importSheet', params: { name: sheetName, file: file.name } }
  return kernel.write({ commandId, label, source: 'import' }, (tx) => {
    const figureOf = figureFinder(tx)
    return {
      sheetId: insertSheet(
        tx,
        sheetName,
        indicators.map(({ figure: _, ...indicator }, at) => ({
          ...indicator,
          figureId: figureOf(indicators[at]),
        })),
      ),
    }
  })
}

/** The figure behind an indicator's bands: the one named in the sheet, else one of the indicator's name. */
function figureFinder(tx: Tx): (indicator: SheetTableIndicator | undefined) => FigureId | null {
  const known = new Map(figuresByName(tx))
  return (indicator) => {
    if (!indicator || measureOf(indicator.standards).kind !== 'banded') return null
    const name = indicator.figure || indicator.name
    const id = known.get(fold(name)) ?? insertFigure(tx, name, unitOf(name))
    known.set(fold(name), id)
    return id
  }
}

/** Bands over `年交易额(万元)` count in 万元 themselves: such a figure is a plain number. */
const unitOf = (name: string) => {
  const { unit, multiplier } = readFigureHeader(name)
  return multiplier === 1 ? unit : 'number'
}
