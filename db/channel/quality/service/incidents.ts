import { accountName, insertRow, mustExist } from '../../../accounts/analysis/service/rows.ts'
import { attachFiles } from '../../../accounts/log/service/attachments.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { IncidentId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import { checkOrder, checkPast, checkReach } from '../../ledger/service/days.ts'
import {
  changeRows,
  checkNamed,
  type InputOf,
  type Ledger,
  readJson,
  removeRows,
  rowName,
  signer,
  writeJson,
} from '../../ledger/service/rows.ts'
import { HAPPENED, PLANNED } from '../../rules/reach.ts'
import { type Correction, IncidentFields, type Proof, type quality } from '../contract.ts'
import { nextCode } from '../rules/course.ts'

const INCIDENTS: Ledger = {
  table: 'quality_incident',
  fields: IncidentFields,
  columns: {
    kind: 'kind',
    severity: 'severity',
    productId: 'product_id',
    title: 'title',
    detail: 'detail',
    happenedOn: 'happened_on',
    cause: 'cause',
    ownerId: 'owner_id',
  },
  name: 'title',
  days: { happenedOn: HAPPENED },
  commands: { change: 'changeIncidents', remove: 'removeIncidents' },
}

/** A correction and a proof as their columns keep them: `by` is who wrote them last. */
export type StoredCorrection = Correction & { readonly by: string | null }
export type StoredProof = Proof & { readonly by: string | null; readonly files: readonly string[] }

interface Row {
  readonly code: string
  readonly account_id: string
  readonly product_id: string | null
  readonly owner_id: string | null
  readonly happened_on: string
  readonly correction: string | null
  readonly proof: string | null
}

/** What must hold of an incident whatever was changed. */
const checkRow =
  (today: string) =>
  (tx: Tx, row: Row): void => {
    checkNamed(tx.db, { member: row.owner_id })
    if (row.product_id !== null) mustExist(tx.db, 'product', row.product_id, 'PRODUCT_NOT_FOUND')
    checkPast(row.happened_on, today)
    const correction = readJson<StoredCorrection>(row.correction)
    const proof = readJson<StoredProof>(row.proof)
    checkOrder(row.happened_on, correction?.dueOn)
    checkOrder(row.happened_on, correction?.doneOn)
    checkOrder(correction?.doneOn, proof?.on)
    checkPast(correction?.doneOn, today)
    checkPast(proof?.on, today)
  }

/** Records an incident under the next code (C1). @throws Refusal ACCOUNT_NOT_FOUND, PRODUCT_NOT_FOUND, MEMBER_NOT_FOUND, DAY_TO_COME, DAY_OUT_OF_RANGE */
export function addIncident(
  kernel: Kernel,
  input: InputOf<typeof quality.add>,
): Outcome<{ incidentId: IncidentId; code: string }> {
  const { commandId, accountId, kind, severity, title, happenedOn } = input
  const { productId = null, detail = '', cause = '', ownerId = null } = input
  const label = {
    command: 'addIncident',
    params: { name: title, account: accountName(kernel.db, accountId) },
  }
  return kernel.write({ commandId, label }, (tx) => {
    mustExist(tx.db, 'account', accountId, 'ACCOUNT_NOT_FOUND')
    const code = nextCode(tx.db.prepare<[], string>('SELECT code FROM quality_incident').pluck().all())
    const id = insertRow(tx, 'quality_incident', {
      code,
      account_id: accountId,
      kind,
      severity,
      product_id: productId,
      title,
      detail,
      happened_on: happenedOn,
      cause,
      owner_id: ownerId,
    })
    const today = dayOf(kernel.now())
    checkReach(happenedOn, HAPPENED, today)
    checkRow(today)(tx, incidentRow(tx, id))
    return { incidentId: IncidentId.parse(id), code }
  })
}

/** Changes fields of incidents. @throws Refusal as the contract says */
export const changeIncidents = (kernel: Kernel, input: InputOf<typeof quality.change>): Outcome<object> =>
  changeRows<Row>(kernel, INCIDENTS, input, checkRow(dayOf(kernel.now())))

