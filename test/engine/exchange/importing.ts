import type { EngineContext } from '../../../db/context.ts'
import type { ImportPlanInput, Progress } from '../../../db/exchange/contract.ts'
import { importList } from '../../../db/exchange/service/importList.ts'
import { uploadList } from '../../../db/exchange/service/uploads.ts'
import { command, newKernel } from '../newKernel.ts'

/** An engine on an empty file. */
export const newContext = (): EngineContext => ({ kernel: newKernel(), printPdf: null, logError: () => '' })

/** A plan over an upload, with the columns as guessed unless given. */
export async function planFor(
  context: EngineContext,
  file: File,
  options: Partial<ImportPlanInput> = {},
): Promise<ImportPlanInput> {
  const { uploadId, worksheets, holds, guesses } = await uploadList(context, { file })
  return {
    uploadId,
    worksheet: worksheets[0]?.name ?? '',
    holds: holds[0] ?? 'accounts',
    columns: guesses[0] ?? [],
    matchBy: 'name',
    existing: 'update',
    corrections: [],
    leaveOut: [],
    newCompanies: false,
    ...options,
  }
}

/** Imports a plan to its end. */
export async function run(
  context: EngineContext,
  plan: ImportPlanInput,
  commandId = command(),
  signal?: AbortSignal,
) {
  const steps = importList(context, { commandId, plan }, { signal })
  const progress: Progress[] = []
  for (;;) {
    const step = await steps.next()
    if (step.done) return { done: step.value, progress }
    progress.push(step.value)
  }
}
