import { type CSSProperties, memo, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLayouts } from '../../../client/layouts.ts'
import { useSettings } from '../../../client/settings.ts'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { EditListener } from '../../../grid/gestures.ts'
import type { SelectionSummary } from '../../../grid/types.ts'
import { en, zh } from '../../../i18n/catalogues.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { useNarrow } from '../../../ui/Page.tsx'
import type { RoundSession, ScoringRow } from './roundSession.ts'
import styles from './scoring.module.css'
import { columnsKey, indicatorColumnId, scoringColumns } from './scoringColumns.ts'

/**
 * Accounts × indicators. Not drawn by React when a mark changes: the session says which cells to draw again, so that a
 * key costs one row and the ranks on the screen.
 */
export const ScoringGrid = memo(function ScoringGrid({
  session,
  sheetKey,
  rows,
  onEdits,
  onSelection,
  onReady,
  emptyState,
}: {
  readonly session: RoundSession
  /** what decides the columns, see {@link columnsKey} */
  readonly sheetKey: string
  readonly rows: readonly ScoringRow[]
  readonly onEdits: EditListener<ScoringRow>
  readonly onSelection: (summary: SelectionSummary | null) => void
  readonly onReady: (handle: DataGridHandle<ScoringRow>) => void
  readonly emptyState: ReactNode
}) {
  const { t } = useTranslation()
  const language = spokenLanguage()
  const { markKeys } = useSettings()
  const sheetId = session.snapshot().model?.round.sheet.id ?? ''
  // words differ in length and a slim window has other columns, so each remembers its own layout
  const slim = useNarrow(SLIM_GRID)
  const layoutKey = `scoring:${sheetId}:${language}${slim ? ':slim' : ''}`
  const layout = useLayouts()
  const handle = useRef<DataGridHandle<ScoringRow> | null>(null)
  const columns = useMemo(() => {
    const { model } = session.snapshot()
    return model && columnsKey(model) === sheetKey ? scoringColumns(session, model, t, slim) : []
  }, [session, sheetKey, slim, t])
  useEffect(
    () =>
      session.onRedraw((redraw) => {
        const grid = handle.current
        if (!grid || grid.api.isDestroyed()) return
        const { model } = session.snapshot()
        if (redraw === 'all' || redraw.rows.length > FEW) grid.refreshCells()
        else {
          const ids = redraw.columns.flatMap((column) => model?.indicators[column]?.id ?? [])
          grid.refreshCells(
            redraw.rows.flatMap((row) => model?.accountId(row) ?? []),
            [...ids.map(indicatorColumnId), 'total', 'tier'],
          )
          grid.refreshValues(['rank'])
        }
      }),
    [session],
  )
  const ready = useCallback(
    (made: DataGridHandle<ScoringRow>) => {
      handle.current = made
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
      <DataGrid<ScoringRow>
        key={layoutKey}
        rows={rows}
        columns={columns}
        rowId={rowId}
        onEdits={onEdits}
        onSelection={onSelection}
        layoutKey={layoutKey}
        layoutStore={layout.store}
        locale={language}
        words={language === 'zh' ? zh.grid : en.grid}
        markKeys={markKeys}
        emptyState={emptyState}
        onReady={ready}
      />
    </div>
  )
})

/** Up to this window width there is no room for pinned tiers beside the marks, px. */
const SLIM_GRID = 1366

const rowId = ({ id }: ScoringRow): string => id

/** Up to this many changed rows are looked up one by one; more, and all cells on the screen are drawn again. */
const FEW = 200
