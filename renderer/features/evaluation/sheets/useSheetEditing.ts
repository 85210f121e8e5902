import { useCallback, useRef } from 'react'
import { v7 } from 'uuid'
import type { Sheet } from '../../../../db/evaluation/contract.ts'
import type { IndicatorId, SheetId } from '../../../../db/kernel/ids.ts'
import { api, engine } from '../../../client/engine.ts'
import { queryClient } from '../../../client/queryClient.ts'
import { runCommand } from '../../../client/useCommand.ts'
import { applyChange, isEmpty, renamed, type SheetChange } from './sheetChange.ts'

/** A name for an indicator until the engine has given it its own. */
export const temporaryId = (): IndicatorId => v7() as IndicatorId

/**
 * Changes a sheet: shown at once, sent one after the other, each gesture one undoable command. After a refusal, and
 * when all is sent, the sheet is read again.
 */
export function useSheetEditing(sheetId: SheetId): (change: SheetChange, toast?: boolean) => void {
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const waiting = useRef(0)
  const names = useRef(new Map<IndicatorId, IndicatorId>())
  return useCallback(
    (change, toast = false) => {
      if (isEmpty(change)) return
      const key = api.sheets.get.queryKey({ input: { sheetId } })
      void queryClient.cancelQueries({ queryKey: key })
      queryClient.setQueryData(key, (sheet: Sheet | undefined) => sheet && applyChange(sheet, change))
      waiting.current += 1
      queue.current = queue.current.then(async () => {
        await send(sheetId, change, names.current, toast)
        waiting.current -= 1
        if (waiting.current === 0) await queryClient.invalidateQueries({ queryKey: key })
      })
    },
    [sheetId],
  )
}

async function send(
  sheetId: SheetId,
  change: SheetChange,
  names: Map<IndicatorId, IndicatorId>,
  toast: boolean,
): Promise<void> {
  const { cells, add, remove, move } = renamed(change, names)
  const outcome = await runCommand(
    engine.sheets.change,
    {
      sheetId,
      cells: [...cells],
      add: add.map(({ after, atStart, indicator }) => ({ after, atStart, indicator })),
      remove: [...remove],
      move: [...move],
    },
    { toast, keeps: [api.sheets.get.key({ input: { sheetId } })] },
  )
  if (!outcome.ok) return
  outcome.output.added.forEach((id, at) => {
    const temporary = add[at]?.id
    if (temporary) names.set(temporary, id)
  })
}
