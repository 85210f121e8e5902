import { useMemo, useState } from 'react'
import type { Borders } from '../../../../db/evaluation/rules/tiers.ts'
import type { ScoringModel } from '../scoring/scoringModel.ts'
import { giveWay, moveBorder, type Trial } from './whatIf.ts'

/** Borders and weights that are tried out; they start from what is saved and go back to it when that changes. */
export function useTrial(model: ScoringModel) {
  const saved = useMemo<Trial>(
    () => ({ borders: model.round.borders, weights: model.weights }),
    [model.round.borders, model.weights],
  )
  const savedKey = JSON.stringify(saved)
  const [held, setHeld] = useState({ key: savedKey, trial: saved })
  const [locked, setLocked] = useState<ReadonlySet<number>>(new Set())
  // applied, undone or changed elsewhere: what was tried belongs to what was saved then
  if (held.key !== savedKey) setHeld({ key: savedKey, trial: saved })
  const trial = held.key === savedKey ? held.trial : saved
  const put = (next: Trial): void => setHeld({ key: savedKey, trial: next })
  return {
    trial,
    saved,
    locked,
    isChanged: JSON.stringify(trial) !== savedKey,
    bordersChanged: JSON.stringify(trial.borders) !== JSON.stringify(saved.borders),
    weightsChanged: JSON.stringify(trial.weights) !== JSON.stringify(saved.weights),
    moveBorder: (border: keyof Borders, tenths: number) =>
      put({ ...trial, borders: moveBorder(trial.borders, border, tenths) }),
    moveWeight: (column: number, weight: number) =>
      put({ ...trial, weights: giveWay(trial.weights, column, weight, saved.weights, locked) }),
    toggleLock: (column: number) => {
      const next = new Set(locked)
      if (!next.delete(column)) next.add(column)
      setLocked(next)
    },
    reset: () => put(saved),
  }
}

export type TrialState = ReturnType<typeof useTrial>
