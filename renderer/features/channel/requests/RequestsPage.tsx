import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { RequestLine } from '../../../../db/channel/requests/contract.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import type { DataGridHandle } from '../../../grid/DataGrid.tsx'
import { useTicking } from '../../../shared/clocks/useTicking.ts'
import { ExportShown } from '../../../shared/ExportShown.tsx'
import { ButtonKey } from '../../../ui/bits.tsx'
import { PlusOutlined } from '../../../ui/icons.tsx'
import { Page, SidePanel } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { ChannelTabs } from '../ChannelTabs.tsx'
import { askRequest } from './newRequestStore.ts'
import { RequestBoard } from './RequestBoard.tsx'
import { RequestGrid } from './RequestGrid.tsx'
import { RequestPanel } from './RequestPanel.tsx'
import styles from './requests.module.css'
import { ShowBar } from './ShowBar.tsx'
import { SHOWN, type Shown, shownIn } from './shown.ts'
import { useRequestKeys } from './useRequestKeys.ts'

const NO_ROWS: readonly RequestLine[] = []
const VIEWS = ['list', 'board'] as const

/** Requests through the green channel 绿色通道: what is shown, how, and which one is open stand in the address. */
export function RequestsPage() {
  const { t } = useTranslation()
  const { requestId } = useParams()
  const [search, setSearch] = useSearchParams()
  const navigate = useNavigate()
  const grid = useRef<DataGridHandle<RequestLine>>(null)
  const show: Shown = SHOWN.find((one) => one === search.get('show')) ?? 'all'
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'list'
  const { data, error, isPending } = useQuery(
    api.requests.list.queryOptions({
      input: show === 'ended' ? { show: 'ended', limit: 20_000 } : { show: 'open' },
      placeholderData: keepPreviousData,
    }),
  )
  const now = useTicking(data?.now)
  const rows = useMemo(
    () => (data ? shownIn(data.rows, data.calendars, show, now) : NO_ROWS),
    [data, show, now],
  )
  const choose = (name: 'show' | 'view', value: string, usual: string): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === usual) next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  const open = (id: string | null): void => {
    const query = search.size === 0 ? '' : `?${search}`
    void navigate(`/channel/requests${id === null ? '' : `/${id}`}${query}`, { replace: true })
  }
  const onKey = useRequestKeys(
    grid,
    data?.rows.find(({ id }) => id === requestId),
  )
  const empty =
    show === 'all' ? (
      <EmptyState
        line={t('requests.empty')}
        action={
          <Button type="primary" onClick={() => askRequest(null)}>
            {t('requests.add')}
          </Button>
        }
      />
    ) : (
      <p>{t('requests.emptyShown')}</p>
    )
  return (
    <Page
      title={t('channel.title')}
      crumbs={[{ label: t('channel.title'), to: '/channel' }, { label: t('channel.tab.requests') }]}
      remarks={<ChannelTabs />}
      actions={
        <>
          <Segmented
            aria-label={t('requests.view.label')}
            value={view}
            onChange={(value) => choose('view', value, 'list')}
            options={VIEWS.map((value) => ({ value, label: t(`requests.view.${value}`) }))}
          />
          <ExportShown
            grid={grid}
            title={t('requests.exportName')}
            disabled={view !== 'list' || rows.length === 0}
          />
          <Button type="primary" icon={<PlusOutlined />} onClick={() => askRequest(null)}>
            {t('requests.add')}
            <ButtonKey>N</ButtonKey>
          </Button>
        </>
      }
      busy={isPending}
      fixed
      // the board needs all the room that there is
      {...(view === 'board' && requestId === undefined
        ? {}
        : { panel: <Panel requestId={requestId} close={() => open(null)} /> })}
    >
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        data && (
          <div className={styles.page}>
            <ShowBar
              rows={show === 'ended' ? null : data.rows}
              calendars={data.calendars}
              now={now}
              show={show}
              onShow={(value) => choose('show', value, 'all')}
            />
            {view === 'board' ? (
              <RequestBoard
                rows={rows}
                calendars={data.calendars}
                now={now}
                opened={requestId}
                onOpen={open}
              />
            ) : (
              <RequestGrid
                rows={rows}
                calendars={data.calendars}
                now={now}
                withAccount
                gridRef={grid}
                onActive={open}
                onKey={onKey}
                emptyState={empty}
              />
            )}
          </div>
        )
      )}
    </Page>
  )
}

function Panel({ requestId, close }: { readonly requestId: string | undefined; readonly close: () => void }) {
  const { t } = useTranslation()
  return (
    <SidePanel width={320} title={t('requests.panel')}>
      {requestId !== undefined ? (
        <RequestPanel key={requestId} requestId={requestId} onClose={close} />
      ) : (
        <p className={styles.nothing}>{t('requests.panelNone')}</p>
      )}
    </SidePanel>
  )
}
