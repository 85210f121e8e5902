import { useState } from 'react'
import type { Check, Side } from '../../../../db/accounts/handover/rules/checklist.ts'
import { api, engine } from '../../../client/engine.ts'
import { queryClient } from '../../../client/queryClient.ts'
import { useCommand } from '../../../client/useCommand.ts'

type Handover = Awaited<ReturnType<typeof engine.handover.get>>

/** A tick on its way to the engine. */
interface Pending {
  readonly check: Check
  readonly side: Side
  /** instant; null where the tick is taken back */
  readonly at: string | null
}

/**
 * The checklist with ticks shown at once and saved behind. One stands until the engine's own list is read again, so
 * that an older answer can't take it back under the fingers of somebody who ticks fast.
 */
export function useTicks({ id, ticks }: Pick<Handover, 'id' | 'ticks'>) {
  const { run } = useCommand(engine.handover.tick, { toast: false })
  const [pending, setPending] = useState<readonly Pending[]>([])
  const { queryKey } = api.handover.get.queryOptions({ input: { handoverId: id } })
  const tick = async (check: Check, side: Side, done: boolean): Promise<void> => {
    const one: Pending = { check, side, at: done ? new Date().toISOString() : null }
    setPending((before) => [...before, one])
    await run({ handoverId: id, check, side, done })
    await queryClient.invalidateQueries({ queryKey })
    setPending((before) => before.filter((other) => other !== one))
  }
  return {
    tick,
    ticks: ticks.map((line) => {
      const shown = { ...line }
      for (const { check, side, at } of pending) if (check === line.check) shown[side] = at
      return shown
    }),
  }
}
