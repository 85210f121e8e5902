import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import { CASE_LIMITS } from '../../../../db/recovery/rules/limits.ts'
import { SURVEY_KINDS } from '../../../../db/recovery/rules/words.ts'
import type { SurveyRow } from '../../../../db/recovery/surveys/contract.ts'
import { questionsOf } from '../../../../db/recovery/surveys/rules/questions.ts'
import { MOST_QUESTIONS } from '../../../../db/recovery/surveys/rules/scale.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, DayBox, TextBox } from '../../../shared/ledger/fields.tsx'
import { NewRow } from '../../../shared/ledger/NewRow.tsx'

/** The dialog for a new survey, or for changing one. */
export function SurveyDialog({
  open,
  close,
  today,
  survey,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly today: string
  readonly survey?: SurveyRow
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const save = useCommand(engine.surveys.save, { tellProblem: false })
  const empty = {
    name: survey?.name ?? '',
    kind: String(survey?.kind ?? 'recommend'),
    questions: (survey?.questions ?? []).map(({ text }) => text).join('\n'),
    openedOn: survey?.openedOn ?? today,
    closedOn: survey?.closedOn ?? '',
  }
  const questionsIn = (typed: string) => questionsOf(typed.split('\n'), survey?.questions ?? [])
  const questionTrouble = (typed: string): string => {
    const asked = questionsIn(typed)
    const long = asked.find(({ text }) => text.length > CASE_LIMITS.line)
    if (long) return t('surveys.tooLongQuestion', { text: long.text.slice(0, 12), most: CASE_LIMITS.line })
    return asked.length > MOST_QUESTIONS
      ? t('surveys.tooManyQuestions', { most: MOST_QUESTIONS, count: asked.length })
      : ''
  }
  const send = async (draft: typeof empty) => {
    const kind = SURVEY_KINDS.find((one) => one === draft.kind) ?? 'recommend'
    const outcome = await save.run({
      surveyId: survey?.id ?? null,
      survey: {
        name: draft.name,
        kind,
        questions: questionsIn(draft.questions),
        openedOn: typedDay(draft.openedOn, today, 'past') ?? today,
        closedOn: draft.closedOn.trim() === '' ? null : typedDay(draft.closedOn, today, 'future'),
      },
    })
    if (!outcome.ok) return outcome.problem
    if (!survey) void navigate(`/recovery/surveys/${outcome.output.surveyId}`)
    return null
  }
  return (
    <NewRow
      open={open}
      close={close}
      kind={survey ? `surveys.${survey.id}` : 'surveys.new'}
      title={t(survey ? 'surveys.edit' : 'surveys.new')}
      empty={empty}
      save={(draft) => {
        const badOpened = typedDay(draft.openedOn, today, 'past') === null
        const badClosed = draft.closedOn.trim() !== '' && typedDay(draft.closedOn, today, 'future') === null
        const bad = badOpened || badClosed || questionTrouble(draft.questions) !== ''
        return draft.name.trim() === '' || bad ? null : send(draft)
      }}
    >
      {({ draft, change, tried }) => (
        <>
          <TextBox
            label={t('surveys.field.name')}
            value={draft.name}
            required
            tried={tried}
            autoFocus
            onChange={(name) => change({ name })}
          />
          <ChoiceBox<string>
            label={t('surveys.field.kind')}
            value={draft.kind}
            options={SURVEY_KINDS.map((value) => ({ value, label: t(`surveys.kind.${value}`) }))}
            onChange={(kind) => change({ kind })}
          />
          <span />
          <DayBox
            label={t('surveys.field.openedOn')}
            value={draft.openedOn}
            today={today}
            direction="past"
            tried={tried}
            onChange={(openedOn) => change({ openedOn })}
          />
          <DayBox
            label={t('surveys.field.closedOn')}
            value={draft.closedOn}
            today={today}
            direction="future"
            optional
            onChange={(closedOn) => change({ closedOn })}
          />
          <TextBox
            label={t('surveys.field.questions')}
            value={draft.questions}
            lines={3}
            placeholder={t('surveys.questionsHint')}
            problem={questionTrouble(draft.questions)}
            onChange={(questions) => change({ questions })}
          />
        </>
      )}
    </NewRow>
  )
}
