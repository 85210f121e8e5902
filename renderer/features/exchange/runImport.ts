import type { ImportPlanInput } from '../../../db/exchange/contract.ts'
import { engine } from '../../client/engine.ts'
import { announce } from '../../client/history.ts'
import { newCommandId } from '../../client/ids.ts'
import { toProblem } from '../../client/problem.ts'
import { trackWrite } from '../../client/saving.ts'
import { changeImport, type Imported, importStore } from './importStore.ts'

/** The announcement outlives the answer, as the commit may reach this window after it. */
const ANNOUNCED_MS = 10_000

/** Imports a plan, all or nothing; goes on when the page is left. Progress and outcome are in the import store. */
export async function runImport(plan: ImportPlanInput): Promise<void> {
  if (importStore.get().work) return
  const aborter = new AbortController()
  const commandId = newCommandId()
  const takeBack = announce(commandId, { toast: true, keeps: [] })
  const cancel = (): void => aborter.abort()
  const began = { plan, progress: null, phaseStartedAt: performance.now(), cancel }
  changeImport({ work: began, problem: null })
  try {
    const imported = await trackWrite(follow(plan, commandId, aborter.signal))
    changeImport({ work: null, step: 'done', imported, choices: null, previewed: null, past: [], future: [] })
  } catch (error) {
    const problem = toProblem(error)
    changeImport({ work: null, problem })
    if (problem.code === 'UPLOAD_GONE') changeImport({ gone: true, step: 'file', problem: null })
  } finally {
    setTimeout(takeBack, ANNOUNCED_MS)
  }
}

async function follow(plan: ImportPlanInput, commandId: string, signal: AbortSignal): Promise<Imported> {
  const stream = await engine.exchange.importList({ commandId, plan }, { signal })
  for (;;) {
    const { done, value } = await stream.next()
    if (done) return { ...value, holds: plan.holds }
    const { work } = importStore.get()
    if (!work) continue
    const samePhase = work.progress?.phase === value.phase
    changeImport({
      work: {
        ...work,
        progress: value,
        phaseStartedAt: samePhase ? work.phaseStartedAt : performance.now(),
      },
    })
  }
}
