import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { type TaskRow, taskRows } from '../../../../db/channel/tasks/rules/taskTable.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import type { DataGridHandle } from '../../../grid/DataGrid.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { AskForm } from './AskForm.tsx'
import { ContractsSection } from './ContractsSection.tsx'
import { QuickAdd } from './QuickAdd.tsx'
import { type Shown, shownIn } from './shown.ts'
import { TaskBar } from './TaskBar.tsx'
import { TaskGrid } from './TaskGrid.tsx'
import styles from './tasks.module.css'
import { useTaskActs } from './useTaskActs.ts'

const NO_ROWS: readonly TaskRow[] = []

/** The tasks and contracts of one account, on its page. */
export function AccountTasksTab() {
  const { t } = useTranslation()
  const { accountId = '' } = useParams()
  const grid = useRef<DataGridHandle<TaskRow>>(null)
  const [show, setShow] = useState<Shown>('open')
  const open = useQuery(
    api.tasks.list.queryOptions({ input: { show: 'open', accountId }, placeholderData: keepPreviousData }),
  )
  const ended = useQuery(
    api.tasks.list.queryOptions({ input: { show: 'settled', accountId }, enabled: show === 'settled' }),
  )
  const openRows = useMemo(() => (open.data ? taskRows(open.data) : NO_ROWS), [open.data])
  const endedRows = useMemo(() => (ended.data ? taskRows(ended.data) : NO_ROWS), [ended.data])
  const acts = useTaskActs(() => {
    grid.current?.settle()
    return grid.current?.selectedRows() ?? []
  })
  if (open.error) return <ErrorNote problem={toProblem(open.error)} />
  if (!open.data) return null
  const { today } = open.data
  return (
    <div className={styles.page}>
      <TaskBar
        rows={openRows}
        show={show}
        whose={null}
        filter={null}
        acts={acts}
        onShow={setShow}
        onWhose={() => undefined}
        onFilter={() => undefined}
      />
      <AskForm acts={acts} today={today} />
      <TaskGrid
        rows={show === 'settled' ? endedRows : shownIn(openRows, show)}
        today={today}
        withAccount={false}
        acts={acts}
        gridRef={grid}
        emptyState={<p>{t(show === 'open' ? 'tasks.emptyAccount' : 'tasks.noMatch')}</p>}
      />
      <div className={styles.contracts}>
        <ContractsSection accountId={accountId} />
      </div>
      <QuickAdd today={today} accountId={accountId} />
    </div>
  )
}
