import { type RefObject, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedAccount, OpenTable } from '../../../client/accountTable.ts'
import { accountTableQuery } from '../../../client/accountTableQuery.ts'
import { download } from '../../../client/download.ts'
import { api, engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { queryClient } from '../../../client/queryClient.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { CellEdit } from '../../../grid/types.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { showProblem, showToast } from '../../../ui/toast.ts'
import { applyEdits, editsOf } from './accountEdits.ts'
import { useNewRow } from './useNewRow.ts'

const TABLE = api.accounts.table.key()

/** What can be done to the list of accounts: each shown at once, saved behind, and undone with Ctrl+Z. */
export function useAccountCommands(
  grid: RefObject<DataGridHandle<ListedAccount> | null>,
  list: OpenTable,
  /** whether the page's own filters keep accounts from being shown, and what takes these back */
  filter: { readonly active: boolean; clear(): void },
) {
  const { t } = useTranslation()
  const add = useCommand(engine.accounts.add, { toast: false })
  const edit = useCommand(engine.accounts.edit)
  const remove = useCommand(engine.accounts.remove)
  const [exporting, setExporting] = useState(false)
  const { run: runAdd } = add

  const leadToNew = useNewRow(grid, list.rows, filter)
  const addOne = useCallback(
    (): Promise<void> =>
      leadToNew(async () => {
        const outcome = await runAdd({ accounts: [{ name: t('accounts.newName') }] })
        if (!outcome.ok) return undefined
        void queryClient.invalidateQueries({ queryKey: TABLE })
        return outcome.output.accountIds[0]
      }),
    [leadToNew, runAdd, t],
  )

  return {
    busy: remove.pending || exporting,
    add: addOne,

    async edit(cells: readonly CellEdit<ListedAccount>[]): Promise<void> {
      const edits = editsOf(cells, list)
      if (edits.fields.length + edits.figures.length + edits.custom.length === 0) return
      for (const part of ['first', 'all'] as const)
        queryClient.setQueryData<OpenTable>(
          accountTableQuery(part).queryKey,
          (table) => table && { ...table, rows: applyEdits(table.rows, edits) },
        )
      // a new name has a new place and pinyin, which the engine knows
      const renamed = edits.fields.some(({ field }) => field === 'name')
      const outcome = await edit.run(edits, {
        toast: cells.length > 1,
        keeps: renamed ? [] : [TABLE],
      })
      if (!outcome.ok) await queryClient.invalidateQueries({ queryKey: TABLE })
    },

    async removeSelected(): Promise<void> {
      grid.current?.settle()
      const accountIds = grid.current?.selectedRows().map(({ id }) => id) ?? []
      if (accountIds.length > 0) await remove.run({ accountIds })
    },

    async exportAll(): Promise<void> {
      setExporting(true)
      try {
        const file = await engine.exchange.exportAccounts({ language: spokenLanguage() })
        download(file)
        showToast({ kind: 'done', text: t('accounts.exported', { file: file.name }) })
      } catch (error) {
        showProblem(toProblem(error))
      }
      setExporting(false)
    },
  }
}
