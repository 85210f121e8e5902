import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, type RefObject, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PromiseEdit, PromiseLine } from '../../../../db/accounts/promises/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { commandKey } from '../../../grid/commandKey.ts'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { CellEdit, SelectionSummary } from '../../../grid/types.ts'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { KeyHints } from '../../../ui/slots.tsx'
import { writeAndTell } from '../../../ui/unwritten.ts'
import { promiseColumns } from './promiseColumns.ts'
import styles from './promises.module.css'
import type { Settling } from './useSettling.ts'

/** Promises as a grid: typed into like a spreadsheet; K, B and R settle what is selected. */
export function PromiseGrid({
  rows,
  total,
  today,
  withAccount,
  settling,
  gridRef,
  onMore,
  emptyState,
}: {
  readonly rows: readonly PromiseLine[]
  readonly total: number
  readonly today: string
  readonly withAccount: boolean
  readonly settling: Settling
  readonly gridRef: RefObject<DataGridHandle<PromiseLine> | null>
  readonly onMore: () => void
  readonly emptyState: ReactNode
}) {
  const { t } = useTranslation()
  const { data: members } = useQuery(api.department.members.queryOptions())
  const change = useCommand(engine.promises.change, { toast: false })
  const layout = useLayouts()
  const gridWords = useGridWords()
  const active = useRef<SelectionSummary['active']>(null)
  const columns = useMemo(
    () => promiseColumns({ today, members: members ?? [], withAccount, t }),
    [today, members, withAccount, t],
  )
  if (!layout.ready || !members) return null
  return (
    <div
      className={styles.grid}
      onKeyDownCapture={(event) => {
        const key = active.current === null ? null : commandKey(event)
        const act = {
          k: () => settling.settle('kept'),
          b: () => settling.settle('broken'),
          r: settling.askRelease,
        }
        if (key !== 'k' && key !== 'b' && key !== 'r') return
        event.preventDefault()
        event.stopPropagation()
        act[key]()
      }}
    >
      <DataGrid<PromiseLine>
        ref={gridRef}
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        about="commands"
        onEdits={(cells, kind, report) => {
          const edits = cells.flatMap(editOf)
          void writeAndTell(
            kind,
            report,
            (rowId) => rows.find(({ id }) => id === rowId)?.what ?? '',
            async (toast) =>
              edits.length === 0 || (await change.run({ edits }, { toast: toast && edits.length > 1 })).ok,
          )
        }}
        onSelection={(summary) => {
          active.current = summary?.active ?? null
        }}
        layoutKey={withAccount ? 'promises.ledger' : 'promises.account'}
        layoutStore={layout.store}
        emptyState={emptyState}
        {...gridWords}
      />
      {total > rows.length && (
        <div className={styles.more}>
          <Button type="link" onClick={onMore}>
            {t('promises.more', { count: total - rows.length })}
          </Button>
        </div>
      )}
      <KeyHints
        hints={[
          { keys: 'K', text: t('promises.hint.keep') },
          { keys: 'B', text: t('promises.hint.break') },
          { keys: 'R', text: t('promises.hint.release') },
        ]}
      />
    </div>
  )
}

/** A cell of the grid as the engine's edit. */
function editOf({ row, columnId, before, after }: CellEdit<PromiseLine>): PromiseEdit[] {
  const field = FIELDS.find((name) => name === columnId)
  const text = (value: typeof before): string | null => (value === null ? null : String(value))
  return field ? [{ promiseId: row.id, field, before: text(before), after: text(after) }] : []
}

const FIELDS = ['what', 'dueOn', 'memberId'] as const
