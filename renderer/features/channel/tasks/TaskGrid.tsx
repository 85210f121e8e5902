import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, type RefObject, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskEdit } from '../../../../db/channel/tasks/contract.ts'
import type { TaskRow } from '../../../../db/channel/tasks/rules/taskTable.ts'
import { api, engine } from '../../../client/engine.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { commandKey } from '../../../grid/commandKey.ts'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { CellEdit, SelectionSummary } from '../../../grid/types.ts'
import { taskTitle } from '../../../i18n/taskText.ts'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { KeyHints } from '../../../ui/slots.tsx'
import { writeAndTell } from '../../../ui/unwritten.ts'
import { taskColumns } from './taskColumns.ts'
import styles from './tasks.module.css'
import type { TaskActs } from './useTaskActs.ts'

/** Tasks as a grid: typed into like a spreadsheet; Space does, S puts off and Delete drops what is selected. */
export function TaskGrid({
  rows,
  more = 0,
  today,
  withAccount,
  acts,
  gridRef,
  filter = '',
  onMore,
  onActive,
  emptyState,
}: {
  readonly rows: readonly TaskRow[]
  /** how many there are beyond those that were read */
  readonly more?: number
  readonly today: string
  readonly withAccount: boolean
  readonly acts: TaskActs
  readonly gridRef: RefObject<DataGridHandle<TaskRow> | null>
  readonly filter?: string
  readonly onMore?: () => void
  /** another row took the focus */
  readonly onActive?: (taskId: string) => void
  readonly emptyState: ReactNode
}) {
  const { t } = useTranslation()
  const { data: members } = useQuery(api.department.members.queryOptions())
  const change = useCommand(engine.tasks.change, { toast: false })
  const layout = useLayouts()
  const gridWords = useGridWords()
  const active = useRef<SelectionSummary['active']>(null)
  const columns = useMemo(
    () => taskColumns({ today, members: members ?? [], withAccount, t }),
    [today, members, withAccount, t],
  )
  if (!layout.ready || !members) return null
  return (
    <div
      className={styles.grid}
      onKeyDownCapture={(event) => {
        const key = active.current === null ? null : commandKey(event)
        if (key === ' ') acts.act('done')
        else if (key === 'Delete') acts.ask('drop')
        else if (key === 's') acts.ask('snooze')
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <DataGrid<TaskRow>
        ref={gridRef}
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        rowNumbers={false}
        about="commands"
        quickFilter={filter}
        onEdits={(cells, kind, report) => {
          const edits = cells.flatMap(editOf)
          const nameOf = (rowId: string): string => {
            const row = rows.find(({ id }) => id === rowId)
            return row ? taskTitle(row, t) : ''
          }
          void writeAndTell(
            kind,
            report,
            nameOf,
            async (toast) =>
              edits.length === 0 || (await change.run({ edits }, { toast: toast && edits.length > 1 })).ok,
          )
        }}
        onSelection={(summary) => {
          const next = summary?.active ?? null
          if (next !== null && next.rowId !== active.current?.rowId) onActive?.(next.rowId)
          active.current = next
        }}
        layoutKey={withAccount ? 'tasks.list' : 'tasks.account'}
        layoutStore={layout.store}
        emptyState={emptyState}
        {...gridWords}
      />
      {more > 0 && onMore && (
        <div className={styles.more}>
          <Button type="link" onClick={onMore}>
            {t('tasks.moreRows', { count: more })}
          </Button>
        </div>
      )}
      <KeyHints
        hints={[
          { keys: t('tasks.space'), text: t('tasks.hint.done') },
          { keys: 'S', text: t('tasks.hint.snooze') },
          { keys: 'Delete', text: t('tasks.hint.drop') },
        ]}
      />
    </div>
  )
}

/** A cell of the grid as the engine's edit. A title that the reason gave is none yet. */
function editOf({ row, columnId, before, after }: CellEdit<TaskRow>): TaskEditInput[] {
  const field = FIELDS.find((name) => name === columnId)
  if (!field) return []
  const text = (value: typeof before): string | null => (value === null ? null : String(value))
  return [{ taskId: row.id, field, before: field === 'title' ? row.title : text(before), after: text(after) }]
}

type TaskEditInput = Omit<TaskEdit, 'taskId'> & { readonly taskId: string }

const FIELDS = ['title', 'dueOn', 'ownerId', 'kind'] as const
