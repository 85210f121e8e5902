import { CONTENT_FROM, DETRACTOR_TO, PROMOTER_FROM, type SurveyKind, scoresOf } from './scale.ts'

/** What the answers to a headline question come to. Shares are fractions 0–1. */
export type SurveyFigure =
  | {
      readonly kind: 'recommend'
      /** promoters less detractors in percent points, −100…100 */
      readonly value: number
      readonly promoters: number
      readonly passives: number
      readonly detractors: number
      readonly count: number
    }
  | {
      readonly kind: 'content'
      /** the mean, 1–5 */
      readonly value: number
      /** the share of those who gave four or five */
      readonly good: number
      readonly count: number
    }

const shareOf = (scores: readonly number[], fits: (score: number) => boolean): number =>
  scores.filter(fits).length / scores.length

/** The mean of scores; null where there are none. */
export const meanOf = (scores: readonly number[]): number | null =>
  scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length

/**
 * The figure of a headline question: like the net promoter score, the percent of those who give 9–10 less the percent of
 * those who give 0–6; or the mean with the share of those who give 4–5. Null where nobody answered.
 */
export function figureOf(kind: SurveyKind, scores: readonly number[]): SurveyFigure | null {
  const mean = meanOf(scores)
  if (mean === null) return null
  const count = scores.length
  if (kind === 'content')
    return { kind, value: mean, good: shareOf(scores, (score) => score >= CONTENT_FROM), count }
  const promoters = shareOf(scores, (score) => score >= PROMOTER_FROM)
  const detractors = shareOf(scores, (score) => score <= DETRACTOR_TO)
  const passives = shareOf(scores, (score) => score > DETRACTOR_TO && score < PROMOTER_FROM)
  return { kind, value: (promoters - detractors) * 100, promoters, passives, detractors, count }
}

/** How often each score of the scale was given, the lowest first. */
export const distributionOf = (
  kind: SurveyKind,
  scores: readonly number[],
): { readonly score: number; readonly count: number }[] =>
  scoresOf(kind).map((score) => ({ score, count: scores.filter((given) => given === score).length }))

/** A survey as trends are told from. */
export interface TrendSurvey {
  readonly id: string
  /** YYYY-MM-DD */
  readonly openedOn: string
  /** null where nobody answered */
  readonly figure: SurveyFigure | null
}

/** The surveys of a kind that have answers, the oldest first, and how far the last is from the one before it. */
export interface SurveyTrend<Survey extends TrendSurvey> {
  readonly points: readonly (Survey & { readonly figure: SurveyFigure })[]
  /** in the figure's own unit; null for fewer than two */
  readonly change: number | null
}

/** The order of surveys, by the day on which they opened. */
export const byOpening = (one: Omit<TrendSurvey, 'figure'>, other: Omit<TrendSurvey, 'figure'>): number => {
  if (one.openedOn !== other.openedOn) return one.openedOn < other.openedOn ? -1 : 1
  return one.id < other.id ? -1 : 1
}

/** The trend over surveys. */
export function trendOf<Survey extends TrendSurvey>(surveys: readonly Survey[]): SurveyTrend<Survey> {
  const points = surveys.filter((survey) => hasFigure(survey)).toSorted(byOpening)
  const last = points.at(-1)
  const before = points.at(-2)
  return { points, change: last && before ? last.figure.value - before.figure.value : null }
}

const hasFigure = <Survey extends TrendSurvey>(
  survey: Survey,
): survey is Survey & { readonly figure: SurveyFigure } => survey.figure !== null

/** The mean score of an account's people in a survey. */
export interface AccountScore<Account extends string> {
  readonly surveyId: string
  readonly accountId: Account
  readonly score: number
}

/** An account whose score fell against the survey before that it answered. */
export interface Fall<Account extends string> {
  readonly accountId: Account
  readonly before: number
  readonly now: number
}

/**
 * The accounts that fell in a survey against the last one before it that they answered, the deepest fall first.
 * @param surveyIds surveys of one kind, the oldest first; the last is the one that is looked at
 */
export function fallsOf<Account extends string>(
  surveyIds: readonly string[],
  scores: readonly AccountScore<Account>[],
): Fall<Account>[] {
  const place = new Map(surveyIds.map((id, at) => [id, at]))
  const latest = surveyIds.at(-1)
  const placed = scores
    .filter(({ surveyId }) => place.has(surveyId))
    .toSorted((a, b) => (place.get(a.surveyId) ?? 0) - (place.get(b.surveyId) ?? 0))
  return [...Map.groupBy(placed, ({ accountId }) => accountId)]
    .flatMap(([accountId, course]): Fall<Account>[] => {
      const now = course.at(-1)
      const before = course.at(-2)
      return now && before && now.surveyId === latest && now.score < before.score
        ? [{ accountId, before: before.score, now: now.score }]
        : []
    })
    .sort((a, b) => b.before - b.now - (a.before - a.now) || (a.accountId < b.accountId ? -1 : 1))
}