/** Deletes incidents. @throws Refusal ROW_NOT_FOUND */
export const removeIncidents = (kernel: Kernel, input: InputOf<typeof quality.remove>): Outcome<object> =>
  removeRows(kernel, INCIDENTS, input)

/** @throws Refusal ROW_NOT_FOUND, CELLS_CHANGED, PROOF_STANDS, DAYS_OUT_OF_ORDER, DAY_TO_COME, DAY_OUT_OF_RANGE */
export function correctIncident(kernel: Kernel, input: InputOf<typeof quality.correct>): Outcome<object> {
  const { commandId, incidentId, before, after } = input
  const params = { name: rowName(kernel.db, INCIDENTS, incidentId) }
  const command = correcting(before, after)
  return kernel.write({ commandId, label: { command, params } }, (tx) => {
    const row = incidentRow(tx, incidentId)
    if (row.proof !== null && (after?.doneOn ?? null) === null)
      throw new Refusal('PROOF_STANDS', { code: row.code })
    const stored: StoredCorrection | null = after && { ...after, by: signer(tx.db) }
    writeJson(tx, INCIDENTS, 'correction', { id: incidentId, before, after: stored }, correctionShape)
    const today = dayOf(kernel.now())
    if (after?.dueOn !== before?.dueOn) checkReach(after?.dueOn, PLANNED, today)
    checkRow(today)(tx, incidentRow(tx, incidentId))
    return {}
  })
}

/** What history calls a step of the correction. */
function correcting(before: Correction | null, after: Correction | null): string {
  if (after === null) return 'withdrawCorrection'
  if (before === null && after.doneOn === null) return 'decideCorrection'
  return (before?.doneOn ?? null) === null && after.doneOn !== null
    ? 'carryOutCorrection'
    : 'changeCorrection'
}

const correctionShape = ({ what, dueOn, doneOn }: StoredCorrection) => ({ what, dueOn, doneOn })

/** @throws Refusal ROW_NOT_FOUND, CELLS_CHANGED, NOT_CORRECTED, DAYS_OUT_OF_ORDER, DAY_TO_COME, FILE_MISSING */
export function proveIncident(kernel: Kernel, input: InputOf<typeof quality.prove>): Outcome<object> {
  const { commandId, incidentId, before, after, files, keep } = input
  const params = { name: rowName(kernel.db, INCIDENTS, incidentId) }
  const command = after === null ? 'withdrawProof' : 'proveIncident'
  return kernel.write({ commandId, label: { command, params } }, (tx) => {
    const row = incidentRow(tx, incidentId)
    if (after !== null && (readJson<StoredCorrection>(row.correction)?.doneOn ?? null) === null)
      throw new Refusal('NOT_CORRECTED', { code: row.code })
    const kept = readJson<StoredProof>(row.proof)?.files.filter((id) => keep.some((one) => one === id)) ?? []
    const added = attachFiles(kernel, tx, { entryId: null, accountId: row.account_id }, files)
    const stored: StoredProof | null = after && {
      ...after,
      by: signer(tx.db),
      files: [...kept, ...added],
    }
    // files are compared as well, or a proof to which only one is added would count as written
    const wanted = before && { ...before, files: readJson<StoredProof>(row.proof)?.files ?? [] }
    writeJson(tx, INCIDENTS, 'proof', { id: incidentId, before: wanted, after: stored }, proofShape)
    checkRow(dayOf(kernel.now()))(tx, incidentRow(tx, incidentId))
    return {}
  })
}

const proofShape = ({ what, on, files }: StoredProof) => ({ what, on, files })

/** @throws Refusal ROW_NOT_FOUND */
function incidentRow(tx: Tx, id: string): Row {
  const row = tx.db
    .prepare<[string], Row>('SELECT * FROM quality_incident WHERE id = ? AND deleted = 0')
    .get(id)
  if (!row) throw new Refusal('ROW_NOT_FOUND')
  return row
}
