import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Segmented } from 'antd'
import { type RefObject, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { type TaskRow, taskRows } from '../../../../db/channel/tasks/rules/taskTable.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useSettings } from '../../../client/settings.ts'
import type { DataGridHandle } from '../../../grid/DataGrid.tsx'
import { MoreOutlined } from '../../../ui/icons.tsx'
import { Page, SidePanel } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { ChannelTabs } from '../ChannelTabs.tsx'
import { AskForm } from './AskForm.tsx'
import { PasteTasks } from './PasteTasks.tsx'
import { QuickAdd } from './QuickAdd.tsx'
import { SHOWN, type Shown, shownIn } from './shown.ts'
import { TaskBar } from './TaskBar.tsx'
import { TaskBoard } from './TaskBoard.tsx'
import { TaskCalendar } from './TaskCalendar.tsx'
import { TaskGrid } from './TaskGrid.tsx'
import { TaskPanel } from './TaskPanel.tsx'
import styles from './tasks.module.css'
import { useGenerating } from './useGenerating.ts'
import { type TaskActs, useTaskActs } from './useTaskActs.ts'

const VIEWS = ['list', 'board', 'calendar'] as const
const NO_ROWS: readonly TaskRow[] = []
/** Ended tasks are read in pages: there are ten times as many. */
const ENDED_PAGE = 2_000
const MOST_OPEN = 60_000

/** Care tasks 关怀任务: what is shown, how, whose, and which one is open stand in the address. */
export function TasksPage() {
  const { t } = useTranslation()
  const { me } = useSettings()
  const { taskId } = useParams()
  const [search, setSearch] = useSearchParams()
  const navigate = useNavigate()
  const grid = useRef<DataGridHandle<TaskRow>>(null)
  const [marked, setMarked] = useState<TaskRow | null>(null)
  const [filter, setFilter] = useState('')
  const [pasting, setPasting] = useState(false)
  const [ended, setEnded] = useState(ENDED_PAGE)
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'list'
  const show: Shown = SHOWN.find((one) => one === search.get('show')) ?? 'open'
  const whose = me === null || search.get('whose') === 'all' ? 'all' : 'mine'
  const { data: members } = useQuery(api.department.members.queryOptions())
  const colleague = members?.find(({ id }) => id === search.get('of'))?.id ?? null
  const ownerId = whose === 'mine' ? me : colleague
  const owner = ownerId === null ? {} : { ownerId }
  const open = useQuery(
    api.tasks.list.queryOptions({
      input: { show: 'open', limit: MOST_OPEN, ...owner },
      placeholderData: keepPreviousData,
    }),
  )
  const past = useQuery(
    api.tasks.list.queryOptions({
      input: { show: 'settled', limit: ended, ...owner },
      placeholderData: keepPreviousData,
      enabled: show === 'settled' || view === 'board',
    }),
  )
  const openRows = useMemo(() => (open.data ? taskRows(open.data) : NO_ROWS), [open.data])
  const pastRows = useMemo(() => (past.data ? taskRows(past.data) : NO_ROWS), [past.data])
  const rows = useMemo(
    () => (show === 'settled' ? pastRows : shownIn(openRows, show)),
    [openRows, pastRows, show],
  )
  const acts = useTaskActs(() => {
    grid.current?.settle()
    return view === 'list' ? (grid.current?.selectedRows() ?? []) : marked ? [marked] : []
  })
  const choose = (name: string, value: string, usual: string): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === usual) next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  const openTask = (id: string): void =>
    void navigate(`/channel/tasks/${id}${search.size === 0 ? '' : `?${search}`}`, { replace: true })
  const mark = (row: TaskRow): void => {
    setMarked(row)
    openTask(row.id)
  }
  const today = open.data?.today ?? ''
  const error = open.error ?? past.error
  const more = (past.data?.total ?? 0) - pastRows.length
  return (
    <Page
      title={t('channel.title')}
      crumbs={[{ label: t('channel.title'), to: '/channel' }, { label: t('channel.tab.tasks') }]}
      remarks={<ChannelTabs />}
      actions={
        <>
          <Segmented
            aria-label={t('tasks.viewLabel')}
            value={view}
            onChange={(value) => choose('view', value, 'list')}
            options={VIEWS.map((value) => ({ value, label: t(`tasks.view.${value}`) }))}
          />
          <MoreMenu onPaste={() => setPasting(true)} />
        </>
      }
      busy={open.isPending || acts.busy}
      fixed
      panel={
        <SidePanel width={300} title={t('tasks.panel.title')}>
          {taskId !== undefined ? (
            <TaskPanel key={taskId} taskId={taskId} acts={acts} />
          ) : (
            <p className={styles.nothing}>{t('tasks.panel.none')}</p>
          )}
        </SidePanel>
      }
    >
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        open.data && (
          <div className={styles.page}>
            <TaskBar
              rows={openRows}
              show={view === 'list' ? show : null}
              whose={me === null ? null : whose}
              colleague={whose === 'all' ? colleague : undefined}
              filter={view === 'list' ? filter : null}
              acts={acts}
              onShow={(value) => choose('show', value, 'open')}
              onWhose={(value) => choose('whose', value, 'mine')}
              onColleague={(value) => choose('of', value ?? '', '')}
              onFilter={setFilter}
            />
            <AskForm acts={acts} today={today} />
            {view === 'list' && (
              <ListView
                {...{ rows, today, acts, filter }}
                gridRef={grid}
                more={show === 'settled' ? more : 0}
                onMore={() => setEnded((before) => Math.min(before + ENDED_PAGE, MOST_OPEN))}
                onActive={openTask}
                narrowed={show !== 'open'}
              />
            )}
            {view === 'board' && (
              <TaskBoard
                rows={openRows}
                done={pastRows}
                today={today}
                acts={acts}
                opened={taskId}
                onOpen={mark}
              />
            )}
            {view === 'calendar' && (
              <TaskCalendar
                month={search.get('month')}
                onMonth={(month) => choose('month', month ?? '', '')}
                ownerId={ownerId ?? undefined}
                acts={acts}
                opened={taskId}
                onOpen={mark}
              />
            )}
            <QuickAdd today={today} />
          </div>
        )
      )}
      {pasting && <PasteTasks close={() => setPasting(false)} />}
    </Page>
  )
}

