import CheckCircleFilled from '@ant-design/icons-svg/es/asn/CheckCircleFilled'
import WarningFilled from '@ant-design/icons-svg/es/asn/WarningFilled'
import type { TFunction } from 'i18next'
import type { SurveyRow } from '../../../../db/recovery/surveys/contract.ts'
import { FIVE, fitsScale, isBadScore, SCALES } from '../../../../db/recovery/surveys/rules/scale.ts'
import type { GridColumn, Parsed } from '../../../grid/types.ts'
import { dayColumn, stateColumn, textColumn } from '../../../shared/ledger/columns.ts'
import type { AnswerLine } from './answerLines.ts'

/** Columns of a survey's answers, all but the last to be typed. @param today YYYY-MM-DD */
export function answerColumns(survey: SurveyRow, today: string, t: TFunction): GridColumn<AnswerLine>[] {
  const text = (id: 'account' | 'person' | 'words', width: number): GridColumn<AnswerLine> =>
    textColumn(id, t(`surveys.field.${id}`), width, (line) => line[id], t, {
      most: id === 'words' ? 2_000 : 300,
    })
  return [
    {
      ...text('account', 170),
      pinned: 'left',
      parse: (typed, { answer }) =>
        typed.trim() === '' && answer !== null
          ? { ok: false, problem: t('ledger.required') }
          : { ok: true, value: typed.trim() },
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
    caseColumn(survey, t),
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

/** What came of a bad answer: the case, or that it has none yet. */
function caseColumn({ kind }: SurveyRow, t: TFunction): GridColumn<AnswerLine> {
  const look = stateColumn<AnswerLine>(t('surveys.field.case'), 84, ({ answer }) =>
    answer?.caseCode
      ? { text: answer.caseCode, sign: CheckCircleFilled, tone: 'good', rank: 1 }
      : { text: t('surveys.bad'), sign: WarningFilled, tone: 'bad', rank: 0 },
  )
  const says = ({ answer }: AnswerLine): boolean =>
    answer !== null && (answer.caseCode !== null || isBadScore(kind, answer.score))
  return {
    ...look,
    id: 'case',
    read: (line) => (says(line) ? look.read(line) : null),
    draw: (cell, into) => {
      if (says(cell.row)) look.draw?.(cell, into)
    },
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
