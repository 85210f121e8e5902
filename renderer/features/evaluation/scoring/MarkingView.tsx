import { Button } from 'antd'
import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { SelectionSummary } from '../../../grid/types.ts'
import { type Crumb, Page, SidePanel, useNarrow } from '../../../ui/Page.tsx'
import { SelectionStatus } from '../../../ui/SelectionStatus.tsx'
import { KeyHints } from '../../../ui/slots.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { createStore, type Store } from '../../../ui/store.ts'
import { showToast } from '../../../ui/toast.ts'
import { useStoreAfterPaint } from './afterPaint.ts'
import { CellFacts, type FactsProps, NOTE_KEYS, placeOf } from './CellFacts.tsx'
import { NoteEditor, type NoteTarget } from './NoteEditor.tsx'
import type { RoundSession, RoundSnapshot, ScoringRow } from './roundSession.ts'
import { ScoringGrid } from './ScoringGrid.tsx'
import { ScoringNotices } from './ScoringNotices.tsx'
import { ScoringPanel } from './ScoringPanel.tsx'
import styles from './scoring.module.css'
import { columnsKey } from './scoringColumns.ts'
import type { ScoringModel } from './scoringModel.ts'
import { type RowOrder, useRowOrder } from './useRowOrder.ts'
import { useScoringEdits } from './useScoringEdits.ts'

/** A sheet of marks, shared or an evaluator's own: accounts × indicators, with what they come to beside them. */
export function MarkingView({
  session,
  now,
  model,
  crumbs,
  remarks,
  actions,
  notices,
  whatIf,
}: {
  readonly session: RoundSession
  readonly now: RoundSnapshot
  readonly model: ScoringModel
  readonly crumbs: readonly Crumb[]
  readonly remarks: ReactNode
  readonly actions: (order: RowOrder) => ReactNode
  /** what stands above the grid, before its own notices */
  readonly notices: ReactNode
  /** a way on from the shape of the round */
  readonly whatIf: ReactNode
}) {
  const { t } = useTranslation()
  const { round } = model
  const narrow = useNarrow()
  const grid = useRef<DataGridHandle<ScoringRow> | null>(null)
  const [within, setWithin] = useState(10)
  // a store, so that moving about in the grid draws only what tells of the selection
  const [selection] = useState(() => createStore<SelectionSummary | null>(null))
  const { onEdits, refusals, dismissRefusals } = useScoringEdits(session, selection)
  const order = useRowOrder(session, now.rows, grid)
  const notes = useNotes(session, grid, selection)
  const onReady = useCallback((handle: DataGridHandle<ScoringRow>) => {
    grid.current = handle
  }, [])
  const show = (row: number): void => {
    const id = model.accountId(row)
    if (id !== undefined) grid.current?.focusCell(id, selection.get()?.active?.columnId ?? 'account')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    notes.onKeyDown(event)
    tellBanded(event, session, selection, t('scoring.hint.banded'))
  }
  const emptyState = useMemo(() => <NoAccounts />, [])
  const locked = !round.editable
  const facts = (
    <Facts model={model} selection={selection} writeNote={locked ? null : notes.open} strip={narrow} />
  )
  return (
    <Page
      fixed
      title={round.name}
      crumbs={crumbs}
      remarks={remarks}
      actions={actions(order)}
      below={
        <>
          {notices}
          <ScoringNotices
            session={session}
            snapshot={now}
            refusals={refusals}
            dismissRefusals={dismissRefusals}
          />
        </>
      }
      panel={
        <SidePanel width={290} title={t('scoring.shape.title')}>
          <ScoringPanel snapshot={now} within={within} setWithin={setWithin} whatIf={whatIf} show={show} />
          {!narrow && facts}
        </SidePanel>
      }
    >
      {model.indicators.length === 0 ? (
        <NoIndicators sheetId={round.sheet.id} />
      ) : (
        <section className={styles.marking} aria-label={round.name} onKeyDownCapture={onKeyDown}>
          <ScoringGrid
            session={session}
            sheetKey={columnsKey(model)}
            rows={order.rows}
            onEdits={onEdits}
            onSelection={selection.set}
            onReady={onReady}
            emptyState={emptyState}
          />
        </section>
      )}
      {narrow && facts}
      {notes.editor}
      <SelectionSums selection={selection} />
      {!locked && (
        <KeyHints
          hints={[
            { keys: '1–5', text: <MarksHint /> },
            { keys: NOTE_KEYS, text: t('scoring.hint.note') },
            { keys: 'Ctrl D', text: t('scoring.hint.fill') },
          ]}
        />
      )}
    </Page>
  )
}

