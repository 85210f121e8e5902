import { type CSSProperties, memo, type ReactNode, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLayouts } from '../../../client/layouts.ts'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { SelectionSummary } from '../../../grid/types.ts'
import { en, zh } from '../../../i18n/catalogues.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { useNarrow } from '../../../ui/Page.tsx'
import styles from './consensus.module.css'
import { type ConsensusRow, consensusColumns } from './consensusColumns.ts'
import type { ConsensusModel } from './consensusModel.ts'

/** What the ballots come to: accounts × indicators, with totals, tiers and ranks. */
export const ConsensusGrid = memo(function ConsensusGrid({
  model,
  onlyDiscord,
  filter,
  clearFilters,
  onSelection,
  onReady,
  emptyState,
}: {
  readonly model: ConsensusModel
  readonly onlyDiscord: boolean
  readonly filter: string
  readonly clearFilters: () => void
  readonly onSelection: (summary: SelectionSummary | null) => void
  readonly onReady: (handle: DataGridHandle<ConsensusRow>) => void
  readonly emptyState: ReactNode
}) {
  const { t } = useTranslation()
  const language = spokenLanguage()
  const slim = useNarrow(SLIM_GRID)
  const layout = useLayouts()
  const layoutKey = `consensus:${model.data.sheet.id}:${language}${slim ? ':slim' : ''}`
  const columns = useMemo(() => consensusColumns(model, t, slim), [model, t, slim])
  const rows = useMemo(() => rowsOf(model, onlyDiscord), [model, onlyDiscord])
  const ready = useCallback(
    (made: DataGridHandle<ConsensusRow>) => {
      if (layout.store.load(layoutKey) === null)
        made.api.applyColumnState({ state: [{ colId: 'total', sort: 'desc' }] })
      onReady(made)
    },
    [layout.store, layoutKey, onReady],
  )
  if (!layout.ready) return null
  const look: CSSProperties & Record<`--${string}`, string> = {
    '--blank-word': JSON.stringify(t('scoring.blank')),
    '--no-figure-word': JSON.stringify(t('scoring.noFigure')),
  }
  return (
    <div className={styles.grid} style={look}>
      <DataGrid<ConsensusRow>
        key={layoutKey}
        rows={rows}
        columns={columns}
        rowId={rowId}
        onSelection={onSelection}
        layoutKey={layoutKey}
        layoutStore={layout.store}
        quickFilter={filter}
        clearFilters={clearFilters}
        locale={language}
        words={language === 'zh' ? zh.grid : en.grid}
        emptyState={emptyState}
        onReady={ready}
      />
    </div>
  )
})

/** Up to this window width there is no room for pinned tiers beside the marks, px. */
const SLIM_GRID = 1366

const rowId = ({ id }: ConsensusRow): string => id

/** All accounts, or those with a cell in discord, agreed on or not. */
function rowsOf(model: ConsensusModel, onlyDiscord: boolean): ConsensusRow[] {
  const { ids } = model.data.accounts
  const divided = (row: number): boolean => model.weights.some((_, column) => model.isDiscord(row, column))
  return ids.flatMap((id, at) => (onlyDiscord && !divided(at) ? [] : [{ id, at }]))
}
