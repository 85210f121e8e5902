import { Button } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerRefusal, SurveyAnswer, SurveyRow } from '../../../../db/recovery/surveys/contract.ts'
import { MOST_AT_ONCE } from '../../../../db/recovery/surveys/rules/scale.ts'
import { usualDay } from '../../../../db/recovery/surveys/rules/usualDay.ts'
import { engine } from '../../../client/engine.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { useDraft, useOpenedDraft } from '../../../client/useDraft.ts'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { CellEdit, EditKind, EditReport, GridColumn, RefusedCell } from '../../../grid/types.ts'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import ledger from '../../../shared/ledger/ledger.module.css'
import { dismissToast, showProblem, showToast } from '../../../ui/toast.ts'
import { writeAndTell } from '../../../ui/unwritten.ts'
import { answerColumns } from './answerColumns.ts'
import {
  type AnswerLine,
  changedLine,
  isTyped,
  keepLines,
  keptLines,
  lineOf,
  linesAfter,
  unreadLine,
  withBlanks,
  withChanges,
  withoutLines,
  withRefusals,
  writtenAnswer,
} from './answerLines.ts'
import { isMistaken, isReady } from './lineFaults.ts'
import { LineCount, UnwrittenButtons, UnwrittenDrawer } from './UnwrittenLines.tsx'

/**
 * The answers of a survey like a spreadsheet, with empty lines under them: a line is written down as soon as it says
 * whose answer it is and the score; a pasted block becomes as many lines as it has, and those that can't be written down
 * say why.
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
  /** null while nothing is listed; corrections of answers that were refused with the lines that aren't written down */
  const [listed, setListed] = useState<readonly AnswerLine[] | null>(null)
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

  const unwritten = useMemo(() => typed.filter(isTyped), [typed])

  /** Writes the lines that can be, and keeps the others as they are, each with its reason. */
  const write = async (changed: readonly AnswerLine[], kind: EditKind, toast: boolean): Promise<boolean> => {
    const ready = changed.filter(isReady).slice(0, MOST_AT_ONCE)
    setTyped((before) => withBlanks(withChanges(before, changed)))
    const refusals = new Map<AnswerLine, AnswerRefusal>()
    if (ready.length > 0) {
      const day = usualDay(survey, today)
      const input = { surveyId: survey.id, answers: ready.map((line) => writtenAnswer(line, day)) }
      const outcome = await answer.run(input, { toast })
      if (!outcome.ok) return false
      for (const { at, ...refusal } of outcome.output.refused) {
        const line = ready[at]
        if (line) refusals.set(line, refusal)
      }
      const gone = new Set(ready.flatMap((line) => (refusals.has(line) ? [] : [line.id])))
      setTyped((before) => withoutLines(withRefusals(before, refusals), gone))
    }
    return tell(changed, refusals, kind)
  }
  /** Tells what of a gesture was refused: one line that was typed in a message, a block in a list of all of it. */
  const tell = (
    changed: readonly AnswerLine[],
    refusals: ReadonlyMap<AnswerLine, AnswerRefusal>,
    kind: EditKind,
  ): boolean => {
    const [first] = refusals.values()
    if (kind === 'edit') {
      if (first) showProblem(first)
      return first === undefined
    }
    const standing = withRefusals([...refusals.keys()], refusals).filter((line) => line.answer !== null)
    if (first || changed.some(isMistaken)) setListed(standing)
    return true
  }
  const listen = (cells: readonly CellEdit<AnswerLine>[], kind: EditKind, report: EditReport): void => {
    const byId = new Map(lines.map((line) => [line.id, line]))
    // a text that is typed stays in its cell until it is mended; one that is pasted into a new line stays with the line
    const staysWithLine = ({ rowId }: RefusedCell): boolean =>
      kind !== 'edit' && byId.get(rowId)?.answer === null
    const unread = report.refused.filter(staysWithLine)
    const pasted = pastedLines(columns, report, lines)
    const changed = [...changedLines(cells, unread, byId), ...pasted]
    const name = (rowId: string): string => byId.get(rowId)?.account ?? ''
    // what lay beyond the last line became lines of its own
    const rest = {
      ...report,
      clippedRows: 0,
      refused: report.refused.filter((cell) => !staysWithLine(cell)),
    }
    void writeAndTell(kind, rest, name, (toast) => write(changed, kind, toast && changed.length > 1))
  }
  const discard = (): void => {
    const ids = new Set(unwritten.map(({ id }) => id))
    setTyped((before) => withoutLines(before, ids))
    const giveBack = (): void => {
      dismissToast()
      setTyped((before) => withBlanks([...unwritten, ...before]))
    }
    showToast({
      kind: 'done',
      text: t('surveys.unwritten.discarded', { count: unwritten.length }),
      button: { text: t('surveys.unwritten.giveBack'), press: giveBack },
    })
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
          <LineCount answers={answers.length} unwritten={unwritten.length} />
        </p>
        {unwritten.length > 0 && (
          <UnwrittenButtons
            list={() => setListed([])}
            retry={() => void write(unwritten, 'paste', true)}
            discard={discard}
          />
        )}
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
      {listed && (
        <UnwrittenDrawer lines={[...listed, ...unwritten]} columns={columns} close={() => setListed(null)} />
      )}
    </div>
  )
}

/** The lines that a gesture changes, as they are after it, with texts that their columns can't take. */
function changedLines(
  cells: readonly CellEdit<AnswerLine>[],
  unread: readonly RefusedCell[],
  byId: ReadonlyMap<string, AnswerLine>,
): AnswerLine[] {
  const lines = new Map<string, AnswerLine>()
  for (const { row, rowId, columnId, after } of cells)
    lines.set(rowId, changedLine(lines.get(rowId) ?? row, columnId, after))
  for (const { rowId, columnId, text } of unread) {
    const line = lines.get(rowId) ?? byId.get(rowId)
    if (line) lines.set(rowId, unreadLine(line, columnId, text))
  }
  return [...lines.values()]
}

/** Rows of a pasted block that lay beyond the last line, as new lines, with texts that their columns can't take. */
const pastedLines = (
  columns: readonly GridColumn<AnswerLine>[],
  { beyond }: EditReport,
  lines: readonly AnswerLine[],
): AnswerLine[] =>
  linesAfter(lines, beyond.texts.length).map((blank, row) =>
    (beyond.texts[row] ?? []).reduce<AnswerLine>((line, text, place) => {
      const column = columns.find(({ id }) => id === beyond.columnIds[place])
      const parsed = column?.parse?.(text, line)
      if (!column || !parsed) return line
      return parsed.ok ? changedLine(line, column.id, parsed.value) : unreadLine(line, column.id, text)
    }, blank),
  )
