import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarVisit } from '../../../../db/visits/calendar/contract.ts'
import { isAhead, needsReason } from '../../../../db/visits/rules/states.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { showToast } from '../../../ui/toast.ts'

/** Moves visits to other days, asking why where the customer confirmed already. */
export function useMoving() {
  const { t } = useTranslation()
  const step = useCommand(engine.visits.step)
  const [asked, setAsked] = useState<{ readonly visit: CalendarVisit; readonly day: string } | null>(null)
  const run = async ({ id }: CalendarVisit, day: string, note: string): Promise<void> => {
    if ((await step.run({ visitIds: [id], event: 'move', day, note })).ok) setAsked(null)
  }
  return {
    pending: step.pending,
    asked,
    cancel: () => setAsked(null),
    answer: async (note: string): Promise<void> => {
      if (asked) await run(asked.visit, asked.day, note)
    },
    move: async (visit: CalendarVisit, day: string): Promise<void> => {
      if (day === visit.day) return
      if (!isAhead(visit.state)) showToast({ kind: 'hint', text: t('visitPlan.heldStays') })
      else if (needsReason(visit.state, 'move')) setAsked({ visit, day })
      else await run(visit, day, '')
    },
  }
}
