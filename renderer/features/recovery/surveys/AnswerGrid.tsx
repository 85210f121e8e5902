import { Button } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SurveyAnswer, SurveyRow } from '../../../../db/recovery/surveys/contract.ts'
import { usualDay } from '../../../../db/recovery/surveys/rules/usualDay.ts'
import { engine } from '../../../client/engine.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { useDraft, useOpenedDraft } from '../../../client/useDraft.ts'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { CellEdit, EditKind, EditReport, GridColumn, RefusedCell } from '../../../grid/types.ts'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import ledger from '../../../shared/ledger/ledger.module.css'
import { writeAndTell } from '../../../ui/unwritten.ts'
import { answerColumns } from './answerColumns.ts'
import {
  type AnswerLine,
  changedLine,
  isComplete,
  keepLines,
  keptLines,
  lineOf,
  linesAfter,
  withBlanks,
  withChanges,
  withoutLines,
  writtenAnswer,
} from './answerLines.ts'

/**
 * The answers of a survey like a spreadsheet, with empty lines under them: a line is written down as soon as it says
 * whose answer it is and the score; a pasted block becomes as many lines as it has.
 */
export function AnswerGrid(props: Answers) {
  const opened = useOpenedDraft(`surveyAnswers.${props.survey.id}`, keptLines)
  if (!opened) return null
  const keep = (draft: Typed | null): void => opened.save(draft && keepLines(draft.lines))
  return <OpenedGrid {...props} first={opened.kept ?? []} keep={keep} />
}

interface Answers {
  readonly survey: SurveyRow
  readonly answers: readonly SurveyAnswer[]
  readonly today: string
}

/** Lines that are being typed; they outlive a reload. */
interface Typed {
  readonly lines: readonly AnswerLine[]
}

function OpenedGrid({
  survey,
  answers,
  today,
  first,
  keep,
}: Answers & { readonly first: readonly AnswerLine[]; readonly keep: (draft: Typed | null) => void }) {
  const { t } = useTranslation()
  const grid = useRef<DataGridHandle<AnswerLine>>(null)
  const [begun] = useState<Typed>(() => ({ lines: withBlanks(first) }))
  const { draft, update } = useDraft<Typed>(begun, keep)
  const typed = draft.lines
  const setTyped = (make: (before: readonly AnswerLine[]) => readonly AnswerLine[]): void =>
    update(({ lines: before }) => ({ lines: make(before) }))
  const answer = useCommand(engine.surveys.answer, { toast: false })
  const remove = useCommand(engine.surveys.removeAnswers)
  const layout = useLayouts()
  const gridWords = useGridWords()
  const columns = useMemo(() => answerColumns(survey, today, t), [survey, today, t])
  const lines = useMemo(() => [...answers.map(lineOf), ...typed], [answers, typed])

  /** Writes lines that are complete, and keeps the others as they are typed. */
  const write = async (changed: readonly AnswerLine[], toast: boolean): Promise<boolean> => {
    const ready = changed.filter(isComplete)
    setTyped((before) => withBlanks(withChanges(before, changed)))
    if (ready.length === 0) return true
    const day = usualDay(survey, today)
    const input = { surveyId: survey.id, answers: ready.map((line) => writtenAnswer(line, day)) }
    const { ok } = await answer.run(input, { toast })
    // what was refused stays as it was typed
    const gone = new Set(ready.map(({ id }) => id))
    if (ok) setTyped((before) => withoutLines(before, gone))
    return ok
  }
  const listen = (cells: readonly CellEdit<AnswerLine>[], kind: EditKind, report: EditReport): void => {
    const pasted = pastedLines(columns, report, lines)
    const changed = [...changedLines(cells), ...pasted.lines]
    const name = (rowId: string): string =>
      [...changed, ...lines].find(({ id }) => id === rowId)?.account ?? ''
    // what lay beyond the last line became lines of its own
    const rest = { ...report, clippedRows: 0, refused: [...report.refused, ...pasted.refused] }
    void writeAndTell(kind, rest, name, (toast) => write(changed, toast && changed.length > 1))
  }
  const removeSelected = (): void => {
    const selected = grid.current?.selectedRows() ?? []
    const ids = new Set(selected.map(({ id }) => id))
    setTyped((before) => withoutLines(before, ids))
    const answerIds = selected.flatMap(({ answer: written }) => (written ? [written.id] : []))
    if (answerIds.length > 0) void remove.run({ answerIds })
  }
  if (!layout.ready) return null
  return (
    <div className={ledger.page}>
      <div className={ledger.strip}>
        <p className={ledger.finding}>
          {answers.length === 0
            ? t('surveys.noAnswers')
            : t('surveys.answerCount', { count: answers.length })}
        </p>
        <Button disabled={lines.length === 0} onClick={removeSelected}>
          {t('ledger.remove')}
        </Button>
      </div>
      <div className={ledger.grid}>
        <DataGrid<AnswerLine>
          ref={grid}
          rows={lines}
          columns={columns}
          rowId={({ id }) => id}
          onEdits={listen}
          layoutKey={`recovery.survey.${survey.id}`}
          layoutStore={layout.store}
          {...gridWords}
        />
      </div>
    </div>
  )
}

/** The lines that a gesture changes, as they are after it. */
function changedLines(cells: readonly CellEdit<AnswerLine>[]): AnswerLine[] {
  const lines = new Map<string, AnswerLine>()
  for (const { row, rowId, columnId, after } of cells)
    lines.set(rowId, changedLine(lines.get(rowId) ?? row, columnId, after))
  return [...lines.values()]
}

/** Rows of a pasted block that lay beyond the last line, as new lines, and their texts that no column can take. */
function pastedLines(
  columns: readonly GridColumn<AnswerLine>[],
  { beyond }: EditReport,
  lines: readonly AnswerLine[],
): { readonly lines: readonly AnswerLine[]; readonly refused: readonly RefusedCell[] } {
  const refused: RefusedCell[] = []
  const made = linesAfter(lines, beyond.texts.length).map((blank, row) =>
    (beyond.texts[row] ?? []).reduce<AnswerLine>((line, text, place) => {
      const column = columns.find(({ id }) => id === beyond.columnIds[place])
      const parsed = column?.parse?.(text, line)
      if (!column || !parsed) return line
      if (parsed.ok) return changedLine(line, column.id, parsed.value)
      const { id: columnId, title: columnTitle } = column
      const at = { rowIndex: lines.length + row, rowId: line.id, columnId, columnTitle }
      refused.push({ ...at, text, problem: parsed.problem })
      return line
    }, blank),
  )
  return { lines: made, refused }
}
