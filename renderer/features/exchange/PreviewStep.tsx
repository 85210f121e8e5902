import { Button } from 'antd'
import { type CSSProperties, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../client/download.ts'
import { engine } from '../../client/engine.ts'
import { toProblem } from '../../client/problem.ts'
import { DataGrid, type DataGridHandle } from '../../grid/DataGrid.tsx'
import type { CellEdit, SelectionSummary } from '../../grid/types.ts'
import { spokenLanguage } from '../../i18n/i18n.ts'
import { useGridWords } from '../../i18n/useGridWords.ts'
import { FileExclamationOutlined, SafetyOutlined } from '../../ui/icons.tsx'
import { SidePanel } from '../../ui/Page.tsx'
import { SelectionStatus } from '../../ui/SelectionStatus.tsx'
import { KeyHints } from '../../ui/slots.tsx'
import { ErrorNote, LoadingBar } from '../../ui/states.tsx'
import { createStore, type Store, useStore } from '../../ui/store.ts'
import { showProblem } from '../../ui/toast.ts'
import { type Choices, correct, namesGiven, planOf, worksheetOf } from './draft.ts'
import './previewCells.css'
import styles from './exchange.module.css'
import { changeImport, decide, type ImportState } from './importStore.ts'
import { PreviewTabs } from './PreviewTabs.tsx'
import { ProblemPanel } from './ProblemPanel.tsx'
import { fileColumn, previewColumns } from './previewColumns.ts'
import { usePreviewKeys, useVisit } from './previewKeys.ts'
import { openProblems, type PreviewRow, rowsIn, type Tab, tabCounts, withCorrections } from './previewRows.ts'
import { runImport } from './runImport.ts'
import { usePreview } from './usePreview.ts'
import { WorkBar } from './WorkBar.tsx'

const NO_ROWS: readonly PreviewRow[] = []

/** Every row of the file with what will become of it; bad cells are marked, explained and can be mended in place. */
export function PreviewStep({ choices, state }: { readonly choices: Choices; readonly state: ImportState }) {
  const { t } = useTranslation()
  const gridWords = useGridWords()
  const { previewed, checking, problem, retry } = usePreview(choices, state.previewed)
  const [tab, setTab] = useState<Tab>('all')
  const grid = useRef<DataGridHandle<PreviewRow>>(null)
  const headers = worksheetOf(choices)?.headers
  const named = namesGiven(choices) !== null
  const columns = useMemo(
    () => previewColumns(headers ?? [], choices.uses, named, t),
    [headers, choices.uses, named, t],
  )
  const checked = previewed?.choices.corrections ?? choices.corrections
  const rows = useMemo(
    () => withCorrections(previewed?.rows ?? NO_ROWS, choices.corrections, checked),
    [previewed, choices.corrections, checked],
  )
  const problems = useMemo(
    () => openProblems(previewed?.preview.problems ?? [], choices.corrections, checked, choices.leaveOut),
    [previewed, choices.corrections, checked, choices.leaveOut],
  )
  const shown = useMemo(() => rowsIn(rows, tab), [rows, tab])
  const counts = useMemo(() => tabCounts(rows), [rows])
  const visit = useVisit(grid, setTab)
  const [selection] = useState(() => createStore<SelectionSummary | null>(null))
  usePreviewKeys(problems, visit)
  // values may read the same while their looks changed: the grid only redraws what is on the screen
  useEffect(() => {
    if (rows.length > 0) grid.current?.refreshCells()
  }, [rows])
  const edit = useCallback(
    (edits: readonly CellEdit<PreviewRow>[]) =>
      decide((now) =>
        correct(
          now,
          edits.flatMap(({ row, columnId, after }) => {
            const column = fileColumn(columnId)
            return column === null ? [] : [{ row: row.number, column, text: String(after ?? '') }]
          }),
        ),
      ),
    [],
  )
  const counted = previewed?.preview.counts
  return (
    <div
      className={styles.preview}
      style={{ '--empty-word': JSON.stringify(t('importing.empty')) } as CSSProperties}
    >
      <div className={styles.main}>
        <LoadingBar busy={checking} />
        <PreviewTabs tab={tab} counts={counts} onChange={setTab} />
        {problem && (
          <ErrorNote problem={problem} action={<Button onClick={retry}>{t('app.lost.retry')}</Button>} />
        )}
        <div className={styles.grid}>
          <DataGrid<PreviewRow>
            ref={grid}
            rows={shown}
            columns={columns}
            rowId={({ number }) => String(number)}
            rowNumber={({ number }) => number}
            onEdits={edit}
            onSelection={(summary) => {
              visit.selected(summary)
              selection.set(summary)
            }}
            {...gridWords}
            emptyState={previewed ? <p>{t(`importing.noRows.${tab}`)}</p> : null}
          />
        </div>
        {state.problem && <ErrorNote problem={state.problem} />}
        <Foot
          choices={choices}
          state={state}
          ready={!checking && problem === null}
          left={new Set(problems.map(({ row }) => row)).size}
          writes={counted ? counted.insert + counted.update : 0}
        />
      </div>
      <SidePanel title={t('importing.panel.title')} width={320}>
        <ProblemPanel choices={choices} previewed={previewed} problems={problems} onVisit={visit.go} />
      </SidePanel>
      <Selected store={selection} />
      <KeyHints
        hints={[
          { keys: 'F8', text: t('importing.hint.next') },
          { keys: 'Ctrl Z', text: t('importing.hint.undo') },
        ]}
      />
    </div>
  )
}

/** Apart from the preview, so that moving through 10,000 rows redraws three figures only. */
function Selected({ store }: { readonly store: Store<SelectionSummary | null> }) {
  const summary = useStore(store)
  return summary && <SelectionStatus summary={summary} />
}

function Foot({
  choices,
  state,
  ready,
  left,
  writes,
}: {
  readonly choices: Choices
  readonly state: ImportState
  readonly ready: boolean
  readonly left: number
  readonly writes: number
}) {
  const { t } = useTranslation()
  if (state.work) return <WorkBar work={state.work} />
  const exportProblems = async (): Promise<void> => {
    try {
      download(await engine.exchange.exportProblems({ ...planOf(choices), language: spokenLanguage() }))
    } catch (error) {
      showProblem(toProblem(error))
    }
  }
  return (
    <footer className={styles.foot}>
      <span className={styles.promise}>
        <SafetyOutlined className={styles.promiseSign} />
        {writes === 0 && left === 0 && ready
          ? t('importing.foot.nothing')
          : t('importing.foot.promise', { count: writes + left })}
      </span>
      <Button onClick={() => changeImport({ step: 'columns', problem: null })}>{t('importing.back')}</Button>
      <Button icon={<FileExclamationOutlined />} disabled={left === 0} onClick={() => void exportProblems()}>
        {t('importing.foot.exportProblems')}
      </Button>
      <Button
        type="primary"
        disabled={!ready || left > 0 || writes === 0}
        onClick={() => void runImport(planOf(choices))}
      >
        {left > 0
          ? t('importing.foot.left', { count: left })
          : t(ready ? 'importing.foot.import' : 'importing.checking', { count: writes })}
      </Button>
    </footer>
  )
}