/** What the digit keys do, and where that can be changed. */
function MarksHint() {
  const { t } = useTranslation()
  return (
    <>
      {t('scoring.hint.marks')}{' '}
      <Link to="/department/settings" title={t('scoring.hint.setting')}>
        {t('scoring.hint.change')}
      </Link>
    </>
  )
}

/** Typing into a cell that data decide does nothing: says what would. */
function tellBanded(event: KeyboardEvent, session: RoundSession, selection: Selection, text: string): void {
  const { key, ctrlKey, metaKey, altKey, nativeEvent } = event
  if (ctrlKey || metaKey || altKey || nativeEvent.isComposing || !/^[^\s]$/u.test(key)) return
  const { model } = session.snapshot()
  const place = model && placeOf(model, selection.get()?.active ?? null)
  if (!model || !place || place.column === null || model.isMarkable(place.column)) return
  showToast({ kind: 'hint', text })
}

/** Notes of the active cell: opened by Shift+F2 or from the facts, at the cell. */
function useNotes(
  session: RoundSession,
  grid: { readonly current: DataGridHandle<ScoringRow> | null },
  selection: Selection,
) {
  const [target, setTarget] = useState<NoteTarget | null>(null)
  const open = (): void => {
    const { model } = session.snapshot()
    const active = selection.get()?.active ?? null
    const place = model && placeOf(model, active)
    if (!model || !active || !place || place.column === null || !model.round.editable) return
    const { row, column } = place
    const cell = document.querySelector(
      `.ag-row[row-id="${CSS.escape(active.rowId)}"] .ag-cell[col-id="${CSS.escape(active.columnId)}"]`,
    )
    grid.current?.settle()
    setTarget({
      ...active,
      row,
      column,
      account: model.accountName(row),
      indicator: model.indicators[column]?.name ?? '',
      text: model.note(row, column),
      box: cell?.getBoundingClientRect() ?? new DOMRect(window.innerWidth / 2, window.innerHeight / 3),
    })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'F2' || !event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    open()
  }
  const close = (): void => {
    if (target) grid.current?.focusCell(target.rowId, target.columnId)
    setTarget(null)
  }
  const save = (text: string) => {
    const { model } = session.snapshot()
    // rows may have moved while the note was being written
    const row = target === null ? null : (model?.rowOf(target.rowId) ?? null)
    return target && row !== null ? session.note(row, target.column, text) : Promise.resolve(null)
  }
  return {
    open,
    onKeyDown,
    editor: target && (
      <NoteEditor key={`${target.rowId} ${target.columnId}`} target={target} save={save} close={close} />
    ),
  }
}

type Selection = Store<SelectionSummary | null>

function Facts({ selection, ...rest }: { readonly selection: Selection } & Omit<FactsProps, 'active'>) {
  return <CellFacts {...rest} active={useStoreAfterPaint(selection)?.active ?? null} />
}

function SelectionSums({ selection }: { readonly selection: Selection }) {
  const summary = useStoreAfterPaint(selection)
  return summary && summary.rows * summary.columns > 1 ? <SelectionStatus summary={summary} /> : null
}

function NoAccounts() {
  const { t } = useTranslation()
  return (
    <EmptyState
      line={t('scoring.empty.accounts')}
      action={
        <Link to="/accounts/import">
          <Button type="primary">{t('scoring.empty.importAccounts')}</Button>
        </Link>
      }
    />
  )
}

function NoIndicators({ sheetId }: { readonly sheetId: string }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      line={t('scoring.empty.indicators')}
      action={
        <Link to={`/evaluation/sheets/${sheetId}`}>
          <Button type="primary">{t('scoring.empty.openSheet')}</Button>
        </Link>
      }
    />
  )
}
