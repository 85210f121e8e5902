import CheckCircleFilled from '@ant-design/icons-svg/es/asn/CheckCircleFilled'
import ExclamationCircleFilled from '@ant-design/icons-svg/es/asn/ExclamationCircleFilled'
import WarningFilled from '@ant-design/icons-svg/es/asn/WarningFilled'
import type { TFunction } from 'i18next'
import type { SurveyRow } from '../../../../db/recovery/surveys/contract.ts'
import { FIVE, fitsScale, isBadScore, SCALES } from '../../../../db/recovery/surveys/rules/scale.ts'
import type { GridColumn, Parsed } from '../../../grid/types.ts'
import { dayColumn, type StateLook, stateColumn, textColumn } from '../../../shared/ledger/columns.ts'
import { iconElement } from '../../../ui/iconElement.ts'
import { spanElement } from '../../../ui/spanElement.ts'
import type { AnswerLine } from './answerLines.ts'
import { shortFault } from './faultText.ts'
import { faultOf } from './lineFaults.ts'
import styles from './surveys.module.css'

/** Columns of a survey's answers, all but the last to be typed. @param today YYYY-MM-DD */
export function answerColumns(survey: SurveyRow, today: string, t: TFunction): GridColumn<AnswerLine>[] {
  const columns = typedColumns(survey, today, t).map(withUnread)
  // what came of a line stands after the points, before the day and the words, which may be long
  const after = columns.length - 2
  return columns.toSpliced(after, 0, stateOfLine(survey, columns, t))
}

/** Columns that can be typed into, in the order of a paste. */
function typedColumns(survey: SurveyRow, today: string, t: TFunction): GridColumn<AnswerLine>[] {
  const text = (id: 'account' | 'person' | 'words', width: number): GridColumn<AnswerLine> =>
    textColumn(id, t(`surveys.field.${id}`), width, (line) => line[id], t, {
      most: id === 'words' ? 2_000 : 300,
    })
  const account = text('account', 170)
  return [
    {
      ...account,
      pinned: 'left',
      parse: (typed, line) =>
        typed.trim() === '' && line.answer !== null
          ? { ok: false, problem: t('ledger.required') }
          : (account.parse?.(typed, line) ?? { ok: true, value: typed.trim() }),
    },
    text('person', 116),
    {
      id: 'score',
      title: t('surveys.field.score'),
      kind: 'number',
      width: 72,
      read: ({ score }) => score,
      parse: (typed, { answer }) =>
        typed.trim() === '' && answer !== null
          ? { ok: false, problem: t('surveys.scoreMissing') }
          : points(typed, SCALES[survey.kind], t),
    },
    ...survey.questions.map(
      ({ key, text: question }): GridColumn<AnswerLine> => ({
        id: key,
        title: question,
        kind: 'number',
        width: 88,
        mostWidth: 160,
        read: ({ answers }) => answers[key] ?? null,
        parse: (typed) => points(typed, FIVE, t),
      }),
    ),
    dayColumn(
      'answeredOn',
      t('surveys.field.answeredOn'),
      ({ answeredOn }) => answeredOn || null,
      today,
      t,
      'past',
    ),
    text('words', 240),
  ]
}

/** What came of a line: why it is not written down; of a bad answer, the case, or that it has none yet. */
function stateOfLine(
  { kind }: SurveyRow,
  columns: readonly GridColumn<AnswerLine>[],
  t: TFunction,
): GridColumn<AnswerLine> {
  const lookOf = (line: AnswerLine): StateLook | null => {
    const fault = faultOf(line)
    if (fault) {
      const text = t('surveys.unwritten.line', { reason: shortFault(fault, columns, t) })
      return { text, sign: ExclamationCircleFilled, tone: 'late', rank: 0 }
    }
    const { answer } = line
    if (answer?.caseCode) return { text: answer.caseCode, sign: CheckCircleFilled, tone: 'good', rank: 2 }
    return answer !== null && isBadScore(kind, answer.score)
      ? { text: t('surveys.bad'), sign: WarningFilled, tone: 'bad', rank: 1 }
      : null
  }
  const nothing: StateLook = { text: '', sign: WarningFilled, tone: 'plain', rank: 3 }
  const look = stateColumn<AnswerLine>(t('surveys.state'), 190, (line) => lookOf(line) ?? nothing)
  return {
    ...look,
    id: 'case',
    mostWidth: 300,
    read: (line) => lookOf(line)?.text ?? null,
    draw: (cell, into) => {
      if (cell.text === '') return
      look.draw?.(cell, into)
      into.title = cell.text
    },
  }
}

/** A column whose cells show a text that they can't take as it was pasted, with a sign. */
function withUnread(column: GridColumn<AnswerLine>): GridColumn<AnswerLine> {
  const unread = (line: AnswerLine): string | undefined => line.unread[column.id]
  const isSigned = (line: AnswerLine): boolean =>
    unread(line) !== undefined || (column.id === 'account' && faultOf(line) !== null)
  return {
    ...column,
    read: (line) => unread(line) ?? column.read(line),
    format: (value, line) =>
      unread(line) ?? column.format?.(value, line) ?? (value === null ? '' : String(value)),
    draw: ({ row, text }, into) =>
      into.append(
        ...(isSigned(row)
          ? [spanElement(styles.unread, iconElement(ExclamationCircleFilled), text)]
          : [text]),
      ),
  }
}

/** Points as they are typed; nothing for an empty cell. */
function points(typed: string, scale: { readonly from: number; readonly to: number }, t: TFunction): Parsed {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return { ok: true, value: null }
  const value = Number(text)
  return fitsScale(value, scale)
    ? { ok: true, value }
    : { ok: false, problem: t('surveys.notScore', { text: typed, ...scale }) }
}
