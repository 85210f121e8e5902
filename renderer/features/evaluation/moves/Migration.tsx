import { Button, Dropdown, Input } from 'antd'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../../db/evaluation/moves/contract.ts'
import { type Cell, countMoves, tallyOf } from '../../../../db/evaluation/moves/rules/migration.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { DataGrid } from '../../../grid/DataGrid.tsx'
import type { SelectionSummary } from '../../../grid/types.ts'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { ExportOutlined } from '../../../ui/icons.tsx'
import { type Crumb, Page, SidePanel } from '../../../ui/Page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { exportMoves, exportPicture } from './exportMoves.ts'
import { MoveMatrix } from './MoveMatrix.tsx'
import { moveColumns } from './moveColumns.ts'
import { isIn, type MoveRow, moveRows, movingParts } from './moveRows.ts'
import styles from './moves.module.css'
import { drawnText, migrationText } from './moveWords.ts'
import { RoundFacts } from './RoundFacts.tsx'
import { Sankey } from './Sankey.tsx'
import { SplitPanel } from './SplitPanel.tsx'
import { type MovesPlace, toggled } from './useMovesPlace.ts'

/** Two publications side by side: the picture, its table, the accounts behind a cell, and why one of them moved. */
export function Migration({
  comparison,
  place,
  crumbs,
  choice,
  busy,
}: {
  readonly comparison: Comparison
  readonly place: MovesPlace
  readonly crumbs: readonly Crumb[]
  readonly choice: ReactNode
  readonly busy: boolean
}) {
  const { t } = useTranslation()
  const rows = useMemo(() => moveRows(comparison), [comparison])
  const counts = useMemo(() => countMoves(rows), [rows])
  const parts = useMemo(() => movingParts(rows), [rows])
  const columns = useMemo(() => moveColumns(parts, comparison.lines, t), [parts, comparison, t])
  const [filter, setFilter] = useState('')
  const { cell, account, go } = place
  const shown = useMemo(() => rows.filter((row) => isIn(row, cell)), [rows, cell])
  const { from, to, lastYear } = comparison
  const finding = migrationText(tallyOf(counts), t)
  const drawn = drawnText(comparison, t)
  const pick = (next: Cell): void => go({ cell: toggled(next, cell) })
  const words = { finding, drawn, from: from.roundName, to: to.roundName }
  return (
    <Page
      fixed
      title={t('moves.title')}
      crumbs={crumbs}
      remarks={choice}
      busy={busy}
      actions={
        <Dropdown
          menu={{
            items: [
              {
                key: 'csv',
                label: t('moves.exportCsv'),
                onClick: () => void exportMoves(columns, shown, words, t),
              },
              {
                key: 'png',
                label: t('moves.exportPng'),
                onClick: () => void exportPicture(counts, words, t),
              },
            ],
          }}
        >
          <Button icon={<ExportOutlined />}>{t('moves.export')}</Button>
        </Dropdown>
      }
      panel={
        <SidePanel width={340} title={t('moves.facts.title')}>
          {account === null ? (
            <RoundFacts
              comparison={comparison}
              rows={rows}
              onSeason={() => go({ from: lastYear?.id ?? null, to: to.id, cell: null })}
            />
          ) : (
            <SplitPanel
              fromId={from.id}
              toId={to.id}
              under={place.under}
              accountId={account}
              lastYear={lastYear}
              onSeason={({ id }) => go({ from: id, to: to.id, cell: null })}
              onClose={() => go({ account: null })}
            />
          )}
        </SidePanel>
      }
    >
      <section className={styles.pictures}>
        <h2>{finding}</h2>
        <p className={styles.drawn}>{drawn}</p>
        <div className={styles.pair}>
          <Sankey counts={counts} cell={cell} onPick={pick} />
          <MoveMatrix counts={counts} cell={cell} onPick={pick} />
        </div>
      </section>
      <div className={styles.listHead}>
        <h2>
          {cell === null
            ? t('moves.all', { count: shown.length })
            : t('moves.chosen', {
                from: t(`moves.place.${cell.from}`),
                to: t(`moves.place.${cell.to}`),
                count: shown.length,
              })}
        </h2>
        {cell !== null && (
          <Button type="link" size="small" onClick={() => go({ cell: null })}>
            {t('moves.showAll')}
          </Button>
        )}
        <Input.Search
          className={styles.filter ?? ''}
          allowClear
          placeholder={t('moves.filter')}
          aria-label={t('moves.filter')}
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      <MoveList rows={shown} columns={columns} filter={filter} go={go} />
    </Page>
  )
}

const LAYOUT_KEY = 'evaluation.moves'
const rowIdOf = ({ id }: MoveRow): string => id

function MoveList({
  rows,
  columns,
  filter,
  go,
}: {
  readonly rows: readonly MoveRow[]
  readonly columns: ReturnType<typeof moveColumns>
  readonly filter: string
  readonly go: MovesPlace['go']
}) {
  const { t } = useTranslation()
  const layout = useLayouts()
  const gridWords = useGridWords()
  const emptyState = useMemo(() => <EmptyState line={t('moves.none')} />, [t])
  // told at each move in the grid; a list that lost its selection leaves the explained account alone
  const select = useCallback(
    (next: SelectionSummary | null) => {
      if (next?.active) go({ account: next.active.rowId })
    },
    [go],
  )
  if (!layout.ready) return null
  return (
    <DataGrid<MoveRow>
      rows={rows}
      columns={columns}
      rowId={rowIdOf}
      rowNumbers={false}
      onSelection={select}
      layoutKey={LAYOUT_KEY}
      layoutStore={layout.store}
      quickFilter={filter}
      emptyState={emptyState}
      {...gridWords}
    />
  )
}
