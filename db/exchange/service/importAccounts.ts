import type { z } from 'zod'
import { CYCLES, KINDS } from '../../accounts/rules/fields.ts'
import { accountUpdater, insertFigure } from '../../accounts/service/bulk.ts'
import { figureValues } from '../../accounts/service/figureValues.ts'
import { accountInserter } from '../../accounts/service/write.ts'
import type { EngineContext } from '../../context.ts'
import { insertMember } from '../../department/service/insertMember.ts'
import { fold } from '../../evaluation/rules/sheet.ts'
import { backup } from '../../kernel/backup.ts'
import { Refusal } from '../../kernel/errors.ts'
import { AccountId, type CommandId, FigureId, MemberId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/kernel.ts'
import type { ImportDone, ImportPlanInput, Progress } from '../contract.ts'
import { breathe } from '../read/limits.ts'
import { countFates, type ImportOutline, outlineImport, type PlannedRow } from '../rules/accountPlan.ts'
import type { ImportField } from '../rules/columns.ts'
import { membersOf, type NewFigure, prepareImport } from './importPlan.ts'
import { findUpload, rememberUses, uploadedTable } from './uploads.ts'

type Done = z.infer<typeof ImportDone>

/** What one command writes. */
interface Writing {
  readonly outline: ImportOutline
  readonly newFigures: readonly NewFigure[]
  readonly members: readonly { readonly id: string; readonly name: string }[]
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
  const writing = { outline, newFigures, members: membersOf(kernel) }
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
  { outline, newFigures, members }: Writing,
): { members: number; figures: number } {
  const owners = new Map(members.map(({ id, name }) => [fold(name), MemberId.parse(id)]))
  for (const name of outline.newMembers) owners.set(fold(name), insertMember(tx, name))
  const made = new Map(newFigures.map(({ id, name, unit }) => [id, insertFigure(tx, name, unit)]))
  const figureIdOf = (id: string): FigureId => {
    const known = made.get(id) ?? FigureId.parse(id)
    made.set(id, known)
    return known
  }
  const insert = accountInserter(tx)
  const update = accountUpdater(tx)
  const values = figureValues(tx)
  for (const row of outline.rows) {
    if (row.fate !== 'insert' && row.fate !== 'update') continue
    const fields = storedFields(row, owners)
    const figures = new Map([...row.figures].map(([figure, value]) => [figureIdOf(figure), value]))
    if (row.match) {
      const accountId = AccountId.parse(row.match.id)
      update(accountId, fields)
      for (const [figure, value] of figures)
        if (values.read(accountId, figure) !== value) values.write(accountId, figure, value)
    } else insert({ ...fields, name: row.fields.get('name') ?? '' }, figures)
    tx.breathe()
  }
  values.save()
  return { members: outline.newMembers.length, figures: newFigures.length }
}

const TEXTS = ['code', 'name', 'industry', 'region', 'phone', 'note'] as const satisfies ImportField[]

/** A row's fields as they are stored; for an update only those that differ. */
function storedFields({ fields, match }: PlannedRow, owners: ReadonlyMap<string, MemberId>) {
  const differing = (field: ImportField): string | undefined => {
    const value = fields.get(field)
    return value === match?.fields[field] ? undefined : value
  }
  const owner = differing('owner')
  const kind = KINDS.find((key) => key === differing('kind'))
  const cycle = CYCLES.find((key) => key === differing('cycle'))
  const texts: Partial<Record<(typeof TEXTS)[number], string>> = {}
  for (const field of TEXTS) {
    const text = differing(field)
    if (text !== undefined) texts[field] = text
  }
  return {
    ...texts,
    ...(owner === undefined ? {} : { ownerId: owners.get(fold(owner)) ?? null }),
    ...(kind === undefined ? {} : { kind }),
    ...(cycle === undefined ? {} : { cycle }),
  }
}
