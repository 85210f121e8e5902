import type { z } from 'zod'
import { Refusal } from '../../kernel/errors.ts'
import { AccountId, type CustomFieldId, type FigureId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { accounts, CustomEdit, FieldEdit, FigureEdit } from '../contract.ts'
import { type CustomShape, type CustomValue, readCustom } from '../custom/rules/values.ts'
import { listCustomFields } from '../custom/service/fields.ts'
import { type AccountField, type FieldValue, shapeOf } from '../rules/accountFields.ts'
import type { FigureUnit } from '../rules/figures.ts'
import { accountUpdater, type FieldChanges } from './bulk.ts'
import { listFigures } from './figures.ts'
import { figureValues } from './figureValues.ts'
import { refuseParents } from './parents.ts'
import { parseField } from './parseField.ts'
import { accountReader } from './read.ts'
import { sourceNow } from './source.ts'
import { customAccepter, memberTest, refuseTakenCodes } from './write.ts'

type EditInput = z.output<NonNullable<(typeof accounts.edit)['~orpc']['inputSchema']>>

/** An account with the values that its edited fields shall have. */
interface Draft {
  readonly stored: NonNullable<ReturnType<ReturnType<typeof accountReader>>>
  wanted: FieldChanges
  readonly custom: Map<CustomFieldId, CustomValue>
}

/** A cell that holds neither the value before nor the one after, as the refusal's data. */
interface Conflict {
  readonly name: string
  readonly field: string
  readonly current: FieldValue
  readonly unit: FigureUnit | null
}

/**
 * Changes cells of the accounts grid, all or none. A cell that already holds its new value counts as done.
 * @throws Refusal ACCOUNT_NOT_FOUND, VALUE_REFUSED, PARENT_REFUSED, CELLS_CHANGED, CODE_TAKEN
 */
export function editAccounts(
  kernel: Kernel,
  { commandId, fields, figures, custom = [], entryId }: EditInput,
): Outcome<object> {
  const first = fields[0] ?? figures[0] ?? custom[0]
  const name = (first && accountReader(kernel.db)(first.accountId)?.name) ?? ''
  const count = fields.length + figures.length + custom.length
  const label = { command: 'editAccounts', params: { count, name } }
  return kernel.write({ commandId, label }, (tx) => {
    const draftOf = drafts(tx)
    const conflicts = [
      ...draftFields(tx, fields, draftOf),
      ...draftCustom(tx, custom, draftOf),
      ...writeFigures(tx, figures, draftOf),
    ]
    const [conflict] = conflicts
    if (conflict) throw new Refusal('CELLS_CHANGED', { ...conflict, cells: conflicts.length })
    const changed = new Set([...fields, ...custom].map(({ accountId }) => draftOf(accountId)))
    const update = accountUpdater(tx, sourceNow(kernel, entryId ?? null))
    for (const draft of changed) {
      update(draft.stored.id, draft.wanted, draft.custom)
      tx.breathe()
    }
    refuseClashes(tx, [...changed])
    return {}
  })
}

/** @throws Refusal CODE_TAKEN, PARENT_REFUSED */
function refuseClashes(tx: Tx, changed: readonly Draft[]): void {
  refuseTakenCodes(
    tx,
    changed.flatMap(({ stored: { id, name }, wanted: { code } }) =>
      code ? [{ id, code: String(code), name }] : [],
    ),
  )
  refuseParents(
    tx.db,
    changed.flatMap(({ stored: { id, name }, wanted: { parentId } }) =>
      parentId ? [{ id, name, parentId: AccountId.parse(parentId) }] : [],
    ),
  )
}

/** The draft of each account, read once. */
function drafts(tx: Tx): (id: AccountId) => Draft {
  const read = accountReader(tx.db)
  const known = new Map<AccountId, Draft>()
  return (id) => {
    const before = known.get(id)
    if (before) return before
    const stored = read(id)
    if (!stored) throw new Refusal('ACCOUNT_NOT_FOUND')
    const draft = { stored, wanted: {}, custom: new Map<CustomFieldId, CustomValue>() }
    known.set(id, draft)
    return draft
  }
}

/** Puts edits into the drafts and returns those that don't fit what is there. */
function draftFields(
  tx: Tx,
  edits: readonly z.infer<typeof FieldEdit>[],
  draftOf: (id: AccountId) => Draft,
): Conflict[] {
  const isMember = memberTest(tx)
  const conflicts: Conflict[] = []
  for (const { accountId, field, before, after } of edits) {
    const draft = draftOf(accountId)
    const { stored, wanted } = draft
    const value = parseField(field, after)
    if (value === undefined || (field === 'ownerId' && value !== null && !isMember(String(value))))
      throw new Refusal('VALUE_REFUSED', { name: stored.name, field, value: String(after ?? '') })
    const current = wanted[field] === undefined ? stored[field] : wanted[field]
    if (same(current, value)) continue
    if (same(current, before)) draft.wanted = { ...wanted, [field]: value }
    else conflicts.push({ name: stored.name, field, ...shown(tx, field, current) })
  }
  return conflicts
}

const same = (a: FieldValue, b: FieldValue): boolean => (a ?? '') === (b ?? '')

/** A value as the message of a conflict needs it: colleagues and companies by name. */
function shown(tx: Tx, field: AccountField, value: FieldValue): Pick<Conflict, 'current' | 'unit'> {
  const { kind } = shapeOf(field)
  const nameIn = (table: 'member' | 'account'): FieldValue =>
    tx.db.prepare<[FieldValue], string>(`SELECT name FROM ${table} WHERE id = ?`).pluck().get(value) ?? null
  if (kind === 'member' || kind === 'account') return { current: nameIn(kind), unit: null }
  return { current: value, unit: kind === 'money' ? 'money' : null }
}

/** The same for custom fields. */
function draftCustom(
  tx: Tx,
  edits: readonly z.infer<typeof CustomEdit>[],
  draftOf: (id: AccountId) => Draft,
): Conflict[] {
  const accept = customAccepter(tx)
  const fields = new Map<CustomFieldId, CustomShape & { readonly name: string }>(
    listCustomFields(tx.db, 'account').map((field) => [field.id, field]),
  )
  const conflicts: Conflict[] = []
  for (const { accountId, fieldId, before, after } of edits) {
    const { stored, custom } = draftOf(accountId)
    const value = accept(stored.name, fieldId, after)
    const drafted = custom.get(fieldId)
    const current = drafted === undefined ? (readCustom(stored.custom)[fieldId] ?? null) : drafted
    if (same(current, value)) continue
    if (same(current, before)) custom.set(fieldId, value)
    else {
      const field = fields.get(fieldId)
      const isPerson = field?.kind === 'person'
      conflicts.push({
        name: stored.name,
        field: field?.name ?? fieldId,
        current: isPerson ? shown(tx, 'ownerId', current).current : current,
        unit: field?.kind === 'number' ? 'number' : null,
      })
    }
  }
  return conflicts
}

/** Writes figures and returns edits that don't fit what is there; the command then takes all of it back. */
function writeFigures(
  tx: Tx,
  edits: readonly z.infer<typeof FigureEdit>[],
  draftOf: (id: AccountId) => Draft,
): Conflict[] {
  const figures = new Map(listFigures(tx.db).map((figure) => [figure.id, figure]))
  const values = figureValues(tx)
  const conflicts: Conflict[] = []
  for (const { accountId, figureId, before, after } of edits) {
    const { name } = draftOf(accountId).stored
    const figure = figures.get(figureId)
    if (!figure) throw refusedFigure(tx, name, figureId, after)
    const current = values.read(accountId, figureId)
    if (current === after) continue
    if (current === before) values.write(accountId, figureId, after)
    else conflicts.push({ name, field: figure.name, current, unit: figure.unit })
  }
  values.save()
  return conflicts
}

/** A value for a figure that was deleted meanwhile, named as it was. */
function refusedFigure(tx: Tx, name: string, figureId: FigureId, after: number | null): Refusal {
  const field = tx.db.prepare<[string], string>('SELECT name FROM figure WHERE id = ?').pluck().get(figureId)
  return new Refusal('VALUE_REFUSED', { name, field: field ?? figureId, value: String(after ?? '') })
}
