import { useCallback, useEffect, useState } from 'react'
import type { Firmness } from '../../../../db/evaluation/findings/contract.ts'
import { engine } from '../../../client/engine.ts'
import { isAbort, toProblem } from '../../../client/problem.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import type { WorkProgress } from '../../../ui/states.tsx'

/** How firm a round's tiers are, or how far working that out is. */
export interface FirmnessWork {
  readonly firmness: Firmness | null
  readonly progress: WorkProgress | null
  readonly problem: Problem | null
  readonly isCancelled: boolean
  readonly cancel: () => void
  readonly again: () => void
}

type Done = Pick<FirmnessWork, 'firmness' | 'progress' | 'problem' | 'isCancelled'>

const NOTHING: Done = { firmness: null, progress: null, problem: null, isCancelled: false }

/** Works out anew whenever `version` (what is known of the round) is another one; stops when the screen goes. */
export function useFirmness(roundId: string, version: unknown): FirmnessWork {
  const [run, setRun] = useState(0)
  const [now, setNow] = useState<Done>(NOTHING)
  const [stop, setStop] = useState<AbortController | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version or run is what starts it
  useEffect(() => {
    const aborter = new AbortController()
    setStop(aborter)
    setNow((before) => ({ ...NOTHING, firmness: before.firmness }))
    void follow(roundId, aborter.signal, setNow)
    return () => aborter.abort()
  }, [roundId, version, run])
  const cancel = useCallback(() => {
    stop?.abort()
    setNow((before) => ({ ...before, progress: null, isCancelled: true }))
  }, [stop])
  return { ...now, cancel, again: () => setRun(run + 1) }
}

async function follow(
  roundId: string,
  signal: AbortSignal,
  tell: (change: (before: Done) => Done) => void,
): Promise<void> {
  const startedAt = performance.now()
  try {
    const stream = await engine.findings.firmness({ roundId }, { signal })
    for (;;) {
      const { done, value } = await stream.next()
      if (signal.aborted) return
      if (done) {
        tell(() => ({ ...NOTHING, firmness: value }))
        return
      }
      tell((before) => ({ ...before, progress: { ...value, startedAt } }))
    }
  } catch (error) {
    if (!signal.aborted && !isAbort(error)) tell(() => ({ ...NOTHING, problem: toProblem(error) }))
  }
}
