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
    text('person', 96),
    {
      id: 'score',
      title: t('surveys.field.score'),
      subtitle: t(`surveys.kind.${survey.kind}`),
      kind: 'number',
      width: 112,
      sumable: true,
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
    text('words', 260),
    dayColumn(
      'answeredOn',
      t('surveys.field.answeredOn'),
      ({ answeredOn }) => answeredOn || null,
      today,
      t,
      'past',
    ),
    {
      ...stateColumn<AnswerLine>(t('surveys.field.case'), 92, ({ answer }) => {
        if (answer === null || !isBadScore(survey.kind, answer.score))
          return { text: answer?.caseCode ?? '', sign: CheckCircleFilled, tone: 'plain', rank: 2 }
        return answer.caseCode === null
          ? { text: t('surveys.bad'), sign: WarningFilled, tone: 'bad', rank: 0 }
          : { text: answer.caseCode, sign: CheckCircleFilled, tone: 'good', rank: 1 }
      }),
      id: 'case',
    },
  ]
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
