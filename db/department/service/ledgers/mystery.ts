import type { MarkedItem } from '../../../channel/mystery/rules/scoring.ts'
import { SAMPLE_SHEET, SAMPLE_VISITS } from '../../sample/ledgers/mystery.ts'
import { found } from '../found.ts'
import type { LedgerWriter } from './writer.ts'

/** The sample's mystery visits, by one sheet. */
export function insertMystery({ insert, tx, calendar, members, accounts }: LedgerWriter): void {
  const items = SAMPLE_SHEET.items.map(([text, points], at) => ({ key: `item-${at + 1}`, text, points }))
  const sheetId = tx.newId()
  insert('mystery_sheet', { id: sheetId, name: SAMPLE_SHEET.name, items: JSON.stringify(items) })
  for (const { place, account, way, ago, visitor, points, finding } of SAMPLE_VISITS) {
    const marks: MarkedItem[] = items.map((item, at) => ({ ...item, given: points[at] ?? null }))
    insert('mystery_visit', {
      id: tx.newId(),
      sheet_id: sheetId,
      place,
      account_id: account === null ? null : found(accounts, account),
      day: calendar.workday(-ago),
      way,
      visitor_id: found(members, visitor),
      marks: JSON.stringify(marks),
      finding,
    })
  }
}
