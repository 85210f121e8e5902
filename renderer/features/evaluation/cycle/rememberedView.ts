import { FIGURE_UNITS } from '../../../../db/accounts/rules/figures.ts'
import type { CycleInput } from '../../../../db/evaluation/cycle/contract.ts'
import { PER_YEAR } from '../../../../db/evaluation/cycle/rules/cycle.ts'
import { usualWeights, WINDOW, weightsFit } from '../../../../db/evaluation/cycle/rules/window.ts'

/** Four years, usual weights, the published score. */
export const USUAL_VIEW: CycleInput = {
  figure: null,
  perYear: 'mean',
  weights: [...usualWeights(WINDOW.usual)],
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
