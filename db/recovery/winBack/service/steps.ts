import type Database from 'better-sqlite3'
import { insertRow } from '../../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { checkReach } from '../../../channel/ledger/service/days.ts'
import { checkNamed, type InputOf } from '../../../channel/ledger/service/rows.ts'
import { DUE } from '../../../channel/rules/reach.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { WinBackId, WinBackStepId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { CASE_LIMITS } from '../../rules/limits.ts'
import type { winBacks } from '../contract.ts'
import { storedWinBack } from './stored.ts'

/**
 * Adds steps to an account that we try to win back, or part from with courtesy; all or none.
 * @throws Refusal ROW_NOT_FOUND, NOT_DECIDED, STEPS_TOO_MANY, MEMBER_NOT_FOUND, DUE_OUT_OF_RANGE
 */
export function addSteps(
  kernel: Kernel,
  { commandId, winBackId, steps }: InputOf<typeof winBacks.addSteps>,
): Outcome<object> {
  const params = { count: steps.length, name: steps[0]?.what ?? '' }
  return kernel.write({ commandId, label: { command: 'addWinBackSteps', params } }, (tx) => {
    const { decision } = storedWinBack(tx.db, winBackId)
    if (decision === null || decision.decision === 'leave') throw new Refusal('NOT_DECIDED')
    const most = CASE_LIMITS.steps
    if (countOf(tx.db, winBackId) + steps.length > most) throw new Refusal('STEPS_TOO_MANY', { most })
    for (const { what, ownerId, dueOn } of steps) {
      checkNamed(tx.db, { member: ownerId })
      checkReach(dueOn, DUE, dayOf(kernel.now()), 'DUE_OUT_OF_RANGE')
      insertRow(tx, 'win_back_step', { win_back_id: winBackId, what, owner_id: ownerId, due_on: dueOn })
    }
    return {}
  })
}

const countOf = (db: Database.Database, winBackId: WinBackId): number =>
  db
    .prepare<[WinBackId], number>('SELECT count(*) FROM win_back_step WHERE win_back_id = ? AND deleted = 0')
    .pluck()
    .get(winBackId) ?? 0

interface StoredStep {
  readonly what: string
  readonly dueOn: string
}

/** @throws Refusal ROW_NOT_FOUND */
function storedStep(db: Database.Database, stepId: WinBackStepId): StoredStep {
  const row = db
    .prepare<[WinBackStepId], StoredStep>(
      'SELECT what, due_on AS dueOn FROM win_back_step WHERE id = ? AND deleted = 0',
    )
    .get(stepId)
  if (!row) throw new Refusal('ROW_NOT_FOUND')
  return row
}

/** Changes a step. @throws Refusal ROW_NOT_FOUND, MEMBER_NOT_FOUND, DUE_OUT_OF_RANGE */
export function changeStep(
  kernel: Kernel,
  { commandId, stepId, step: { what, ownerId, dueOn } }: InputOf<typeof winBacks.changeStep>,
): Outcome<object> {
  return kernel.write(
    { commandId, label: { command: 'changeWinBackStep', params: { name: what } } },
    (tx) => {
      if (dueOn !== storedStep(tx.db, stepId).dueOn)
        checkReach(dueOn, DUE, dayOf(kernel.now()), 'DUE_OUT_OF_RANGE')
      checkNamed(tx.db, { member: ownerId })
      tx.db
        .prepare('UPDATE win_back_step SET what = ?, owner_id = ?, due_on = ? WHERE id = ?')
        .run(what, ownerId, dueOn, stepId)
      return {}
    },
  )
}

/** Notes that a step was done, or takes that back. @throws Refusal ROW_NOT_FOUND */
export function doStep(
  kernel: Kernel,
  { commandId, stepId, done, note }: InputOf<typeof winBacks.doStep>,
): Outcome<object> {
  const { what } = storedStep(kernel.db, stepId)
  const command = done ? 'doWinBackStep' : 'undoWinBackStep'
  return kernel.write({ commandId, label: { command, params: { name: what } } }, (tx) => {
    storedStep(tx.db, stepId)
    const written = { on: dayOf(kernel.now()), by: kernel.actorName(), note }
    tx.db
      .prepare('UPDATE win_back_step SET done = ? WHERE id = ?')
      .run(done ? JSON.stringify(written) : null, stepId)
    return {}
  })
}

/** Deletes a step. @throws Refusal ROW_NOT_FOUND */
export function removeStep(
  kernel: Kernel,
  { commandId, stepId }: InputOf<typeof winBacks.removeStep>,
): Outcome<object> {
  const { what } = storedStep(kernel.db, stepId)
  return kernel.write(
    { commandId, label: { command: 'removeWinBackStep', params: { name: what } } },
    (tx) => {
      storedStep(tx.db, stepId)
      tx.db.prepare('UPDATE win_back_step SET deleted = 1 WHERE id = ?').run(stepId)
      return {}
    },
  )
}
