import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { PreviewCell } from '../../../db/exchange/contract.ts'
import type { DataGridHandle } from '../../grid/DataGrid.tsx'
import type { SelectionSummary } from '../../grid/types.ts'
import { redoDecision, undoDecision } from './importStore.ts'
import { fileColumn, gridColumnId } from './previewColumns.ts'
import { nextProblem, type PreviewRow, type Tab } from './previewRows.ts'

/** Goes to cells of the file and knows which one is active. */
export interface Visit {
  go(cell: { readonly row: number; readonly column: number }): void
  where(): { readonly row: number; readonly column: number } | null
  readonly selected: (summary: SelectionSummary | null) => void
}

/** Goes to cells of the file, through the tab that shows all rows where the present one doesn't. */
export function useVisit(
  grid: RefObject<DataGridHandle<PreviewRow> | null>,
  setTab: (tab: Tab) => void,
): Visit {
  const place = useRef<SelectionSummary['active']>(null)
  return useMemo(
    () => ({
      go: ({ row, column }) => {
        const focus = (): boolean => grid.current?.focusCell(String(row), gridColumnId(column)) ?? false
        if (focus()) return
        setTab('all')
        requestAnimationFrame(() => requestAnimationFrame(focus))
      },
      where: () => {
        const at = place.current
        return at === null ? null : { row: Number(at.rowId), column: fileColumn(at.columnId) ?? -1 }
      },
      selected: (summary) => {
        place.current = summary?.active ?? null
      },
    }),
    [grid, setTab],
  )
}

/**
 * F8 goes to the next problem, as in spreadsheets and editors. Ctrl+Z takes back what was corrected or decided here
 * before it reaches for what was written earlier.
 */
export function usePreviewKeys(problems: readonly PreviewCell[], visit: Visit): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return
      if (actionOf(event, problems, visit)) event.preventDefault()
    }
    // the app's own keys are heard by the window, after the document
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [problems, visit])
}

function actionOf(event: KeyboardEvent, problems: readonly PreviewCell[], visit: Visit): boolean {
  if (event.key === 'F8') {
    const next = nextProblem(problems, visit.where())
    if (next) visit.go(next)
    return true
  }
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return false
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? redoDecision() : undoDecision()
  return key === 'y' && !event.shiftKey && redoDecision()
}

/** Texts being typed have their own undo; the grid's closed field is read as the grid hands its keys on. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
