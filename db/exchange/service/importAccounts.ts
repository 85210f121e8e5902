import type { z } from 'zod'
import type { CustomValue } from '../../accounts/custom/rules/values.ts'
import { listCustomFields } from '../../accounts/custom/service/fields.ts'
import type { AccountField, FieldValue } from '../../accounts/rules/accountFields.ts'
import type { Source } from '../../accounts/rules/sources.ts'
import { accountUpdater, type FieldChanges, insertFigure } from '../../accounts/service/bulk.ts'
import { figureValues } from '../../accounts/service/figureValues.ts'
import { sourceNow } from '../../accounts/service/source.ts'
import { accountInserter } from '../../accounts/service/write.ts'
import type { EngineContext } from '../../context.ts'
import { insertMember } from '../../department/service/insertMember.ts'
import { fold } from '../../evaluation/rules/sheet.ts'
import { backup } from '../../kernel/backup.ts'
import { Refusal } from '../../kernel/errors.ts'
import { AccountId, type CommandId, CustomFieldId, FigureId, MemberId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/kernel.ts'
import type { ImportDone, ImportPlanInput, Progress } from '../contract.ts'
import { breathe } from '../read/limits.ts'
import { countFates, outlineImport } from '../rules/accountPlan.ts'
import type { ImportOutline, PlannedRow } from '../rules/importTerms.ts'
import { membersOf, type NewFigure, prepareImport } from './importPlan.ts'
import { findUpload, rememberUses, uploadedTable } from './uploads.ts'

type Done = z.infer<typeof ImportDone>

/** What one command writes. */
interface Writing {
  readonly outline: ImportOutline
  readonly newFigures: readonly NewFigure[]
  readonly members: readonly { readonly id: string; readonly name: string }[]
  /** where the values come from */
  readonly source: Source
}

/**
 * Imports a list, all or nothing, as one undoable command after a verified backup.
 * @throws Refusal UPLOAD_GONE, WORKSHEET_NOT_FOUND, NAME_NOT_MAPPED, CODE_NOT_MAPPED, PROBLEMS_LEFT, NOT_SAVED;
 *   CANCELLED when the caller goes away before writing began: nothing is written then
 */
export async function* importAccounts(
  { kernel }: EngineContext,
  { commandId, plan }: { readonly commandId: CommandId; readonly plan: ImportPlanInput },
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): AsyncGenerator<Progress, Done> {
  const fileName = findUpload(kernel, plan.uploadId)?.file.fileName ?? ''
  const command = (inserted: number, updated: number) => ({
    commandId,
    label: { command: 'importAccounts', params: { file: fileName, inserted, updated } },
    source: 'import' as const,
  })
  // a retry after the engine restarted: the upload is gone, but the answer may be known
  if (!findUpload(kernel, plan.uploadId))
    return kernel.write<Omit<Done, 'txnId'>>(command(0, 0), () => {
      throw new Refusal('UPLOAD_GONE')
    })
  const { table } = uploadedTable(kernel, plan)
  const { situation, newFigures } = prepareImport(kernel, table, plan)
  const of = situation.table.rows.length
  const steps = outlineImport(situation)
  let step = steps.next()
  for (; !step.done; step = steps.next()) {
    yield { phase: 'checking', done: step.value, of }
    await pause(signal)
  }
  const outline = step.value
  if (outline.troubles.length > 0) throw new Refusal('PROBLEMS_LEFT', { problems: outline.troubles.length })
  const { insert: inserted, update: updated } = countFates(outline.rows)
  yield { phase: 'backup', done: 0, of: 1 }
  await pause(signal)
  await backup(kernel, 'import')
  yield { phase: 'writing', done: 0, of: inserted + updated }
  await pause(signal)
  const writing = { outline, newFigures, members: membersOf(kernel), source: sourceNow(kernel) }
  const done = kernel.write(command(inserted, updated), (tx) => ({
    inserted,
    updated,
    ...writeOutline(tx, writing),
  }))
  rememberUses(kernel, table, plan.columns)
  return done
}

/** @throws Refusal CANCELLED when the caller has gone */
async function pause(signal: AbortSignal | undefined): Promise<void> {
  await breathe({})
  if (signal?.aborted) throw new Refusal('CANCELLED')
}

function writeOutline(
  tx: Tx,
  { outline, newFigures, members, source }: Writing,
): { members: number; figures: number } {
  const memberIds = new Map(members.map(({ id, name }) => [fold(name), MemberId.parse(id)]))
  for (const name of outline.newMembers) memberIds.set(fold(name), insertMember(tx, name))
  const made = new Map(newFigures.map(({ id, name, unit }) => [id, insertFigure(tx, name, unit)]))
  const figureIdOf = (id: string): FigureId => {
    const known = made.get(id) ?? FigureId.parse(id)
    made.set(id, known)
    return known
  }
  const persons = new Set(
    listCustomFields(tx.db, 'account').flatMap(({ id, kind }) => (kind === 'person' ? [String(id)] : [])),
  )
  const insert = accountInserter(tx, source)
  const update = accountUpdater(tx, source)
  const values = figureValues(tx)
  const idOfRow = new Map<number, AccountId>()
  for (const row of outline.rows) {
    if (row.match) idOfRow.set(row.number, AccountId.parse(row.match.id))
    if (row.fate !== 'insert' && row.fate !== 'update') continue
    const fields = storedFields(row, memberIds)
    const custom = storedCustom(row, persons, memberIds)
    const figures = new Map([...row.figures].map(([figure, value]) => [figureIdOf(figure), value]))
    if (row.match) {
      const accountId = AccountId.parse(row.match.id)
      update(accountId, fields, custom)
      for (const [figure, value] of figures)
        if (values.read(accountId, figure) !== value) values.write(accountId, figure, value)
    } else {
      const name = String(row.fields.get('name') ?? '')
      idOfRow.set(row.number, insert({ fields: { ...fields, name }, figures, custom }))
    }
    tx.breathe()
  }
  values.save()
  writeParents(outline, idOfRow, update)
  return { members: outline.newMembers.length, figures: newFigures.length }
}

/** Parents come when all rows have an account: a company may stand below its own in the list. */
function writeParents(
  { rows, parents }: ImportOutline,
  idOfRow: ReadonlyMap<number, AccountId>,
  update: ReturnType<typeof accountUpdater>,
): void {
  for (const { number, fate, match } of rows) {
    const parent = parents.get(number)
    const id = idOfRow.get(number)
    if (!parent || !id || (fate !== 'insert' && fate !== 'update')) continue
    const parentId = parent.kind === 'account' ? parent.id : idOfRow.get(parent.row)
    if (parentId !== undefined && parentId !== match?.parentId) update(id, { parentId })
  }
}

/** A row's fields as they are stored, but for its parent; for an update only those that differ. */
function storedFields({ fields, match }: PlannedRow, members: ReadonlyMap<string, MemberId>): FieldChanges {
  const changes: { [Field in AccountField]?: FieldValue } = {}
  for (const [field, value] of fields) {
    if (field === 'parentId' || value === match?.fields[field]) continue
    changes[field] = field === 'ownerId' ? (members.get(fold(String(value))) ?? null) : value
  }
  return changes
}

/** The same for custom values. */
function storedCustom(
  { custom, match }: PlannedRow,
  persons: ReadonlySet<string>,
  members: ReadonlyMap<string, MemberId>,
): Map<CustomFieldId, CustomValue> {
  const changes = new Map<CustomFieldId, CustomValue>()
  for (const [fieldId, value] of custom) {
    if (value === match?.custom.get(fieldId)) continue
    const stored = persons.has(fieldId) ? (members.get(fold(String(value))) ?? null) : value
    changes.set(CustomFieldId.parse(fieldId), stored)
  }
  return changes
}
