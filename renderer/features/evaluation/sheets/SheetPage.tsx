import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { figureStrip } from '../../../../db/accounts/rules/strips.ts'
import type { Indicator, Sheet } from '../../../../db/evaluation/contract.ts'
import { weightSum } from '../../../../db/evaluation/rules/sheet.ts'
import type { FigureId, IndicatorId, SheetId } from '../../../../db/kernel/ids.ts'
import type { ListedAccount } from '../../../client/accountTable.ts'
import { accountTableQuery } from '../../../client/accountTableQuery.ts'
import { download } from '../../../client/download.ts'
import { api, engine } from '../../../client/engine.ts'
import { type RememberedLayouts, useLayouts } from '../../../client/layouts.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { CellEdit, EditReport, SelectionSummary } from '../../../grid/types.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { DownloadOutlined } from '../../../ui/icons.tsx'
import { Page, SidePanel } from '../../../ui/Page.tsx'
import { SelectionStatus } from '../../../ui/SelectionStatus.tsx'
import { KeyHints } from '../../../ui/slots.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { showProblem, showToast } from '../../../ui/toast.ts'
import { EditableTitle } from './EditableTitle.tsx'
import { IndicatorTools } from './IndicatorTools.tsx'
import { NewFigureForm } from './NewFigureForm.tsx'
import { SheetBanner } from './SheetBanner.tsx'
import { SheetPanel } from './SheetPanel.tsx'
import { changeOfEdits, type SheetChange, scaling } from './sheetChange.ts'
import { NEW_FIGURE, sheetColumns } from './sheetColumns.tsx'
import { faultsOf, rowsOf, type SheetRow } from './sheetRows.ts'
import './sheetCells.css'
import { temporaryId, useSheetEditing } from './useSheetEditing.ts'
import { WeightBar } from './WeightBar.tsx'

const LAYOUT = 'evaluation.sheet'
const NAME_MAX = 100

/** The editor of a grading sheet 分级考评表 (A4, A5): one row an indicator. */
export function SheetPage() {
  const { sheetId } = useParams()
  // the address holds what the engine gave; one that doesn't exist is answered with SHEET_NOT_FOUND
  const id = sheetId as SheetId
  const { t } = useTranslation()
  const { data: sheet, error } = useQuery(api.sheets.get.queryOptions({ input: { sheetId: id } }))
  const layout = useLayouts()
  const crumbs = [
    { label: t('app.room.evaluation'), to: '/evaluation' },
    { label: sheet?.name ?? t('sheets.sheet.title') },
  ]
  if (error)
    return (
      <Page title={t('sheets.sheet.title')} crumbs={crumbs}>
        <ErrorNote problem={toProblem(error)} />
      </Page>
    )
  if (!sheet || !layout.ready) return <Waiting crumbs={crumbs} />
  return <Editor key={id} sheet={sheet} crumbs={crumbs} layoutStore={layout.store} />
}

function Waiting({ crumbs }: { readonly crumbs: PageCrumbs }) {
  return (
    <Page title="" crumbs={crumbs} busy>
      {null}
    </Page>
  )
}

/** What an account of the list has of a figure. */
function figureOfRow(row: ListedAccount, figureId: string): number | null {
  const value = row.value(figureStrip(figureId))
  return typeof value === 'number' ? value : null
}

type PageCrumbs = React.ComponentProps<typeof Page>['crumbs']

