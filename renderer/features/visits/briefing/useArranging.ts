import { useEffect, useRef } from 'react'
import type { BriefSheet } from '../../../../db/visits/briefing/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'

type Arrangement = BriefSheet['arrangement']

/** Changes how a brief is arranged: gives what it was before, takes what it shall be. */
export type Arranging = (change: (before: Arrangement) => Arrangement) => void

/**
 * Arranges a brief. Choices made quickly one after the other build on each other, not on what was last read: the second
 * would take the first one back, or be refused as somebody else's.
 */
export function useArranging(visitId: string, sheet: BriefSheet | undefined): Arranging {
  const arrange = useCommand(engine.briefing.arrange, { toast: false })
  const sent = useRef<Arrangement | null>(null)
  const sending = useRef<Promise<unknown>>(Promise.resolve())
  const stored = sheet?.stored
  useEffect(() => {
    if (JSON.stringify(stored) === JSON.stringify(sent.current)) sent.current = null
  }, [stored])
  return (change) => {
    if (!sheet) return
    const before = sent.current ?? sheet.stored
    const after = change(sent.current ?? sheet.arrangement)
    sent.current = after
    sending.current = sending.current.then(async () => {
      const outcome = await arrange.run({ visitId, before, after })
      if (!outcome.ok) sent.current = null
    })
  }
}
