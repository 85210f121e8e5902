import { TIERS } from '../../../evaluation/rules/tiers.ts'
import type { AccountId, SurveyId } from '../../../kernel/ids.ts'
import type { SurveyAnswer, SurveyResult } from '../contract.ts'
import { byOpening, distributionOf, fallsOf, figureOf, meanOf, trendOf } from '../rules/figures.ts'
import type { StoredSurvey } from './stored.ts'

/** A score that somebody of an account gave to a survey. */
export interface ScoredAnswer {
  readonly surveyId: SurveyId
  readonly accountId: AccountId
  readonly account: string
  readonly score: number
}

/** What a survey's result is told beside. */
interface Beside {
  /** surveys of its kind */
  readonly alike: readonly StoredSurvey[]
  readonly scores: readonly ScoredAnswer[]
  /** how many accounts there are */
  readonly accounts: number
}

const STANDINGS = [...TIERS, 'insufficient', null] as const

/** What the answers to a survey come to, beside the others of its kind. */
export function resultOf(
  survey: StoredSurvey,
  answers: readonly SurveyAnswer[],
  { alike, scores, accounts }: Beside,
): SurveyResult {
  const { kind } = survey
  const given = answers.map(({ score }) => score)
  const bySurvey = Map.groupBy(scores, ({ surveyId }) => surveyId)
  const { points, change } = trendOf(
    alike.map(({ id, name, openedOn }) => ({
      ...{ id, name, openedOn },
      figure: figureOf(
        kind,
        (bySurvey.get(id) ?? []).map(({ score }) => score),
      ),
    })),
  )
  return {
    figure: figureOf(kind, given),
    accounts: new Set(answers.map(({ accountId }) => accountId)).size,
    ofAccounts: accounts,
    distribution: distributionOf(kind, given),
    questions: survey.questions.map(({ key, text }) => {
      const marks = answers.flatMap((answer) => answer.answers[key] ?? [])
      return { key, text, mean: meanOf(marks), count: marks.length }
    }),
    tiers: STANDINGS.flatMap((tier) => {
      const figure = figureOf(
        kind,
        answers.filter((answer) => answer.tier === tier).map(({ score }) => score),
      )
      return figure === null ? [] : [{ tier, figure }]
    }),
    trend: { points: [...points], change },
    falls: falls(survey, alike, scores),
  }
}

/** The accounts that fell against what they said before, by the surveys of the kind up to this one. */
function falls(
  survey: StoredSurvey,
  alike: readonly StoredSurvey[],
  scores: readonly ScoredAnswer[],
): SurveyResult['falls'] {
  const course = alike
    .filter((other) => byOpening(other, survey) < 0 && other.id !== survey.id)
    .toSorted(byOpening)
  const names = new Map(scores.map(({ accountId, account }) => [accountId, account]))
  const means = [
    ...Map.groupBy(scores, ({ surveyId, accountId }) => `${surveyId} ${accountId}`).values(),
  ].flatMap((all) => {
    const [first] = all
    const score = meanOf(all.map((each) => each.score))
    return first && score !== null ? [{ ...first, score }] : []
  })
  return fallsOf(
    [...course, survey].map(({ id }) => id),
    means,
  ).map((fall) => ({
    ...fall,
    account: names.get(fall.accountId) ?? '',
  }))
}
