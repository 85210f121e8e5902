import { useMemo } from 'react'
import { FIGURE_UNITS } from '../../../../db/accounts/rules/figures.ts'
import type { CycleInput } from '../../../../db/evaluation/cycle/contract.ts'
import { PER_YEAR } from '../../../../db/evaluation/cycle/rules/cycle.ts'
import { usualWeights, WINDOW, weightsFit } from '../../../../db/evaluation/cycle/rules/window.ts'
import { useLayouts } from '../../../client/layouts.ts'

/** What the page judges by, remembered by this laptop. */
export interface CycleView {
  /** false until the engine has answered what was remembered */
  readonly ready: boolean
  readonly input: CycleInput
  readonly change: (change: Partial<CycleInput>) => void
}

const KEY = 'evaluation.cycle.view'

/** Four years, usual weights, the published score. */
export const USUAL_VIEW: CycleInput = {
  figure: null,
  perYear: 'mean',
  weights: [...usualWeights(WINDOW.usual)],
}

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

/** A remembered view; whatever doesn't fit is as usual. */
export function parseView(json: string | null): CycleInput {
  const kept = recordOf(parsed(json))
  const weights = Array.isArray(kept.weights) ? kept.weights.filter((one) => typeof one === 'number') : []
  const figure = recordOf(kept.figure)
  const unit = FIGURE_UNITS.find((one) => one === figure.unit)
  return {
    figure: typeof figure.name === 'string' && unit !== undefined ? { name: figure.name, unit } : null,
    perYear: PER_YEAR.find((one) => one === kept.perYear) ?? USUAL_VIEW.perYear,
    weights: weightsFit(weights) ? weights : USUAL_VIEW.weights,
  }
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json)
  } catch {
    return null
  }
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
