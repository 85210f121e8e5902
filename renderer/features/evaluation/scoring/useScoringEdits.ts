import type { TFunction } from 'i18next'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isMark } from '../../../../db/evaluation/rules/marks.ts'
import { undo } from '../../../client/history.ts'
import type { CellEdit, EditKind, EditReport, RefusedCell, SelectionSummary } from '../../../grid/types.ts'
import type { Store } from '../../../ui/store.ts'
import { showToast } from '../../../ui/toast.ts'
import type { RoundSession, ScoringRow } from './roundSession.ts'
import { indicatorColumnId } from './scoringColumns.ts'
import type { CellMark } from './scoringModel.ts'

/** What of a pasted or typed block could not be taken. */
export interface Refusals {
  readonly cells: readonly RefusedCell[]
  readonly clippedRows: number
  readonly clippedColumns: number
  readonly readOnly: number
}

/** Turns the grid's gestures into marks: at once in the model, saved behind; tells what was left out. */
export function useScoringEdits(session: RoundSession, selection: Store<SelectionSummary | null>) {
  const { t } = useTranslation()
  const [refusals, setRefusals] = useState<Refusals | null>(null)
  const navigate = useNavigate()
  const toSetting = useCallback(() => void navigate('/department/settings'), [navigate])
  const onEdits = useCallback(
    (edits: readonly CellEdit<ScoringRow>[], kind: EditKind, report: EditReport) => {
      const cells = cellMarks(session, edits)
      const saving = session.mark(cells, kind)
      // the grid selects a pasted block just after telling of it
      queueMicrotask(() => {
        const blanks = blanksOf(edits, report, selection.get())
        void saving.then((saved) => {
          if (saved && report.rows * report.columns > 1) tellDone(t, kind, cells.length, blanks, report)
        })
      })
      if (kind === 'edit') tellKeyRefused(t, report, toSetting)
      else setRefusals(refusalsOf(kind, report))
    },
    [session, selection, t, toSetting],
  )
  return { onEdits, refusals, dismissRefusals: useCallback(() => setRefusals(null), []) }
}

function cellMarks(session: RoundSession, edits: readonly CellEdit<ScoringRow>[]): CellMark[] {
  const { model } = session.snapshot()
  if (!model) return []
  const columns = new Map(model.indicators.map(({ id }, column) => [indicatorColumnId(id), column]))
  const cells: CellMark[] = []
  for (const { row, columnId, after } of edits) {
    const column = columns.get(columnId)
    if (column !== undefined) cells.push({ row: row.at, column, mark: isMark(after) ? after : null })
  }
  return cells
}

/** Empty cells in the block: from the selection, which covers it, else as far as the edits tell. */
function blanksOf(
  edits: readonly CellEdit<ScoringRow>[],
  { rows, columns }: EditReport,
  selection: SelectionSummary | null,
): number {
  return selection && selection.rows === rows && selection.columns === columns
    ? rows * columns - selection.count
    : edits.filter(({ after }) => after === null).length
}

function tellDone(t: TFunction, kind: EditKind, cells: number, blanks: number, report: EditReport): void {
  const { rows, columns, refused } = report
  const done = t(`scoring.toast.${kind}`, { rows, columns, cells })
  const withBlanks =
    blanks > refused.length && (kind === 'paste' || kind === 'fill')
      ? t('scoring.toast.blanks', { text: done, count: blanks - refused.length })
      : done
  showToast({
    kind: 'done',
    text:
      refused.length > 0
        ? t('scoring.toast.refused', { text: withBlanks, count: refused.length })
        : withBlanks,
    button: { text: t('app.undoButton'), keys: 'Ctrl Z', press: () => void undo() },
  })
}

/** A key that stands for no mark is said aloud, once; the editor shows its own refusals. */
function tellKeyRefused(t: TFunction, { refused }: EditReport, toSetting: () => void): void {
  const [first] = refused
  if (first)
    showToast({
      kind: 'hint',
      text: first.problem,
      button: { text: t('scoring.hint.setting'), press: toSetting },
    })
}

function refusalsOf(kind: EditKind, report: EditReport): Refusals | null {
  const { refused, clippedRows, clippedColumns, skippedReadOnly } = report
  // clearing or filling over banded cells is common and harmless; pasting into them may be a mistake
  const readOnly = kind === 'paste' ? skippedReadOnly : 0
  return refused.length + clippedRows + clippedColumns + readOnly === 0
    ? null
    : { cells: refused, clippedRows, clippedColumns, readOnly }
}
