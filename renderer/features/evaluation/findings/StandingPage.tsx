import { Button, Input } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../../client/download.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { DataGrid } from '../../../grid/DataGrid.tsx'
import type { SelectionSummary } from '../../../grid/types.ts'
import { en, zh } from '../../../i18n/catalogues.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { DownloadOutlined } from '../../../ui/icons.tsx'
import { Page, SidePanel } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { RoundSteps } from '../ballots/RoundSteps.tsx'
import { ConsensusStrip } from '../consensus/ConsensusStrip.tsx'
import type { ConsensusModel } from '../consensus/consensusModel.ts'
import { RevealedPage } from '../consensus/RevealedPage.tsx'
import { FirmnessFacts } from './FirmnessFacts.tsx'
import styles from './findings.module.css'
import { firmnessColumns } from './firmnessColumns.ts'
import { type FirmnessRow, firmnessFinding, firmnessRows } from './firmnessModel.ts'
import { firmnessCsv } from './firmnessTable.ts'
import type { FirmnessNames } from './firmnessWords.ts'
import { type FirmnessWork, useFirmness } from './useFirmness.ts'

/** How firm the tiers of a revealed round are: the accounts that little would move, first. */
export function StandingPage() {
  const { t } = useTranslation()
  return (
    <RevealedPage title={t('consensus.tab.standing')}>
      {(model) => <Standing key={model.data.roundId} model={model} />}
    </RevealedPage>
  )
}

function Standing({ model }: { readonly model: ConsensusModel }) {
  const { t } = useTranslation()
  const { roundId, name, state, borders } = model.data
  const work = useFirmness(roundId, model)
  const { firmness, progress, problem } = work
  const rows = useMemo(() => (firmness ? firmnessRows(firmness, borders) : []), [firmness, borders])
  const names = useMemo(() => (firmness ? { model, firmness } : null), [model, firmness])
  const [filter, setFilter] = useState('')
  const [rowId, setRowId] = useState<string | null>(null)
  const select = useCallback((next: SelectionSummary | null) => setRowId(next?.active?.rowId ?? null), [])
  const selected = rows.find(({ id }) => id === rowId) ?? null
  return (
    <Page
      fixed
      title={name}
      crumbs={[
        { label: t('scoring.room'), to: '/evaluation' },
        { label: name, to: `/evaluation/rounds/${roundId}/consensus` },
        { label: t('consensus.tab.standing') },
      ]}
      busy={firmness === null && problem === null && !work.isCancelled}
      progress={progress}
      onCancel={work.cancel}
      remarks={<RoundSteps roundId={roundId} state={state} />}
      actions={
        <Button
          icon={<DownloadOutlined />}
          disabled={names === null}
          onClick={() => names && download(firmnessCsv(rows, names, t))}
        >
          {t('findings.csv')}
        </Button>
      }
      below={
        <ConsensusStrip roundId={roundId}>
          <Input.Search
            className={styles.filter ?? ''}
            allowClear
            value={filter}
            placeholder={t('scoring.results.filter')}
            aria-label={t('scoring.results.filter')}
            onChange={(event) => setFilter(event.target.value)}
          />
        </ConsensusStrip>
      }
      panel={
        names && (
          <SidePanel width={300} title={t('findings.firmness.panel')}>
            <FirmnessFacts names={names} row={selected} />
          </SidePanel>
        )
      }
    >
      <Interrupted work={work} />
      {names && <FindingLine rows={rows} names={names} />}
      {names && (
        <FirmnessList rows={rows} names={names} filter={filter} clear={() => setFilter('')} select={select} />
      )}
    </Page>
  )
}

/** What to do when it went wrong, or was stopped. */
function Interrupted({ work: { problem, isCancelled, firmness, again } }: { readonly work: FirmnessWork }) {
  const { t } = useTranslation()
  const button = <Button onClick={again}>{t('findings.again')}</Button>
  if (problem) return <ErrorNote problem={problem} action={button} />
  return isCancelled && !firmness ? <EmptyState line={t('findings.cancelled')} action={button} /> : null
}

function FindingLine({
  rows,
  names: { model, firmness },
}: {
  readonly rows: readonly FirmnessRow[]
  readonly names: FirmnessNames
}) {
  const { t } = useTranslation()
  const { accounts, oneGrade, oneEvaluator, first } = firmnessFinding(rows)
  return (
    <div className={styles.lead}>
      <h2>
        {first === null
          ? t('findings.firmness.findingNone', { accounts })
          : t('findings.firmness.finding', {
              ...{ accounts, oneGrade, oneEvaluator },
              first: model.data.accounts.names[first] ?? '',
            })}
      </h2>
      <p>
        {firmness.odds === null
          ? t('findings.firmness.noOdds')
          : t('findings.firmness.drawn', { draws: firmness.draws, count: firmness.evaluators.length })}
      </p>
    </div>
  )
}

function FirmnessList({
  rows,
  names,
  filter,
  clear,
  select,
}: {
  readonly rows: readonly FirmnessRow[]
  readonly names: FirmnessNames
  readonly filter: string
  readonly clear: () => void
  readonly select: (summary: SelectionSummary | null) => void
}) {
  const { t } = useTranslation()
  const language = spokenLanguage()
  const layout = useLayouts()
  const columns = useMemo(() => firmnessColumns(names, t), [names, t])
  const emptyState = useMemo(() => <EmptyState line={t('scoring.empty.accounts')} />, [t])
  if (!layout.ready) return null
  return (
    <div className={styles.grid}>
      <DataGrid<FirmnessRow>
        rows={rows}
        columns={columns}
        rowId={rowIdOf}
        rowNumber={placeOf}
        onSelection={select}
        layoutKey={`firmness:${language}`}
        layoutStore={layout.store}
        quickFilter={filter}
        clearFilters={clear}
        locale={language}
        words={language === 'zh' ? zh.grid : en.grid}
        emptyState={emptyState}
      />
    </div>
  )
}

const rowIdOf = ({ id }: FirmnessRow): string => id
const placeOf = ({ place }: FirmnessRow): number => place
