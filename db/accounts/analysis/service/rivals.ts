import { derivedId } from '../../../kernel/derivedId.ts'
import { RowId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { type AnalysisInput, accountName, insertRow, mustExist, patchRow, signature } from './rows.ts'

const RIVAL = {
  table: 'rival',
  columns: { strengths: 'strengths', weaknesses: 'weaknesses' },
  name: 'strengths',
  signed: true,
} as const

const MOVE = {
  table: 'rival_move',
  columns: { competitorId: 'competitor_id', happenedOn: 'happened_on', text: 'text' },
  name: 'text',
} as const

/** Notes that a competitor is at an account. @throws Refusal ACCOUNT_NOT_FOUND, COMPETITOR_NOT_FOUND */
export function addRival(kernel: Kernel, input: AnalysisInput<'addRival'>): Outcome<{ rowId: RowId }> {
  const { commandId, accountId, competitorId } = input
  const name = competitorName(kernel, competitorId)
  const label = { command: 'addRival', params: { account: accountName(kernel.db, accountId), name } }
  return kernel.write({ commandId, label }, (tx) => {
    mustExist(tx.db, 'account', accountId, 'ACCOUNT_NOT_FOUND')
    mustExist(tx.db, 'competitor', competitorId, 'COMPETITOR_NOT_FOUND')
    const known = tx.db
      .prepare<[string, string], RowId>(
        'SELECT id FROM rival WHERE account_id = ? AND competitor_id = ? AND deleted = 0',
      )
      .pluck()
      .get(accountId, competitorId)
    if (known !== undefined) return { rowId: known }
    const { by, on } = signature(kernel)
    const rowId = RowId.parse(derivedId(accountId, competitorId))
    tx.db
      .prepare(
        `INSERT INTO rival (id, account_id, competitor_id, noted_on, noted_by) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET deleted = 0, noted_on = excluded.noted_on, noted_by = excluded.noted_by`,
      )
      .run(rowId, accountId, competitorId, on, by)
    return { rowId }
  })
}

/** @throws Refusal ROW_NOT_FOUND, CELLS_CHANGED */
export const editRival = (kernel: Kernel, input: AnalysisInput<'editRival'>): Outcome<object> =>
  kernel.write(
    {
      commandId: input.commandId,
      label: { command: 'editRival', params: { name: rivalName(kernel, input.rowId) } },
    },
    (tx) => {
      patchRow(tx, kernel, RIVAL, input)
      return {}
    },
  )

/** Notes what a competitor did. @throws Refusal ACCOUNT_NOT_FOUND, COMPETITOR_NOT_FOUND; ROW_NOT_FOUND for the entry */
export function addMove(kernel: Kernel, input: AnalysisInput<'addMove'>): Outcome<{ rowId: RowId }> {
  const { commandId, accountId, competitorId, happenedOn, text, entryId } = input
  const name = competitorName(kernel, competitorId)
  const label = { command: 'addRivalMove', params: { account: accountName(kernel.db, accountId), name } }
  return kernel.write({ commandId, label }, (tx) => {
    mustExist(tx.db, 'account', accountId, 'ACCOUNT_NOT_FOUND')
    mustExist(tx.db, 'competitor', competitorId, 'COMPETITOR_NOT_FOUND')
    if (entryId !== null) mustExist(tx.db, 'log_entry', entryId, 'ROW_NOT_FOUND')
    return {
      rowId: insertRow(tx, 'rival_move', {
        account_id: accountId,
        competitor_id: competitorId,
        happened_on: happenedOn,
        text,
        entry_id: entryId,
        noted_by: signature(kernel).by,
      }),
    }
  })
}

/** @throws Refusal ROW_NOT_FOUND, COMPETITOR_NOT_FOUND, CELLS_CHANGED */
export const editMove = (kernel: Kernel, input: AnalysisInput<'editMove'>): Outcome<object> =>
  kernel.write(
    {
      commandId: input.commandId,
      label: { command: 'editRivalMove', params: { name: input.after.text ?? input.before.text ?? '' } },
    },
    (tx) => {
      const { competitorId } = input.after
      if (competitorId !== undefined) mustExist(tx.db, 'competitor', competitorId, 'COMPETITOR_NOT_FOUND')
      patchRow(tx, kernel, MOVE, input)
      return {}
    },
  )

const competitorName = (kernel: Kernel, id: string): string =>
  kernel.db.prepare<[string], string>('SELECT name FROM competitor WHERE id = ?').pluck().get(id) ?? ''

const rivalName = (kernel: Kernel, rowId: string): string =>
  kernel.db
    .prepare<[string], string>(
      'SELECT c.name FROM rival r JOIN competitor c ON c.id = r.competitor_id WHERE r.id = ?',
    )
    .pluck()
    .get(rowId) ?? ''
