import { Button } from 'antd'
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { SelectionSummary } from '../../../grid/types.ts'
import { SortDescendingOutlined } from '../../../ui/icons.tsx'
import { Page, SidePanel, useNarrow } from '../../../ui/Page.tsx'
import { SelectionStatus } from '../../../ui/SelectionStatus.tsx'
import { KeyHints } from '../../../ui/slots.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { createStore, type Store } from '../../../ui/store.ts'
import { showToast } from '../../../ui/toast.ts'
import { useStoreAfterPaint } from './afterPaint.ts'
import { CellFacts, type FactsProps, NOTE_KEYS, placeOf } from './CellFacts.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { ImportMarks } from './ImportMarks.tsx'
import { LockedNotice, RevisingNotice } from './LockedNotice.tsx'
import { NoteEditor, type NoteTarget } from './NoteEditor.tsx'
import { PublishButton } from './PublishDrawer.tsx'
import { RoundGone } from './RoundGone.tsx'
import type { RoundSession, RoundSnapshot, ScoringRow } from './roundSession.ts'
import { ScoringGrid } from './ScoringGrid.tsx'
import { Filled, OnlyBlanks, StepTrack } from './ScoringHeader.tsx'
import { ScoringNotices } from './ScoringNotices.tsx'
import { ScoringPanel } from './ScoringPanel.tsx'
import styles from './scoring.module.css'
import { columnsKey } from './scoringColumns.ts'
import type { ScoringModel } from './scoringModel.ts'
import { useRound } from './useRound.ts'
import { type RowOrder, useRowOrder } from './useRowOrder.ts'
import { useScoringEdits } from './useScoringEdits.ts'

/** The marking of a round: accounts × indicators, with totals, tiers and ranks that follow every key. */
export function ScoringPage() {
  const { roundId = '' } = useParams()
  const { session, now } = useRound(roundId)
  const { t } = useTranslation()
  const title = now.model?.round.name ?? ''
  const crumbs = [{ label: t('scoring.room'), to: '/evaluation' }, { label: title }]
  if (now.gone) return <RoundGone lost={now.gone.lost} />
  if (!now.model)
    return (
      <Page title={title} crumbs={crumbs} busy={!now.problem}>
        {now.problem && <ErrorNote problem={now.problem} />}
      </Page>
    )
  return <Marking key={roundId} session={session} now={now} model={now.model} />
}

function Marking({
  session,
  now,
  model,
}: {
  readonly session: RoundSession
  readonly now: RoundSnapshot
  readonly model: ScoringModel
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
  const locked = round.state === 'published'
  const facts = (
    <Facts model={model} selection={selection} writeNote={locked ? null : notes.open} strip={narrow} />
  )
  return (
    <Page
      fixed
      title={round.name}
      crumbs={[
        { label: t('scoring.room'), to: '/evaluation' },
        { label: round.name },
        { label: t('scoring.step.marking') },
      ]}
      remarks={<StepTrack model={model} />}
      actions={<Actions session={session} model={model} order={order} locked={locked} />}
      below={
        <>
          {locked && <LockedNotice roundId={round.id} revision={round.revision} />}
          {!locked && round.revision > 0 && <RevisingNotice roundId={round.id} revision={round.revision} />}
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
          <ScoringPanel
            snapshot={now}
            within={within}
            setWithin={setWithin}
            whatIf={<Link to={`/evaluation/rounds/${round.id}/outcome`}>{t('scoring.outcome.short')}</Link>}
            show={show}
          />
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

function Actions({
  session,
  model,
  order: { isStale, onlyBlanks, sortAgain, toggleBlanks },
  locked,
}: {
  readonly session: RoundSession
  readonly model: ScoringModel
  readonly order: RowOrder
  readonly locked: boolean
}) {
  const { t } = useTranslation()
  const { id } = model.round
  // drawn again when they change, not with every mark
  const buttons = useMemo(
    () => (
      <>
        <OnlyBlanks on={onlyBlanks} toggle={toggleBlanks} />
        <ExportMenu roundId={id} publicationId={null} />
        {!locked && <ImportMarks roundId={id} />}
        {!locked && <PublishButton session={session} />}
      </>
    ),
    [id, locked, onlyBlanks, session, toggleBlanks],
  )
  return (
    <>
      <Filled model={model} />
      {isStale && (
        <Button
          type="text"
          icon={<SortDescendingOutlined />}
          title={t('scoring.sortAgain')}
          aria-label={t('scoring.sortAgain')}
          onClick={sortAgain}
        >
          <span className={styles.label}>{t('scoring.sortAgain')}</span>
        </Button>
      )}
      {buttons}
    </>
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
  if (!model || !place || place.column === null || model.isJudged(place.column)) return
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
    if (!model || !active || !place || place.column === null || model.round.state !== 'marking') return
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