function ListView({
  narrowed,
  ...grid
}: {
  readonly rows: readonly TaskRow[]
  readonly today: string
  readonly acts: TaskActs
  readonly filter: string
  readonly gridRef: RefObject<DataGridHandle<TaskRow> | null>
  readonly more: number
  readonly onMore: () => void
  readonly onActive: (taskId: string) => void
  readonly narrowed: boolean
}) {
  const { t } = useTranslation()
  const generating = useGenerating()
  const empty = narrowed ? (
    <p>{t('tasks.noMatch')}</p>
  ) : (
    <EmptyState
      line={t('tasks.emptyLine')}
      action={
        <Button type="primary" loading={generating.busy} onClick={generating.run}>
          {t('tasks.generate')}
        </Button>
      }
    />
  )
  return <TaskGrid {...grid} withAccount emptyState={empty} />
}

/** What is needed now and then: generating, pasting many, templates, rules. */
function MoreMenu({ onPaste }: { readonly onPaste: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const generating = useGenerating()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'generate', label: t('tasks.generate'), onClick: generating.run },
          { key: 'paste', label: t('tasks.pasteMany'), onClick: onPaste },
          { type: 'divider' },
          {
            key: 'templates',
            label: t('tasks.playbooks.title'),
            onClick: () => void navigate('/channel/tasks/templates'),
          },
          {
            key: 'rules',
            label: t('tasks.rule.title'),
            onClick: () => void navigate('/channel/tasks/rules'),
          },
        ],
      }}
    >
      <Button icon={<MoreOutlined />} loading={generating.busy} aria-label={t('tasks.more')}>
        {t('tasks.more')}
      </Button>
    </Dropdown>
  )
}
