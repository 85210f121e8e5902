import { insertRow, patchRow } from '../../../accounts/analysis/service/rows.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { MysterySheetId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { type InputOf, type Ledger, removeRows } from '../../ledger/service/rows.ts'
import { MysterySheet, type mystery } from '../contract.ts'
import { type Item, sheetPoints, WHOLE_SHEET } from '../rules/scoring.ts'

const SHEETS: Ledger = {
  table: 'mystery_sheet',
  fields: MysterySheet.pick({ name: true }),
  columns: { name: 'name', items: 'items' },
  name: 'name',
  commands: { change: 'changeMysterySheet', remove: 'removeMysterySheets' },
}

/** @throws Refusal SHEET_POINTS where the items don't add up to 100 */
function checkPoints(items: readonly Item[]): void {
  const points = sheetPoints(items)
  if (points !== WHOLE_SHEET) throw new Refusal('SHEET_POINTS', { points })
}

/** @throws Refusal SHEET_POINTS */
export function addSheet(
  kernel: Kernel,
  { commandId, name, items }: InputOf<typeof mystery.addSheet>,
): Outcome<{ sheetId: MysterySheetId }> {
  return kernel.write({ commandId, label: { command: 'addMysterySheet', params: { name } } }, (tx) => {
    checkPoints(items)
    const id = insertRow(tx, 'mystery_sheet', { name, items: JSON.stringify(items) })
    return { sheetId: MysterySheetId.parse(id) }
  })
}

/** @throws Refusal ROW_NOT_FOUND, CELLS_CHANGED, SHEET_POINTS */
export function changeSheet(
  kernel: Kernel,
  { commandId, sheetId, before, after }: InputOf<typeof mystery.changeSheet>,
): Outcome<object> {
  const label = { command: 'changeMysterySheet', params: { name: after.name } }
  const stored = ({ name, items }: typeof before) => ({ name, items: JSON.stringify(items) })
  return kernel.write({ commandId, label }, (tx) => {
    checkPoints(after.items)
    patchRow(tx, kernel, SHEETS, { rowId: sheetId, before: stored(before), after: stored(after) })
    return {}
  })
}

/** @throws Refusal ROW_NOT_FOUND */
export const removeSheets = (kernel: Kernel, input: InputOf<typeof mystery.removeSheets>): Outcome<object> =>
  removeRows(kernel, SHEETS, input)
