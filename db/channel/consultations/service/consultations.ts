import { insertRow } from '../../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { ConsultationId } from '../../../kernel/ids.ts'
import type { Outcome as Done, Kernel } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { checkHappened, checkOrder, checkReach } from '../../ledger/service/days.ts'
import {
  changeRows,
  checkNamed,
  type InputOf,
  type Ledger,
  removeRows,
  rowName,
  signer,
  writeJson,
} from '../../ledger/service/rows.ts'
import { PLANNED } from '../../rules/reach.ts'
import { ConsultationFields, type consultations } from '../contract.ts'
import type { StoredOutcome } from './stored.ts'

const CONSULTATIONS: Ledger = {
  table: 'consultation',
  fields: ConsultationFields,
  columns: {
    title: 'title',
    kind: 'kind',
    question: 'question',
    closesOn: 'closes_on',
    decidesOn: 'decides_on',
    ownerId: 'owner_id',
  },
  name: 'title',
  days: { closesOn: PLANNED, decidesOn: PLANNED },
  commands: { change: 'changeConsultations', remove: 'removeConsultations' },
}

/** What a consultation is called in labels. */
export const consultationTitle = (kernel: Kernel, id: string): string => rowName(kernel.db, CONSULTATIONS, id)

interface Row {
  readonly closes_on: string
  readonly decides_on: string
  readonly owner_id: string | null
}

function checkRow(tx: Tx, row: Row): void {
  checkNamed(tx.db, { member: row.owner_id })
  checkOrder(row.closes_on, row.decides_on)
}

/** Plans to put a decision to accounts. @throws Refusal MEMBER_NOT_FOUND, DAYS_OUT_OF_ORDER, DAY_OUT_OF_RANGE */
export function addConsultation(
  kernel: Kernel,
  input: InputOf<typeof consultations.add>,
): Done<{ consultationId: ConsultationId }> {
  const { commandId, title, kind, question = '', closesOn, decidesOn, ownerId = null } = input
  const label = { command: 'addConsultation', params: { name: title } }
  return kernel.write({ commandId, label }, (tx) => {
    const row = { closes_on: closesOn, decides_on: decidesOn, owner_id: ownerId }
    for (const day of [closesOn, decidesOn]) checkReach(day, PLANNED, dayOf(kernel.now()))
    checkRow(tx, row)
    return {
      consultationId: ConsultationId.parse(insertRow(tx, 'consultation', { title, kind, question, ...row })),
    }
  })
}

/** @throws Refusal as the contract says */
export const changeConsultations = (
  kernel: Kernel,
  input: InputOf<typeof consultations.change>,
): Done<object> => changeRows<Row>(kernel, CONSULTATIONS, input, checkRow)

/** @throws Refusal ROW_NOT_FOUND */
export const removeConsultations = (
  kernel: Kernel,
  input: InputOf<typeof consultations.remove>,
): Done<object> => removeRows(kernel, CONSULTATIONS, input)

/** Records what was decided. @throws Refusal ROW_NOT_FOUND, CELLS_CHANGED, TOLD_ALREADY, DAY_TO_COME, DAY_OUT_OF_RANGE */
export function decideConsultation(
  kernel: Kernel,
  input: InputOf<typeof consultations.decide>,
): Done<object> {
  const { commandId, consultationId, before, after } = input
  const command = after === null ? 'undecideConsultation' : 'decideConsultation'
  const label = { command, params: { name: consultationTitle(kernel, consultationId) } }
  return kernel.write({ commandId, label }, (tx) => {
    checkHappened(after?.on, dayOf(kernel.now()), before?.on)
    if (after === null) refuseTold(tx, consultationId)
    const stored: StoredOutcome | null = after && { ...after, by: signer(tx.db) }
    const edit = { id: consultationId, before, after: stored }
    writeJson(tx, CONSULTATIONS, 'outcome', edit, ({ decision, text, on }: StoredOutcome) => ({
      decision,
      text,
      on,
    }))
    return {}
  })
}

/** What accounts were told can't become untrue. @throws Refusal TOLD_ALREADY */
function refuseTold(tx: Tx, consultationId: string): void {
  const accounts = tx.db
    .prepare<[string], number>(
      'SELECT count(*) FROM opinion WHERE consultation_id = ? AND deleted = 0 AND told IS NOT NULL',
    )
    .pluck()
    .get(consultationId)
  if (accounts) throw new Refusal('TOLD_ALREADY', { accounts })
}
