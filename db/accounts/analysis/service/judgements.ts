import type { AccountId, CommandId, RowId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { type AnalysisInput, accountName, insertRow, mustExist, patchRow, signature } from './rows.ts'

const COST = {
  table: 'switching_cost',
  columns: { what: 'what', amount: 'amount' },
  name: 'what',
  signed: true,
} as const

const ACTION = {
  table: 'value_action',
  columns: { what: 'what', dueOn: 'due_on', ownerId: 'owner_id', doneOn: 'done_on' },
  name: 'what',
} as const

type Signature = ReturnType<typeof signature>

/** Adds a row to one account's analysis, under the account's name in the history. */
function addFor(
  kernel: Kernel,
  { commandId, accountId }: { commandId: CommandId; accountId: AccountId },
  label: { command: string; params: Readonly<Record<string, string | number>> },
  insert: (tx: Tx, signed: Signature) => RowId,
): Outcome<{ rowId: RowId }> {
  const params = { ...label.params, account: accountName(kernel.db, accountId) }
  return kernel.write({ commandId, label: { command: label.command, params } }, (tx) => {
    mustExist(tx.db, 'account', accountId, 'ACCOUNT_NOT_FOUND')
    return { rowId: insert(tx, signature(kernel)) }
  })
}

/** Judges a layer of stickiness today (D3). @throws Refusal ACCOUNT_NOT_FOUND */
export const judgeStickiness = (
  kernel: Kernel,
  input: AnalysisInput<'judgeStickiness'>,
): Outcome<{ rowId: RowId }> =>
  addFor(kernel, input, { command: 'judgeStickiness', params: {} }, (tx, { by, on }) =>
    insertRow(tx, 'stickiness', {
      account_id: input.accountId,
      layer: input.layer,
      grade: input.grade,
      evidence: input.evidence,
      noted_on: on,
      noted_by: by,
    }),
  )

/** Lists something that an account would lose by leaving us (D3). @throws Refusal ACCOUNT_NOT_FOUND */
export const addSwitchingCost = (
  kernel: Kernel,
  input: AnalysisInput<'addSwitchingCost'>,
): Outcome<{ rowId: RowId }> =>
  addFor(kernel, input, { command: 'addSwitchingCost', params: { name: input.what } }, (tx, { by, on }) =>
    insertRow(tx, 'switching_cost', {
      account_id: input.accountId,
      what: input.what,
      amount: input.amount,
      noted_on: on,
      noted_by: by,
    }),
  )

/** @throws Refusal ROW_NOT_FOUND, CELLS_CHANGED */
export const editSwitchingCost = (
  kernel: Kernel,
  input: AnalysisInput<'editSwitchingCost'>,
): Outcome<object> =>
  kernel.write(
    {
      commandId: input.commandId,
      label: { command: 'editSwitchingCost', params: { name: input.after.what ?? input.before.what ?? '' } },
    },
    (tx) => {
      patchRow(tx, kernel, COST, input)
      return {}
    },
  )

/** Judges a value or a cost today (C5). @throws Refusal ACCOUNT_NOT_FOUND */
export const judgeValue = (kernel: Kernel, input: AnalysisInput<'judgeValue'>): Outcome<{ rowId: RowId }> =>
  addFor(kernel, input, { command: 'judgeValue', params: {} }, (tx, { by, on }) =>
    insertRow(tx, 'delivered_value', {
      account_id: input.accountId,
      item: input.item,
      grade: input.grade,
      note: input.note,
      noted_on: on,
      noted_by: by,
    }),
  )

/** Adds something to do about a value or a cost (C5). @throws Refusal ACCOUNT_NOT_FOUND, MEMBER_NOT_FOUND */
export const addAction = (kernel: Kernel, input: AnalysisInput<'addAction'>): Outcome<{ rowId: RowId }> =>
  addFor(kernel, input, { command: 'addValueAction', params: { name: input.what } }, (tx) => {
    if (input.ownerId !== null) mustExist(tx.db, 'member', input.ownerId, 'MEMBER_NOT_FOUND')
    return insertRow(tx, 'value_action', {
      account_id: input.accountId,
      item: input.item,
      what: input.what,
      due_on: input.dueOn,
      owner_id: input.ownerId,
    })
  })

/** Changes an action, or marks it as done or open again. @throws Refusal ROW_NOT_FOUND, MEMBER_NOT_FOUND, CELLS_CHANGED */
export function editAction(kernel: Kernel, input: AnalysisInput<'editAction'>): Outcome<object> {
  const { commandId, rowId, after } = input
  const name =
    kernel.db.prepare<[string], string>('SELECT what FROM value_action WHERE id = ?').pluck().get(rowId) ?? ''
  const command = after.doneOn ? 'finishValueAction' : 'editValueAction'
  return kernel.write({ commandId, label: { command, params: { name: after.what ?? name } } }, (tx) => {
    if (after.ownerId) mustExist(tx.db, 'member', after.ownerId, 'MEMBER_NOT_FOUND')
    patchRow(tx, kernel, ACTION, input)
    return {}
  })
}

/** Decides what follows from the analysis, today (E3). @throws Refusal ACCOUNT_NOT_FOUND */
export const decide = (kernel: Kernel, input: AnalysisInput<'decide'>): Outcome<{ rowId: RowId }> =>
  addFor(kernel, input, { command: 'decideAccount', params: {} }, (tx, { by, on }) =>
    insertRow(tx, 'account_decision', {
      account_id: input.accountId,
      decision: input.decision,
      reason: input.reason,
      decided_by: by,
      decided_on: on,
    }),
  )
