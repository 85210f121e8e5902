import { mustExist } from '../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../accounts/rules/days.ts'
import { checkHappened } from '../../channel/ledger/service/days.ts'
import {
  changeRows,
  checkNamed,
  type InputOf,
  type Ledger,
  removeRows,
  writeJson,
} from '../../channel/ledger/service/rows.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { CaseId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import { CaseFields, type cases } from '../contract.ts'
import { severityOf } from '../rules/severity.ts'
import { checkOrigins } from './origins.ts'
import { caseEventInserter } from './step.ts'
import { caseAtWork, caseName, caseReader } from './stored.ts'

/** Cases as the ledgers' commands change them. */
export const CASES: Ledger = {
  table: 'recovery_case',
  fields: CaseFields,
  columns: {
    title: 'title',
    kind: 'kind',
    category: 'category',
    personId: 'person_id',
    way: 'way',
    happenedOn: 'happened_on',
    words: 'words',
    remedyAsked: 'remedy_asked',
    atRisk: 'at_risk',
    loss: 'loss',
    productId: 'product_id',
    place: 'place',
    responsibleId: 'responsible_id',
    ownerId: 'owner_id',
    investigatorId: 'investigator_id',
    requestId: 'request_id',
    incidentId: 'incident_id',
    promiseId: 'promise_id',
    escapeCause: 'escape_cause',
    explanation: 'explanation',
    contentBefore: 'content_before',
    contentThen: 'content_then',
    contentAfter: 'content_after',
  },
  name: 'title',
  commands: { change: 'changeCases', remove: 'removeCases' },
}

interface Row {
  readonly id: CaseId
  readonly person_id: string | null
  readonly owner_id: string | null
  readonly investigator_id: string | null
  readonly responsible_id: string | null
  readonly product_id: string | null
  readonly request_id: string | null
  readonly incident_id: string | null
  readonly promise_id: string | null
  readonly happened_on: string | null
}

/** What may be said of a case that is over: whose it is, how content they are by now, and what it is connected with. */
const AFTERWARDS: ReadonlySet<keyof CaseFields> = new Set([
  ...(['ownerId', 'contentBefore', 'contentThen', 'contentAfter'] as const),
  ...(['requestId', 'incidentId', 'promiseId'] as const),
])

/**
 * Changes fields of cases, all or none. Only what is newly named has to be there: who or what was named before may be gone
 * by now. @throws Refusal as the contract says
 */
export const changeCases = (kernel: Kernel, input: InputOf<typeof cases.change>): Outcome<object> =>
  changeRows<Row>(kernel, CASES, input, (tx, row) => {
    const { db } = tx
    if (input.edits.some(({ id, field }) => id === row.id && !AFTERWARDS.has(field))) caseAtWork(db, row.id)
    for (const { field } of input.edits.filter(({ id }) => id === row.id))
      switch (field) {
        case 'ownerId':
          checkNamed(db, { member: row.owner_id })
          break
        case 'investigatorId':
          checkNamed(db, { member: row.investigator_id })
          break
        case 'responsibleId':
          checkNamed(db, { member: row.responsible_id })
          break
        case 'personId':
          checkNamed(db, { person: row.person_id })
          break
        case 'productId':
          if (row.product_id !== null) mustExist(db, 'product', row.product_id, 'ROW_NOT_FOUND')
          break
        case 'requestId':
        case 'incidentId':
        case 'promiseId':
          checkOrigins(db, { request: row.request_id, incident: row.incident_id, promise: row.promise_id })
          break
        case 'happenedOn':
          checkHappened(row.happened_on, dayOf(kernel.now()))
          break
      }
  })

/** Deletes cases. @throws Refusal ROW_NOT_FOUND */
export const removeCases = (
  kernel: Kernel,
  { commandId, caseIds }: InputOf<typeof cases.remove>,
): Outcome<object> => removeRows(kernel, CASES, { commandId, ids: caseIds })

/** What history calls writing each of the answers that a case asks for. */
const WRITES = {
  finding: 'writeFinding',
  answer: 'writeAnswer',
  justice: 'writeJustice',
  apology: 'writeApology',
} as const