function Editor({
  sheet,
  crumbs,
  layoutStore,
}: {
  readonly sheet: Sheet
  readonly crumbs: PageCrumbs
  readonly layoutStore: RememberedLayouts['store']
}) {
  const { t } = useTranslation()
  const gridWords = useGridWords()
  const grid = useRef<DataGridHandle<SheetRow>>(null)
  const change = useSheetEditing(sheet.id)
  const rename = useCommand(engine.sheets.rename)
  const accounts = useQuery(accountTableQuery('all')).data
  const figures = accounts?.figures
  const columns = useMemo(() => sheetColumns(figures ?? [], t), [figures, t])
  const faults = useMemo(() => faultsOf(sheet.indicators), [sheet.indicators])
  const rows = useMemo(() => rowsOf(sheet.indicators, faults), [sheet.indicators, faults])
  const [summary, setSummary] = useState<SelectionSummary | null>(null)
  const [newFigureFor, setNewFigureFor] = useState<IndicatorId | null>(null)
  const active = sheet.indicators.find(({ id }) => id === summary?.active?.rowId) ?? null
  const figure = figures?.find(({ id }) => id === active?.figureId) ?? null
  const values = useMemo(
    () => (figure === null ? [] : (accounts?.rows.map((row) => figureOfRow(row, figure.id)) ?? [])),
    [accounts, figure],
  )
  const edit = (edits: readonly CellEdit<SheetRow>[], report: EditReport): void => {
    const figureOf = (value: string): FigureId | null => figures?.find(({ id }) => id === value)?.id ?? null
    const asked = edits.find(({ after }) => after === NEW_FIGURE)
    if (asked?.row.indicator) setNewFigureFor(asked.row.indicator.id)
    change(
      changeOfEdits(
        edits.filter(({ after }) => after !== NEW_FIGURE),
        temporaryId,
        figureOf,
      ),
    )
    tell(report, t)
    grid.current?.refreshCells()
  }
  return (
    <Page
      title={
        <EditableTitle
          name={sheet.name}
          label={t('sheets.tool.rename')}
          max={NAME_MAX}
          onRename={(name) => void rename.run({ sheetId: sheet.id, name })}
        />
      }
      crumbs={crumbs}
      remarks={
        <WeightBar
          sum={weightSum(sheet.indicators)}
          onScale={() => change(scaling(sheet.indicators), true)}
        />
      }
      actions={
        <Button icon={<DownloadOutlined />} onClick={() => void exportSheet(sheet.id)}>
          {t('sheets.tool.export')}
        </Button>
      }
      below={<SheetBanner sheetId={sheet.id} />}
      panel={
        <SidePanel title={t('sheets.panel.title')} width={320}>
          {newFigureFor !== null && (
            <NewFigureForm
              key={newFigureFor}
              indicator={sheet.indicators.find(({ id }) => id === newFigureFor)?.name ?? ''}
              onCancel={() => setNewFigureFor(null)}
              onAdded={(figureId) => {
                setNewFigureFor(null)
                change(figureChange(sheet.indicators, newFigureFor, figureId))
              }}
            />
          )}
          <SheetPanel
            faults={faults}
            indicator={active}
            figure={figure}
            values={values}
            onVisit={(at, field) => grid.current?.focusCell(sheet.indicators[at]?.id ?? '', field)}
          />
        </SidePanel>
      }
      fixed
    >
      <IndicatorTools indicators={sheet.indicators} grid={grid} change={change}>
        <DataGrid<SheetRow>
          ref={grid}
          rows={rows}
          columns={columns}
          rowId={({ id }) => id}
          onEdits={(edits, _kind, report) => edit(edits, report)}
          onSelection={setSummary}
          layoutKey={LAYOUT}
          layoutStore={layoutStore}
          {...gridWords}
        />
      </IndicatorTools>
      {summary && <SelectionStatus summary={summary} />}
      <KeyHints
        hints={[
          { keys: 'Alt ↑↓', text: t('sheets.hint.move') },
          { keys: 'Ctrl Shift +', text: t('sheets.hint.insert') },
          { keys: 'Alt Enter', text: t('sheets.hint.newLine') },
        ]}
      />
    </Page>
  )
}

function figureChange(
  indicators: readonly Indicator[],
  indicatorId: IndicatorId,
  figureId: FigureId,
): SheetChange {
  const before = indicators.find(({ id }) => id === indicatorId)?.figureId ?? null
  return {
    cells: [{ indicatorId, field: 'figureId', before, after: figureId }],
    add: [],
    remove: [],
    move: [],
  }
}

/** Says what of a gesture could not be done; what could is on the screen. */
function tell(report: EditReport, t: TFunction): void {
  const [refused] = report.refused
  const text = refused
    ? t('sheets.refused', { count: report.refused.length, problem: refused.problem })
    : report.clippedRows > 0
      ? t('sheets.clipped', { count: report.clippedRows })
      : report.clippedColumns > 0
        ? t('sheets.clippedColumns', { count: report.clippedColumns })
        : null
  if (text !== null) showToast({ kind: 'done', text })
}

async function exportSheet(sheetId: SheetId): Promise<void> {
  try {
    download(await engine.exchange.exportSheet({ sheetId, language: spokenLanguage() }))
  } catch (error) {
    showProblem(toProblem(error))
  }
}
