import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PromiseLine } from '../../../../db/accounts/promises/contract.ts'
import type { PromiseState } from '../../../../db/accounts/promises/rules/states.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { DataGridHandle } from '../../../grid/DataGrid.tsx'
import { askCase } from '../../../shared/ask/newCaseStore.ts'
import { showToast } from '../../../ui/toast.ts'

/** What can be done with the promises that are selected in a grid. */
export interface Settling {
  readonly busy: boolean
  /** whether the note of a release is being written */
  readonly releasing: boolean
  askRelease(): void
  dropRelease(): void
  settle(to: PromiseState, note?: string): void
  remove(): void
  /** opens the dialog for a case that comes from the selected promise */
  recordCase(): void
}

/** Settles, reopens and removes the promises that are selected in a grid, each with a toast to undo it. */
export function useSettling(grid: RefObject<DataGridHandle<PromiseLine> | null>): Settling {
  const { t } = useTranslation()
  const settle = useCommand(engine.promises.settle)
  const remove = useCommand(engine.promises.remove)
  const [chosen, setChosen] = useState<readonly PromiseLine['id'][] | null>(null)

  const selected = (): PromiseLine['id'][] => {
    grid.current?.settle()
    const ids = grid.current?.selectedRows().map(({ id }) => id) ?? []
    if (ids.length === 0) showToast({ kind: 'hint', text: t('promises.select') })
    return ids
  }
  return {
    busy: settle.pending || remove.pending,
    releasing: chosen !== null,
    askRelease() {
      const ids = selected()
      if (ids.length > 0) setChosen(ids)
    },
    dropRelease: () => setChosen(null),
    settle(to, note = '') {
      const promiseIds = chosen ?? selected()
      setChosen(null)
      if (promiseIds.length > 0) void settle.run({ promiseIds: [...promiseIds], to, note })
    },
    recordCase() {
      const [promise] = selected()
      const line = grid.current?.selectedRows().find(({ id }) => id === promise)
      if (line)
        askCase({
          account: { id: line.accountId, name: line.account },
          source: { what: 'promise', id: line.id, title: line.what, personId: line.personId },
        })
    },
    remove() {
      const promiseIds = selected()
      if (promiseIds.length > 0) void remove.run({ promiseIds })
    },
  }
}