/** Writes one of the answers that a case asks for, guarded by what it was. @throws Refusal CASE_NOT_FOUND, CELLS_CHANGED */
function write<Value extends object>(
  kernel: Kernel,
  column: keyof typeof WRITES,
  {
    commandId,
    caseId,
    before,
    after,
  }: Omit<InputOf<typeof cases.writeFinding>, 'before' | 'after'> & {
    readonly before: Value | null
    readonly after: Value | null
  },
  named: { readonly memberId?: string | null; readonly personId?: string | null } = {},
): Outcome<object> {
  const label = { command: WRITES[column], params: { name: caseName(kernel.db, caseId) } }
  return kernel.write({ commandId, label }, (tx) => {
    if (column === 'justice') caseReader(tx.db)(caseId)
    else caseAtWork(tx.db, caseId)
    checkNamed(tx.db, { member: named.memberId, person: named.personId })
    writeJson<Value>(tx, CASES, column, { id: caseId, before, after }, (value) => value)
    return {}
  })
}

/** Writes what the check for truth found (C8). @throws Refusal CASE_NOT_FOUND, CELLS_CHANGED */
export const writeFinding = (kernel: Kernel, input: InputOf<typeof cases.writeFinding>): Outcome<object> =>
  write(kernel, 'finding', input)

/** Writes what the customer says to what was done. @throws Refusal CASE_NOT_FOUND, CELLS_CHANGED, PERSON_NOT_FOUND */
export const writeAnswer = (kernel: Kernel, input: InputOf<typeof cases.writeAnswer>): Outcome<object> =>
  write(kernel, 'answer', input, { personId: input.after?.personId ?? null })

/** Writes how just it felt to them. @throws Refusal CASE_NOT_FOUND, CELLS_CHANGED */
export const writeJustice = (kernel: Kernel, input: InputOf<typeof cases.writeJustice>): Outcome<object> =>
  write(kernel, 'justice', input)

/** Writes who apologised. @throws Refusal CASE_NOT_FOUND, CELLS_CHANGED, MEMBER_NOT_FOUND, PERSON_NOT_FOUND */
export const writeApology = (kernel: Kernel, input: InputOf<typeof cases.writeApology>): Outcome<object> =>
  write(kernel, 'apology', input, input.after ?? {})

/** Says which earlier case this one repeats: a repeat is graver by a step. @throws Refusal CASE_NOT_FOUND */
export function repeatCase(
  kernel: Kernel,
  { commandId, caseId, repeatOf }: InputOf<typeof cases.repeats>,
): Outcome<object> {
  const label = { command: 'repeatCase', params: { name: caseName(kernel.db, caseId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const { grading } = caseAtWork(tx.db, caseId)
    if (repeatOf !== null) caseReader(tx.db)(repeatOf)
    if (repeatOf === caseId) throw new Refusal('CASE_NOT_FOUND')
    const grounds = { ...grading, repeat: repeatOf !== null }
    tx.db
      .prepare('UPDATE recovery_case SET repeat_of = ?, grading = ? WHERE id = ?')
      .run(repeatOf, JSON.stringify({ ...grounds, severity: severityOf(grounds) }), caseId)
    return {}
  })
}

/** Adds a remark of ours, or what the customer said. @throws Refusal CASE_NOT_FOUND, PERSON_NOT_FOUND */
export function noteCase(
  kernel: Kernel,
  { commandId, caseId, text, theirs, personId }: InputOf<typeof cases.note>,
): Outcome<object> {
  const label = { command: 'noteCase', params: { name: caseName(kernel.db, caseId) } }
  return kernel.write({ commandId, label }, (tx) => {
    caseReader(tx.db)(caseId)
    checkNamed(tx.db, { person: personId })
    caseEventInserter(
      tx,
      kernel.actorName(),
    )({
      caseId,
      kind: theirs ? 'word' : 'note',
      at: kernel.now(),
      note: text,
      personId,
    })
    return {}
  })
}
