import { Input } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { SelectionSummary } from '../../../grid/types.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import { Page, SidePanel } from '../../../ui/Page.tsx'
import { SelectionStatus } from '../../../ui/SelectionStatus.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { RoundSteps } from '../ballots/RoundSteps.tsx'
import { useEnter } from '../ballots/useEnter.tsx'
import { ConsensusActions } from './ConsensusActions.tsx'
import { ConsensusGrid } from './ConsensusGrid.tsx'
import { ConsensusPanel } from './ConsensusPanel.tsx'
import { ConsensusStrip } from './ConsensusStrip.tsx'
import styles from './consensus.module.css'
import { type ConsensusRow, columnOfId } from './consensusColumns.ts'
import type { ConsensusModel } from './consensusModel.ts'
import { DiscordCount, OnlyDiscord } from './DiscordTools.tsx'
import { LateNotice } from './LateNotice.tsx'
import { RevealedPage } from './RevealedPage.tsx'

/** What the ballots of a revealed round come to, and the cells on which the group is divided. */
export function ConsensusPage() {
  const { t } = useTranslation()
  return (
    <RevealedPage title={t('consensus.title')}>
      {(model) => <Revealed key={model.data.roundId} model={model} />}
    </RevealedPage>
  )
}

function Revealed({ model }: { readonly model: ConsensusModel }) {
  const { t } = useTranslation()
  const { roundId, name, state } = model.data
  const grid = useRef<DataGridHandle<ConsensusRow> | null>(null)
  const [selection, setSelection] = useState<SelectionSummary | null>(null)
  const [onlyDiscord, setOnlyDiscord] = useState(false)
  const [filter, setFilter] = useState('')
  const entrance = useEnter(roundId)
  const [problem, setProblem] = useState<Problem | null>(null)
  useStayAtCell(model, selection, grid)
  const onReady = useCallback((handle: DataGridHandle<ConsensusRow>) => {
    grid.current = handle
  }, [])
  const clearFilters = useCallback(() => {
    setOnlyDiscord(false)
    setFilter('')
  }, [])
  const emptyState = useMemo(
    () => <EmptyState line={t(onlyDiscord ? 'consensus.noDiscord' : 'scoring.empty.accounts')} />,
    [onlyDiscord, t],
  )
  return (
    <Page
      fixed
      title={name}
      crumbs={[
        { label: t('scoring.room'), to: '/evaluation' },
        { label: name, to: `/evaluation/rounds/${roundId}/group` },
        { label: t('consensus.title') },
      ]}
      remarks={<RoundSteps roundId={roundId} state={state} />}
      actions={<ConsensusActions model={model} ask={entrance.ask} onProblem={setProblem} />}
      below={
        <>
          <ConsensusStrip roundId={roundId}>
            <DiscordCount model={model} />
            <OnlyDiscord on={onlyDiscord} toggle={() => setOnlyDiscord(!onlyDiscord)} />
            <Input.Search
              className={styles.filter ?? ''}
              allowClear
              value={filter}
              placeholder={t('scoring.results.filter')}
              aria-label={t('scoring.results.filter')}
              onChange={(event) => setFilter(event.target.value)}
            />
          </ConsensusStrip>
          {problem && <ErrorNote problem={problem} />}
          <LateNotice model={model} />
        </>
      }
      panel={
        <SidePanel width={300} title={t('consensus.panel')}>
          <ConsensusPanel model={model} active={placeOf(model, selection)} entrance={entrance} />
        </SidePanel>
      }
    >
      <ConsensusGrid
        model={model}
        onlyDiscord={onlyDiscord}
        filter={filter}
        clearFilters={clearFilters}
        onSelection={setSelection}
        onReady={onReady}
        emptyState={emptyState}
      />
      {selection && selection.rows * selection.columns > 1 && <SelectionStatus summary={selection} />}
      {entrance.dialog}
    </Page>
  )
}

/** An agreement can move its account elsewhere in the list: the selection goes along. */
function useStayAtCell(
  model: ConsensusModel,
  selection: SelectionSummary | null,
  grid: { readonly current: DataGridHandle<ConsensusRow> | null },
): void {
  const active = selection?.active ?? null
  const seen = useRef({ model, active })
  useEffect(() => {
    const { model: known, active: stayAt } = seen.current
    seen.current = { model, active: stayAt }
    if (known === model || !stayAt) return
    // the list is in its new order after the next paint
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        // another window's agreement takes nobody's focus away from a text
        if (!(document.activeElement instanceof HTMLInputElement))
          grid.current?.focusCell(stayAt.rowId, stayAt.columnId)
      }),
    )
    return () => cancelAnimationFrame(frame)
  }, [model, grid])
  // after the effect above: what the new order made of the selection must not be taken for a person's choice
  useEffect(() => {
    seen.current = { ...seen.current, active }
  }, [active])
}

/** Where the active cell is; column null outside of the indicators. */
function placeOf(
  model: ConsensusModel,
  selection: SelectionSummary | null,
): { row: number; column: number | null } | null {
  const active = selection?.active ?? null
  const row = active ? model.rowOf(active.rowId) : null
  return active && row !== null ? { row, column: columnOfId(model, active.columnId) } : null
}
