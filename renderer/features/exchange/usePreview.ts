import { useEffect, useRef, useState } from 'react'
import { engine } from '../../client/engine.ts'
import { onCommitted } from '../../client/history.ts'
import { isAbort, toProblem } from '../../client/problem.ts'
import type { Problem } from '../../i18n/problemText.ts'
import { type Choices, namesGiven, planOf } from './draft.ts'
import { changeImport, importStore, type Previewed } from './importStore.ts'
import { rowsOf } from './previewRows.ts'

/** How the preview stands with what was decided since. */
export interface PreviewState {
  readonly previewed: Previewed | null
  /** the engine still has to look at the newest decisions */
  readonly checking: boolean
  readonly problem: Problem | null
  retry(): void
}

/** Typing on is not interrupted by a check after each cell. */
const SETTLE_MS = 350
/** Tables whose rows decide what an import does. */
const MATTERS: ReadonlySet<string> = new Set([
  'account',
  'figure',
  'member',
  'person',
  'employment',
  'log_entry',
  'custom_field',
])

/** Has the engine look at the choices whenever they or the data changed; keeps the last preview meanwhile. */
export function usePreview(choices: Choices, previewed: Previewed | null): PreviewState {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [round, setRound] = useState(0)
  // whatever was seen on an earlier visit is looked at again: the data may have changed meanwhile
  const looked = useRef(-1)
  useEffect(
    () =>
      onCommitted((event) => {
        const matters = event === null || event.tables.some((table) => MATTERS.has(table))
        if (matters && !importStore.get().work) setRound((count) => count + 1)
      }),
    [],
  )
  const current = previewed !== null && previewed.choices === choices && looked.current === round
  useEffect(() => {
    if (current) return
    const aborter = new AbortController()
    const look = async (): Promise<void> => {
      try {
        const preview = await engine.exchange.preview(planOf(choices), { signal: aborter.signal })
        if (aborter.signal.aborted) return
        looked.current = round
        setProblem(null)
        const before = importStore.get().previewed?.rows ?? []
        changeImport({ previewed: { choices, preview, rows: rowsOf(preview, before, namesGiven(choices)) } })
      } catch (error) {
        if (aborter.signal.aborted || isAbort(error)) return
        const met = toProblem(error)
        if (met.code === 'UPLOAD_GONE') changeImport({ gone: true, step: 'file' })
        else setProblem(met)
      }
    }
    const timer = setTimeout(() => void look(), importStore.get().previewed ? SETTLE_MS : 0)
    return () => {
      clearTimeout(timer)
      aborter.abort()
    }
  }, [choices, current, round])
  return { previewed, checking: !current && problem === null, problem, retry: () => setRound(round + 1) }
}
