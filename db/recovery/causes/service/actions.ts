import type Database from 'better-sqlite3'
import { insertRow } from '../../../accounts/analysis/service/rows.ts'
import { addDays, dayOf } from '../../../accounts/rules/days.ts'
import { checkReach } from '../../../channel/ledger/service/days.ts'
import { checkNamed, type InputOf, readJson } from '../../../channel/ledger/service/rows.ts'
import { DUE } from '../../../channel/rules/reach.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { ActionId, type CaseId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { CheckDays } from '../../rules/words.ts'
import { caseReader, FAMILY } from '../../service/stored.ts'
import type { Action, causes } from '../contract.ts'
import { type Check, checksOf } from '../rules/checks.ts'

interface Done {
  readonly on: string
  readonly by: string
  readonly note: string
}
type Found = Partial<Record<CheckDays, Check>>
type Row = Omit<Action, 'done' | 'checks'> & { readonly done: string | null; readonly checks: string }

/** What is done about a case's cause, by the day on which it is due. */
export const actionsOf = (db: Database.Database, caseId: CaseId): Action[] =>
  db
    .prepare<object, Row>(
      `SELECT r.id, r.kind, r.what, iif(m.deleted, NULL, m.id) AS ownerId, m.name AS owner, r.due_on AS dueOn, r.done, r.checks
       FROM case_action r LEFT JOIN member m ON m.id = r.owner_id
       WHERE r.case_id IN ${FAMILY} AND r.deleted = 0 ORDER BY r.due_on IS NULL, r.due_on, r.id`,
    )
    .all({ caseId })
    .map(({ checks, ...row }) => {
      const done = readJson<Done>(row.done)
      return { ...row, done, checks: checksOf(done?.on ?? null, readJson<Found>(checks) ?? {}) }
    })

/** Adds an action, or changes one. @throws Refusal as the contract says */
export function saveAction(
  kernel: Kernel,
  { commandId, caseId, actionId, kind, what, ownerId, dueOn }: InputOf<typeof causes.saveAction>,
): Outcome<{ actionId: ActionId }> {
  const command = actionId === null ? 'addAction' : 'changeAction'
  return kernel.write({ commandId, label: { command, params: { name: what } } }, (tx) => {
    caseReader(tx.db)(caseId)
    checkNamed(tx.db, { member: ownerId })
    const before = actionId === null ? null : storedAction(tx.db, actionId).dueOn
    if (dueOn !== before) checkReach(dueOn, DUE, dayOf(kernel.now()), 'DUE_OUT_OF_RANGE')
    if (actionId === null) {
      const row = { case_id: caseId, kind, what, owner_id: ownerId, due_on: dueOn }
      return { actionId: ActionId.parse(insertRow(tx, 'case_action', row)) }
    }
    tx.db
      .prepare('UPDATE case_action SET kind = ?, what = ?, owner_id = ?, due_on = ? WHERE id = ?')
      .run(kind, what, ownerId, dueOn, actionId)
    return { actionId }
  })
}

interface StoredAction {
  readonly what: string
  readonly dueOn: string | null
  readonly done: string | null
  readonly checks: string
}

/** @throws Refusal ROW_NOT_FOUND */
function storedAction(db: Database.Database, actionId: ActionId): StoredAction {
  const row = db
    .prepare<[ActionId], StoredAction>(
      'SELECT what, due_on AS dueOn, done, checks FROM case_action WHERE id = ? AND deleted = 0',
    )
    .get(actionId)
  if (!row) throw new Refusal('ROW_NOT_FOUND')
  return row
}

/** Notes that an action was carried out, or takes that back with all that was found since. @throws Refusal ROW_NOT_FOUND */
export function doAction(
  kernel: Kernel,
  { commandId, actionId, done, note }: InputOf<typeof causes.doAction>,
): Outcome<object> {
  const { what } = storedAction(kernel.db, actionId)
  const command = done ? 'doAction' : 'undoAction'
  return kernel.write({ commandId, label: { command, params: { name: what } } }, (tx) => {
    storedAction(tx.db, actionId)
    const written: Done = { on: dayOf(kernel.now()), by: kernel.actorName(), note }
    tx.db
      .prepare(`UPDATE case_action SET done = ?, checks = '{}' WHERE id = ?`)
      .run(done ? JSON.stringify(written) : null, actionId)
    return {}
  })
}

/** Writes what the look at an action found. @throws Refusal ROW_NOT_FOUND, CHECK_TOO_EARLY */
export function checkAction(
  kernel: Kernel,
  { commandId, actionId, days, works, note }: InputOf<typeof causes.checkAction>,
): Outcome<object> {
  const { what } = storedAction(kernel.db, actionId)
  return kernel.write({ commandId, label: { command: 'checkAction', params: { name: what } } }, (tx) => {
    const { done, checks } = storedAction(tx.db, actionId)
    const today = dayOf(kernel.now())
    const doneOn = readJson<Done>(done)?.on
    const dueOn = doneOn === undefined ? '' : addDays(doneOn, days)
    if (dueOn === '' || dueOn > today) throw new Refusal('CHECK_TOO_EARLY', { day: dueOn })
    const { [days]: _before, ...others }: Found = readJson<Found>(checks) ?? {}
    const found: Found =
      works === null ? others : { ...others, [days]: { on: today, by: kernel.actorName(), works, note } }
    tx.db.prepare('UPDATE case_action SET checks = ? WHERE id = ?').run(JSON.stringify(found), actionId)
    return {}
  })
}

/** Deletes an action. @throws Refusal ROW_NOT_FOUND */
export function removeAction(
  kernel: Kernel,
  { commandId, actionId }: InputOf<typeof causes.removeAction>,
): Outcome<object> {
  const { what } = storedAction(kernel.db, actionId)
  return kernel.write({ commandId, label: { command: 'removeAction', params: { name: what } } }, (tx) => {
    storedAction(tx.db, actionId)
    tx.db.prepare('UPDATE case_action SET deleted = 1 WHERE id = ?').run(actionId)
    return {}
  })
}
