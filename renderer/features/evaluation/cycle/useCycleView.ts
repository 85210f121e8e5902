import { useMemo } from 'react'
import type { CycleInput } from '../../../../db/evaluation/cycle/contract.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { parseView } from './rememberedView.ts'

/** What the page judges by, remembered by this laptop. */
export interface CycleView {
  /** false until the engine has answered what was remembered */
  readonly ready: boolean
  readonly input: CycleInput
  readonly change: (change: Partial<CycleInput>) => void
}

const KEY = 'evaluation.cycle.view'

/** Reads and keeps measure, window and weights. */
export function useCycleView(): CycleView {
  const { ready, store } = useLayouts()
  const remembered = store.load(KEY)
  return useMemo(() => {
    const input = parseView(remembered)
    return {
      ready,
      input,
      change: (change) => store.save(KEY, JSON.stringify({ ...input, ...change })),
    }
  }, [ready, store, remembered])
}
