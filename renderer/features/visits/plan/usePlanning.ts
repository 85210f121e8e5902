import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanMark, PlanRow } from '../../../../db/visits/plan/contract.ts'
import { isAhead, needsReason } from '../../../../db/visits/rules/states.ts'
import { engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { askVisit } from '../../../shared/ask/newVisitStore.ts'
import { showProblem, showToast } from '../../../ui/toast.ts'

/** A move that waits for its reason. */
export interface AskedMove {
  readonly mark: PlanMark
  readonly day: string
}

/** Plans visits and moves them, asking why where a visit was confirmed already. */
export function usePlanning(today: string) {
  const { t } = useTranslation()
  const step = useCommand(engine.visits.step)
  const [asked, setAsked] = useState<AskedMove | null>(null)
  const hint = (text: string): void => showToast({ kind: 'hint', text })

  const dayIn = async (month: string, visitId: PlanMark['visitId'] | null): Promise<string | null> => {
    if (month < today.slice(0, 7)) {
      hint(t('visitPlan.pastMonth'))
      return null
    }
    try {
      const { day } = await engine.visitPlan.freeDay({ month, visitId })
      if (day === null) hint(t('visitPlan.noFreeDay', { month }))
      return day
    } catch (error) {
      showProblem(toProblem(error))
      return null
    }
  }
  const run = async ({ mark, day }: AskedMove, note: string): Promise<boolean> => {
    const outcome = await step.run({ visitIds: [mark.visitId], event: 'move', day, note })
    if (outcome.ok) setAsked(null)
    return outcome.ok
  }
  return {
    pending: step.pending,
    asked,
    cancel: () => setAsked(null),
    /** moves what was asked about, with the reason */
    answer: async (note: string): Promise<void> => {
      if (asked) await run(asked, note)
    },
    /** Whether a visit can be moved at all. */
    movable: ({ state }: Pick<PlanMark, 'state'>): boolean => isAhead(state),
    /** Moves a visit to a day, or a month (YYYY-MM); true once it is moved. */
    move: async (mark: PlanMark, to: string): Promise<boolean> => {
      if (!isAhead(mark.state)) {
        hint(t('visitPlan.heldStays'))
        return false
      }
      const day = to.length === 7 ? await dayIn(to, mark.visitId) : to
      if (day === null || day === mark.day) return false
      if (!needsReason(mark.state, 'move')) return run({ mark, day }, '')
      setAsked({ mark, day })
      return false
    },
    /** Opens the dialog for a visit to an account in a month (YYYY-MM), on its first free day. */
    plan: async ({ accountId, name }: Pick<PlanRow, 'accountId' | 'name'>, month: string): Promise<void> => {
      const day = await dayIn(month, null)
      if (day !== null) askVisit({ account: { id: accountId, name }, day })
    },
  }
}

export type Planning = ReturnType<typeof usePlanning>
