import type { z } from 'zod'
import type { EngineContext } from '../../context.ts'
import { backup } from '../../kernel/backup.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { CommandId } from '../../kernel/ids.ts'
import type { ImportDone, ImportPlanInput, Progress } from '../contract.ts'
import { breathe } from '../read/limits.ts'
import { countFates } from '../rules/accountPlan.ts'
import { listImport } from './listImport.ts'
import { findUpload, rememberUses, uploadedTable } from './uploads.ts'

type Done = z.infer<typeof ImportDone>

const COMMANDS = { accounts: 'importAccounts', people: 'importPeople', log: 'importEntries' } as const

/**
 * Imports a list, all or nothing, as one undoable command after a verified backup.
 * @throws Refusal UPLOAD_GONE, WORKSHEET_NOT_FOUND, NAME_NOT_MAPPED, CODE_NOT_MAPPED, ENTRY_NOT_MAPPED, PROBLEMS_LEFT,
 *   NOT_SAVED;
 *   CANCELLED when the caller goes away before writing began: nothing is written then
 */
export async function* importList(
  { kernel }: EngineContext,
  { commandId, plan }: { readonly commandId: CommandId; readonly plan: ImportPlanInput },
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): AsyncGenerator<Progress, Done> {
  const fileName = findUpload(kernel, plan.uploadId)?.file.fileName ?? ''
  const command = (inserted: number, updated: number) => ({
    commandId,
    label: { command: COMMANDS[plan.holds], params: { file: fileName, inserted, updated } },
    source: 'import' as const,
  })
  // a retry after the engine restarted: the upload is gone, but the answer may be known
  if (!findUpload(kernel, plan.uploadId))
    return kernel.write<Omit<Done, 'txnId'>>(command(0, 0), () => {
      throw new Refusal('UPLOAD_GONE')
    })
  const { table } = uploadedTable(kernel, plan)
  const of = table.rows.length
  const steps = listImport(kernel, table, plan).steps()
  let step = steps.next()
  for (; !step.done; step = steps.next()) {
    yield { phase: 'checking', done: step.value, of }
    await pause(signal)
  }
  const { outline, write } = step.value
  if (outline.troubles.length > 0) throw new Refusal('PROBLEMS_LEFT', { problems: outline.troubles.length })
  const { insert: inserted, update: updated } = countFates(outline.rows)
  yield { phase: 'backup', done: 0, of: 1 }
  await pause(signal)
  await backup(kernel, 'import')
  yield { phase: 'writing', done: 0, of: inserted + updated }
  await pause(signal)
  const done = kernel.write(command(inserted, updated), (tx) => ({
    inserted,
    updated,
    ...write(tx),
  }))
  rememberUses(kernel, table, plan)
  return done
}

/** @throws Refusal CANCELLED when the caller has gone */
async function pause(signal: AbortSignal | undefined): Promise<void> {
  await breathe({})
  if (signal?.aborted) throw new Refusal('CANCELLED')
}
