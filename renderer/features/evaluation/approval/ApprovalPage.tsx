import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { Approval } from '../../../../db/evaluation/approval/contract.ts'
import { api } from '../../../client/engine.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { toProblem } from '../../../client/problem.ts'
import { DataGrid } from '../../../grid/DataGrid.tsx'
import type { SelectionSummary } from '../../../grid/types.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { formatMoment } from '../../../ui/format.ts'
import { InfoCircleOutlined, LockOutlined } from '../../../ui/icons.tsx'
import { Page, SidePanel } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { pathOf } from '../ballots/paths.ts'
import { RoundSteps } from '../ballots/RoundSteps.tsx'
import { useEnter } from '../ballots/useEnter.tsx'
import { Notice } from '../scoring/ScoringNotices.tsx'
import { ApprovalStrip } from './ApprovalStrip.tsx'
import styles from './approval.module.css'
import { approvalColumns } from './approvalColumns.ts'
import { type ApprovalFilter, type ApprovalRow, countsOf, isShown, rowsOf } from './approvalRows.ts'
import { DecisionPanel } from './DecisionPanel.tsx'
import { LettersMenu } from './LettersMenu.tsx'
import { PublishApproval } from './PublishApproval.tsx'
import { StepMenu } from './StepMenu.tsx'
import { useSigning } from './useSigning.ts'

/** The approval of a round's tiers 批准: what the rules propose, what it means, and the leader's signatures. */
export function ApprovalPage() {
  const { roundId = '' } = useParams()
  const { t } = useTranslation()
  const { data, error } = useQuery(api.approval.open.queryOptions({ input: { roundId } }))
  if (!data)
    return (
      <Page
        title={t('approval.title')}
        crumbs={[{ label: t('scoring.room'), to: '/evaluation' }, { label: t('approval.title') }]}
        busy={!error}
      >
        {error && <ErrorNote problem={toProblem(error)} />}
      </Page>
    )
  return <Tiers key={roundId} approval={data} />
}

function Tiers({ approval }: { readonly approval: Approval }) {
  const { t } = useTranslation()
  const { roundId, name, state } = approval
  const entrance = useEnter(roundId)
  const signing = useSigning(roundId, entrance)
  const [filter, setFilter] = useState<ApprovalFilter>('due')
  const [search, setSearch] = useState('')
  const [rowId, setRowId] = useState<string | null>(null)
  const rows = useMemo(() => rowsOf(approval), [approval])
  const counts = useMemo(() => countsOf(rows), [rows])
  const shown = useMemo(() => rows.filter((row) => isShown(row, filter)), [rows, filter])
  const select = useCallback((next: SelectionSummary | null) => setRowId(next?.active?.rowId ?? null), [])
  const selected = shown.find(({ accountId }) => accountId === rowId)
  const isOpen = state === 'approval'
  return (
    <Page
      fixed
      title={t('approval.list')}
      crumbs={[
        { label: t('scoring.room'), to: '/evaluation' },
        { label: name, to: `/evaluation/rounds/${roundId}` },
        { label: t('approval.title') },
      ]}
      remarks={<RoundSteps roundId={roundId} state={state} />}
      actions={<Actions approval={approval} rows={rows} entrance={entrance} follow={signing.follow} />}
      below={
        <>
          <StateNotice approval={approval} />
          <ApprovalStrip
            counts={counts}
            isOver={approval.publication !== null}
            filter={filter}
            onFilter={setFilter}
            onSearch={setSearch}
          />
        </>
      }
      panel={
        <SidePanel width={340} title={t('approval.panel.title')}>
          {selected ? (
            <DecisionPanel approval={approval} row={selected} signing={isOpen ? signing : null} />
          ) : (
            <p className={styles.hint}>
              {t(isOpen ? 'approval.panel.none' : 'approval.panel.noneToSign')}{' '}
              {approval.before === null
                ? t('approval.nothingBefore')
                : t('approval.before', { round: approval.before.name })}
            </p>
          )}
        </SidePanel>
      }
    >
      <List approval={approval} rows={shown} filter={filter} search={search} select={select} />
      {entrance.dialog}
    </Page>
  )
}

function Actions({
  approval,
  rows,
  entrance,
  follow,
}: {
  readonly approval: Approval
  readonly rows: readonly ApprovalRow[]
  readonly entrance: ReturnType<typeof useEnter>
  readonly follow: (rows: readonly ApprovalRow[]) => Promise<void>
}) {
  const { t } = useTranslation()
  const { roundId, state, publication } = approval
  const { data: publications = [] } = useQuery(api.rounds.publications.queryOptions({ input: { roundId } }))
  const unsigned = rows.filter((row) => row.state === 'open' || row.state === 'stale')
  return (
    <>
      {state === 'approval' && unsigned.length > 0 && (
        <Button onClick={() => void follow(unsigned)}>
          {t('approval.approveAll', { count: unsigned.length })}
        </Button>
      )}
      {publication && <LettersMenu publicationId={publication.id} managers={approval.accounts.owners} />}
      <StepMenu roundId={roundId} method="ballots" state={state} entrance={entrance} />
      {state === 'approval' && (
        <PublishApproval
          approval={approval}
          rows={rows}
          revision={(publications[0]?.revision ?? 0) + 1}
          entrance={entrance}
        />
      )}
    </>
  )
}

/** Says that the tiers can't be signed yet, or any more. */
function StateNotice({ approval }: { readonly approval: Approval }) {
  const { t } = useTranslation()
  const { roundId, state, publication } = approval
  if (state === 'consensus')
    return (
      <Notice
        kind="plain"
        icon={<InfoCircleOutlined />}
        actions={<Link to={pathOf(roundId, 'consensus')}>{t('approval.toMeeting')}</Link>}
      >
        {t('approval.preview')}
      </Notice>
    )
  if (!publication) return null
  return (
    <Notice
      kind="plain"
      icon={<LockOutlined />}
      actions={
        <Link to={`/evaluation/rounds/${roundId}/results/${publication.id}`}>{t('approval.result')}</Link>
      }
    >
      {t('approval.over', {
        revision: publication.revision,
        when: formatMoment(publication.publishedAt, spokenLanguage(), t('app.status.today')),
        who: publication.publishedBy,
      })}
    </Notice>
  )
}

const LAYOUT_KEY = 'approval'
const rowIdOf = ({ accountId }: ApprovalRow): string => accountId

function List({
  approval,
  rows,
  filter,
  search,
  select,
}: {
  readonly approval: Approval
  readonly rows: readonly ApprovalRow[]
  readonly filter: ApprovalFilter
  readonly search: string
  readonly select: (summary: SelectionSummary | null) => void
}) {
  const { t } = useTranslation()
  const layout = useLayouts()
  const { locale, words } = useGridWords()
  const { borders, policies } = approval
  const columns = useMemo(() => approvalColumns(borders, policies, t), [borders, policies, t])
  const emptyState = useMemo(
    () => <EmptyState line={t(filter === 'due' ? 'approval.empty.due' : 'approval.empty.other')} />,
    [filter, t],
  )
  if (!layout.ready) return null
  return (
    <DataGrid<ApprovalRow>
      rows={rows}
      columns={columns}
      rowId={rowIdOf}
      rowNumbers={false}
      onSelection={select}
      layoutKey={LAYOUT_KEY}
      layoutStore={layout.store}
      quickFilter={search}
      locale={locale}
      words={words}
      emptyState={emptyState}
    />
  )
}
