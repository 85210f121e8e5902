import type { z } from 'zod'
import { Refusal } from '../../kernel/errors.ts'
import { AccountId, type CommandId, type CustomFieldId, type FigureId } from '../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../kernel/kernel.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { accounts } from '../contract.ts'
import { type CustomShape, type CustomValue, customValue, withCustom } from '../custom/rules/values.ts'
import { fieldName, listCustomFields } from '../custom/service/fields.ts'
import { type AccountField, emptyValue, FIELD_NAMES, type FieldValue } from '../rules/accountFields.ts'
import { type CodeHolder, takenCode } from '../rules/codes.ts'
import type { CustomSubject } from '../rules/fields.ts'
import { type Source, sourcesJson } from '../rules/sources.ts'
import { type FieldChanges, storedValue } from './bulk.ts'
import { COLUMN_OF } from './columns.ts'
import { listFigures } from './figures.ts'
import { figuresJson } from './figureValues.ts'
import { refuseParents } from './parents.ts'
import { parseField } from './parseField.ts'
import { accountReader } from './read.ts'
import { sourceNow } from './source.ts'

type AddInput = z.output<NonNullable<(typeof accounts.add)['~orpc']['inputSchema']>>
/** An account to insert, its fields as they travel; what isn't given is empty. */
export interface NewAccount {
  readonly fields: FieldChanges & { readonly name: string }
  readonly figures: ReadonlyMap<FigureId, number>
  readonly custom: ReadonlyMap<CustomFieldId, CustomValue>
}

/**
 * Adds accounts with their figures and custom values, all or none.
 * @throws Refusal CODE_TAKEN; VALUE_REFUSED for an owner who isn't a member, or a custom value that doesn't fit;
 *   PARENT_REFUSED; FIGURE_NOT_FOUND
 */
export function addAccounts(
  kernel: Kernel,
  { commandId, accounts: added }: AddInput,
): Outcome<{ accountIds: AccountId[] }> {
  const label = { command: 'addAccounts', params: { count: added.length, name: added[0]?.name ?? '' } }
  return kernel.write({ commandId, label }, (tx) => {
    const isMember = memberTest(tx)
    const known = new Set(listFigures(tx.db).map(({ id }) => id))
    const accept = customAccepter(tx)
    const insert = accountInserter(tx, sourceNow(kernel))
    const wanted = added.map(({ figures = [], custom = [], cells = [], ...fields }) => ({
      fields: withCells(fields, cells),
      figures,
      custom,
    }))
    const accountIds = wanted.map(({ fields, figures, custom }) => {
      tx.breathe()
      const { name, ownerId } = fields
      if (ownerId && !isMember(String(ownerId)))
        throw new Refusal('VALUE_REFUSED', { name, field: 'ownerId', value: String(ownerId) })
      if (figures.some(({ figureId }) => !known.has(figureId))) throw new Refusal('FIGURE_NOT_FOUND')
      return insert({
        fields,
        figures: new Map(figures.map(({ figureId, value }) => [figureId, value])),
        custom: new Map(custom.map(({ fieldId, value }) => [fieldId, accept(name, fieldId, value)])),
      })
    })
    const inserted = wanted.map(({ fields }, at) => ({ ...fields, id: AccountId.parse(accountIds[at]) }))
    refuseTakenCodes(
      tx,
      inserted.map(({ id, code, name }) => ({ id, code: String(code ?? ''), name })),
    )
    refuseParents(
      tx.db,
      inserted.flatMap(({ id, name, parentId }) =>
        parentId ? [{ id, name, parentId: AccountId.parse(parentId) }] : [],
      ),
    )
    return { accountIds }
  })
}

/** An account's fields with those that were given as cells. @throws Refusal VALUE_REFUSED */
function withCells(
  fields: NewAccount['fields'],
  cells: readonly { readonly field: AccountField; readonly value: FieldValue }[],
): NewAccount['fields'] {
  const values: { [Field in AccountField]?: FieldValue | undefined } = { ...fields }
  for (const { field, value } of cells) {
    const accepted = parseField(field, value)
    if (accepted === undefined)
      throw new Refusal('VALUE_REFUSED', { name: fields.name, field, value: String(value ?? '') })
    values[field] = accepted
  }
  return { ...values, name: String(values.name) }
}

/** Inserts accounts inside a command, each with one source for all its fields; importing uses it too. */
export function accountInserter(tx: Tx, source: Source): (account: NewAccount) => AccountId {
  const columns = ['id', ...FIELD_NAMES.map((field) => COLUMN_OF[field]), 'figures', 'custom', 'sources']
  const insert = tx.db.prepare(
    `INSERT INTO account (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const sources = sourcesJson(source)
  return ({ fields, figures, custom }) => {
    const id = AccountId.parse(tx.newId())
    const values = FIELD_NAMES.map((field) => storedValue(field, fields[field] ?? emptyValue(field)))
    insert.run(id, ...values, figuresJson(figures), withCustom('{}', custom), sources)
    return id
  }
}

/**
 * Accepts custom values of accounts inside a command, as their fields keep them.
 * @throws Refusal VALUE_REFUSED, by the account's and the field's name, where a value doesn't fit or its field is gone
 */
export function customAccepter(
  tx: Tx,
  subject: CustomSubject = 'account',
): (name: string, fieldId: CustomFieldId, value: CustomValue) => CustomValue {
  const isMember = memberTest(tx)
  const fields = new Map<string, CustomShape>(
    listCustomFields(tx.db, subject).map((field) => [field.id, field]),
  )
  return (name, fieldId, value) => {
    const field = fields.get(fieldId)
    const accepted = field && customValue(field, value, isMember)
    if (accepted !== undefined) return accepted
    throw new Refusal('VALUE_REFUSED', {
      name,
      field: fieldName(tx.db, fieldId),
      value: String(value ?? ''),
    })
  }
}

/** Deletes accounts; marks and figures stay behind them, unseen. @throws Refusal ACCOUNT_NOT_FOUND */
export function removeAccounts(
  kernel: Kernel,
  { commandId, accountIds }: { commandId: CommandId; accountIds: readonly AccountId[] },
): Outcome<object> {
  const ids = new Set(accountIds)
  const [first] = ids
  const name = (first && accountReader(kernel.db)(first)?.name) ?? ''
  const label = { command: 'removeAccounts', params: { count: ids.size, name } }
  return kernel.write({ commandId, label }, (tx) => {
    const remove = tx.db.prepare('UPDATE account SET deleted = 1 WHERE id = ? AND deleted = 0')
    for (const id of ids) {
      if (remove.run(id).changes === 0) throw new Refusal('ACCOUNT_NOT_FOUND')
      tx.breathe()
    }
    return {}
  })
}

/** Whether an id is that of a member who hasn't left. */
export function memberTest(tx: Tx): (id: string) => boolean {
  const members = new Set(tx.db.prepare<[], string>('SELECT id FROM member WHERE deleted = 0').pluck().all())
  return (id) => members.has(id)
}

/** @throws Refusal CODE_TAKEN where an account just written has the code of another one */
export function refuseTakenCodes(tx: Tx, written: readonly CodeHolder[]): void {
  if (written.length === 0) return
  const all = tx.db
    .prepare<[], CodeHolder>(`SELECT id, code, name FROM account WHERE deleted = 0 AND code <> ''`)
    .all()
  const taken = takenCode(written, all)
  if (taken) throw new Refusal('CODE_TAKEN', { code: taken.code, name: taken.holder.name })
}
